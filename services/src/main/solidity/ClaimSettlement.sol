// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {RecordLedger} from "./RecordLedger.sol";
import {Rfc9162} from "./Rfc9162.sol";
import {SettlementActions} from "./SettlementActions.sol";
import {SignedActions} from "./SignedActions.sol";
import {Statement} from "./Statement.sol";

/// @title Paying the lines of a claim, exactly once
/// @notice An insurer's `settle/1` statement pays lines that a hospital's `bill/1` statement names.
/// Two rules make paying twice impossible, in whatever order and how often statements are
/// submitted: a nullifier is spent by at most one claim at a time, and a line of a claim (hospital,
/// claim, nullifier) is paid at most once ever. A reversal frees the nullifier for another claim;
/// the reversed claim's statements pay nothing again.
contract ClaimSettlement is SignedActions {
    using SafeERC20 for IERC20;

    /// @notice A line to be paid.
    /// @param nullifier of the service
    /// @param amount that the insurer pays, in cents
    /// @param patientShare that is left to the patient, in cents
    /// @param billed by the hospital, in cents
    /// @param index of the line in the hospital's statement
    /// @param path inclusion path of the line in the hospital's statement
    struct Line {
        bytes32 nullifier;
        uint128 amount;
        uint128 patientShare;
        uint128 billed;
        uint32 index;
        bytes32[] path;
    }

    /// @notice One settlement.
    /// @param settlement the insurer's `settle/1` statement
    /// @param bill the hospital's `bill/1` statement
    /// @param claim that is settled
    /// @param lines all leaves of the insurer's statement, in order
    struct Payment {
        Statement.Signed settlement;
        Statement.Signed bill;
        bytes32 claim;
        Line[] lines;
    }

    /// @notice What was paid for a line of a claim; it stays after a reversal.
    /// @param payer number of the insurer
    /// @param amount in cents
    /// @param reversed whether it was given back
    struct Receipt {
        uint64 payer;
        uint128 amount;
        bool reversed;
    }

    /// @notice Most lines of one settlement.
    uint256 public constant MOST_LINES = 256;

    /// @notice The ledger whose licences hold here.
    RecordLedger public immutable ledger;
    /// @notice The token that is paid.
    IERC20 public immutable token;

    /// @notice What an insurer can pay with, in cents, by organisation number.
    mapping(uint64 insurer => uint256) public poolOf;
    /// @notice Where an organisation is paid.
    mapping(uint64 organisation => address) public payoutAccountOf;
    /// @dev By hospital and nullifier, so that nobody but the hospital that billed can spend or
    /// block it.
    mapping(bytes32 key => bytes32 claim) private _spentBy;
    mapping(bytes32 key => Receipt) private _receipts;

    /// @notice Tokens were added to an insurer's pool.
    event Deposited(uint64 indexed insurer, address indexed from, uint256 amount);
    /// @notice Tokens were taken out of an insurer's pool.
    event Withdrawn(uint64 indexed insurer, address indexed to, uint256 amount);
    /// @notice An organisation is paid at another account from now on.
    event PayoutAccountSet(uint64 indexed organisation, address account);
    /// @notice A settlement was paid.
    event Settled(
        bytes32 indexed claim,
        uint64 indexed payer,
        uint64 indexed payee,
        uint256 amount,
        uint256 patientShare
    );
    /// @notice A line was paid.
    event Paid(
        bytes32 indexed nullifier,
        bytes32 indexed claim,
        uint64 payee,
        uint128 amount,
        uint128 patientShare
    );
    /// @notice A line was given back, and its nullifier is free for another claim.
    event Reversed(
        bytes32 indexed nullifier,
        bytes32 indexed claim,
        uint64 indexed payee,
        uint64 payer,
        uint128 amount
    );

    /// @notice The ledger knows no organisation of this number.
    error UnknownInsurer(uint64 insurer);
    /// @notice The zero address cannot be paid.
    error NoAccount();
    /// @notice The payee has named no account.
    error NoPayoutAccount(uint64 payee);
    /// @notice The pool does not cover the amount.
    error PoolTooSmall(uint256 needed, uint256 has);
    /// @notice A claim has an identity that is not zero.
    error NoClaim();
    /// @notice The lines are not all leaves of the insurer's statement, or too many.
    error NotAllLines(uint256 given, uint32 count);
    /// @notice The lines are not the leaves that the insurer signed for this claim and payee.
    error NotWhatThePayerSigned();
    /// @notice Insurer and patient together would pay more than was billed.
    error MoreThanBilled(bytes32 nullifier);
    /// @notice A line that pays nothing and leaves nothing to the patient is a denial, and spends
    /// nothing.
    error NothingPayable(bytes32 nullifier);
    /// @notice The service is paid by this claim.
    error NullifierSpent(bytes32 nullifier, bytes32 claim);
    /// @notice This line of this claim was paid before, and reversed.
    error PaidBefore(bytes32 nullifier, bytes32 claim);
    /// @notice There is no payment of this line that stands.
    error NotPaid(bytes32 nullifier, bytes32 claim);

    /// @notice Begins a settlement with empty pools.
    /// @param ledger_ the ledger whose licences hold
    /// @param token_ the token that is paid; it must move exactly the amounts it is told to
    constructor(RecordLedger ledger_, IERC20 token_) {
        ledger = ledger_;
        token = token_;
    }

    /// @notice Adds the sender's tokens to an insurer's pool.
    /// @param insurer organisation number
    /// @param amount in cents
    function deposit(uint64 insurer, uint256 amount) external {
        if (ledger.organisationOf(insurer) == 0) revert UnknownInsurer(insurer);
        poolOf[insurer] += amount;
        emit Deposited(insurer, msg.sender, amount);
        token.safeTransferFrom(msg.sender, address(this), amount);
    }

    /// @notice Pays all lines of an insurer's statement, or none.
    /// @param payment statements, claim and lines
    function settle(Payment calldata payment) external {
        if (payment.claim == 0) revert NoClaim();
        uint64 payer = payment.settlement.organisation;
        uint64 payee = payment.bill.organisation;
        address account = payoutAccountOf[payee];
        if (account == address(0)) revert NoPayoutAccount(payee);
        _requireSigned(Statement.SETTLE, payment.settlement, Statement.WINDOW);
        _requireSigned(Statement.BILL, payment.bill, Statement.BILL_WINDOW);
        _requireAllLines(payment);

        uint256 total = 0;
        uint256 patientShare = 0;
        for (uint256 i = 0; i < payment.lines.length; ++i) {
            Line calldata line = payment.lines[i];
            _requireBilled(payment, line);
            _spend(payer, payee, payment.claim, line);
            total += line.amount;
            patientShare += line.patientShare;
        }
        _takeFromPool(payer, total);
        emit Settled(payment.claim, payer, payee, total, patientShare);
        token.safeTransfer(account, total);
    }

    /// @notice The claim that spends a nullifier now.
    /// @param payee number of the hospital
    /// @param nullifier of the service
    /// @return the claim; 0 when the nullifier is free
    function spentBy(uint64 payee, bytes32 nullifier) external view returns (bytes32) {
        return _spentBy[_nullifierKey(payee, nullifier)];
    }

    /// @notice What was paid for a line of a claim.
    /// @param payee number of the hospital
    /// @param claim of the line
    /// @param nullifier of the line
    /// @return the receipt; its payer is 0 when nothing was paid
    function receiptOf(uint64 payee, bytes32 claim, bytes32 nullifier)
        external
        view
        returns (Receipt memory)
    {
        return _receipts[_lineKey(payee, claim, nullifier)];
    }

    function _perform(uint64 organisation, bytes32 keyId, bytes4 action, bytes calldata arguments)
        internal
        override
    {
        ledger.requireOrganisationsKey(organisation, keyId);
        if (action == SettlementActions.setPayoutAccount.selector) {
            _setPayoutAccount(organisation, abi.decode(arguments, (address)));
        } else if (action == SettlementActions.withdraw.selector) {
            (uint256 amount, address to) = abi.decode(arguments, (uint256, address));
            _withdraw(organisation, amount, to);
        } else if (action == SettlementActions.reverse.selector) {
            (bytes32 claim, bytes32[] memory nullifiers) =
                abi.decode(arguments, (bytes32, bytes32[]));
            _reverse(organisation, claim, nullifiers);
        } else {
            revert ActionRefused(action);
        }
    }

    function _setPayoutAccount(uint64 organisation, address account) private {
        if (account == address(0)) revert NoAccount();
        payoutAccountOf[organisation] = account;
        emit PayoutAccountSet(organisation, account);
    }

    function _withdraw(uint64 insurer, uint256 amount, address to) private {
        if (to == address(0)) revert NoAccount();
        _takeFromPool(insurer, amount);
        emit Withdrawn(insurer, to, amount);
        token.safeTransfer(to, amount);
    }

    /// @dev The sender brings the tokens: taking them from an account that the organisation names
    /// would let it spend the allowance of somebody else.
    function _reverse(uint64 payee, bytes32 claim, bytes32[] memory nullifiers) private {
        uint256 total = 0;
        for (uint256 i = 0; i < nullifiers.length; ++i) {
            bytes32 nullifier = nullifiers[i];
            Receipt storage receipt = _receipts[_lineKey(payee, claim, nullifier)];
            if (receipt.payer == 0 || receipt.reversed) revert NotPaid(nullifier, claim);
            receipt.reversed = true;
            delete _spentBy[_nullifierKey(payee, nullifier)];
            poolOf[receipt.payer] += receipt.amount;
            total += receipt.amount;
            emit Reversed(nullifier, claim, payee, receipt.payer, receipt.amount);
        }
        token.safeTransferFrom(msg.sender, address(this), total);
    }

    function _spend(uint64 payer, uint64 payee, bytes32 claim, Line calldata line) private {
        bytes32 nullifierKey = _nullifierKey(payee, line.nullifier);
        bytes32 spender = _spentBy[nullifierKey];
        if (spender != 0) revert NullifierSpent(line.nullifier, spender);
        Receipt storage receipt = _receipts[_lineKey(payee, claim, line.nullifier)];
        if (receipt.payer != 0) revert PaidBefore(line.nullifier, claim);
        _spentBy[nullifierKey] = claim;
        receipt.payer = payer;
        receipt.amount = line.amount;
        emit Paid(line.nullifier, claim, payee, line.amount, line.patientShare);
    }

    function _takeFromPool(uint64 insurer, uint256 amount) private {
        uint256 has = poolOf[insurer];
        if (amount > has) revert PoolTooSmall(amount, has);
        poolOf[insurer] = has - amount;
    }

    function _requireSigned(bytes16 kind, Statement.Signed calldata signed, uint256 window)
        private
        view
    {
        bytes32 keyId = Statement.requireSigned(kind, signed, window);
        ledger.requireLicensed(signed.organisation, keyId, signed.signedAt);
    }

    function _requireAllLines(Payment calldata payment) private pure {
        uint256 given = payment.lines.length;
        uint32 count = payment.settlement.count;
        if (given != count || given > MOST_LINES) revert NotAllLines(given, count);
        bytes32[] memory hashes = new bytes32[](given);
        for (uint256 i = 0; i < given; ++i) {
            Line calldata line = payment.lines[i];
            hashes[i] = Rfc9162.leaf(
                abi.encodePacked(
                    line.nullifier,
                    payment.claim,
                    payment.bill.organisation,
                    line.amount,
                    line.patientShare
                )
            );
        }
        if (Rfc9162.root(hashes) != payment.settlement.root) revert NotWhatThePayerSigned();
    }

    function _requireBilled(Payment calldata payment, Line calldata line) private pure {
        if (line.amount == 0 && line.patientShare == 0) revert NothingPayable(line.nullifier);
        if (uint256(line.amount) + line.patientShare > line.billed) {
            revert MoreThanBilled(line.nullifier);
        }
        bytes32 leaf = Rfc9162.leaf(
            abi.encodePacked(
                line.nullifier, payment.claim, payment.settlement.organisation, line.billed
            )
        );
        Rfc9162.requireIncluded(line.index, payment.bill.count, leaf, line.path, payment.bill.root);
    }

    function _nullifierKey(uint64 payee, bytes32 nullifier) private pure returns (bytes32) {
        return keccak256(abi.encode(payee, nullifier));
    }

    function _lineKey(uint64 payee, bytes32 claim, bytes32 nullifier)
        private
        pure
        returns (bytes32)
    {
        return keccak256(abi.encode(payee, claim, nullifier));
    }
}

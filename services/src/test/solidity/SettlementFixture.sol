// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ClaimSettlement} from "../../main/solidity/ClaimSettlement.sol";
import {HealthToken} from "../../main/solidity/HealthToken.sol";
import {LedgerFixture} from "./LedgerFixture.sol";
import {ReferenceTree} from "./ReferenceTree.sol";
import {SettlementActions} from "../../main/solidity/SettlementActions.sol";
import {Signers} from "./Signers.sol";
import {Statement} from "../../main/solidity/Statement.sol";

/// @title An insurer with a pool and a hospital that bills it
abstract contract SettlementFixture is LedgerFixture {
    uint256 internal constant POOL = 1_000_000;
    address internal constant PAYOUT = address(0xF00D);

    ClaimSettlement internal settlement;
    HealthToken internal token;

    /// @dev What a bill's line says.
    struct Billed {
        bytes32 nullifier;
        bytes32 claim;
        uint64 payer;
        uint128 amount;
    }

    function setUp() public virtual override {
        super.setUp();
        token = new HealthToken(address(this));
        settlement = new ClaimSettlement(ledger, token);
        token.mint(address(this), 10 * POOL);
        token.approve(address(settlement), type(uint256).max);
        settlement.deposit(INSURER, POOL);
        setPayout(HOSPITAL_KEY, HOSPITAL, PAYOUT);
    }

    function setPayout(uint256 key, uint64 organisation, address account) internal {
        actOn(
            settlement,
            key,
            organisation,
            abi.encodeCall(SettlementActions.setPayoutAccount, (account))
        );
    }

    function reverse(uint256 key, uint64 organisation, bytes32 claim, bytes32 nullifier) internal {
        actOn(settlement, key, organisation, reversal(claim, nullifier));
    }

    function reversal(bytes32 claim, bytes32 nullifier) internal pure returns (bytes memory) {
        bytes32[] memory nullifiers = new bytes32[](1);
        nullifiers[0] = nullifier;
        return abi.encodeCall(SettlementActions.reverse, (claim, nullifiers));
    }

    /// @dev A claim of `count` lines, of which the insurer pays all: 100, 101, … cents of 1,000,
    /// 20 of them left to the patient each.
    function somePayment(bytes32 claim, uint256 seed, uint256 count)
        internal
        view
        returns (ClaimSettlement.Payment memory payment)
    {
        Billed[] memory bill = new Billed[](count);
        payment.claim = claim;
        payment.lines = new ClaimSettlement.Line[](count);
        for (uint256 i = 0; i < count; ++i) {
            bytes32 nullifier = keccak256(abi.encode("nullifier", seed + i));
            bill[i] = Billed(nullifier, claim, INSURER, 1000);
            payment.lines[i].nullifier = nullifier;
            payment.lines[i].amount = uint128(100 + i);
            payment.lines[i].patientShare = 20;
        }
        signBill(payment, bill, HOSPITAL_KEY, HOSPITAL);
        signSettlement(payment, INSURER_KEY, INSURER, uint64(block.timestamp));
    }

    function signBill(
        ClaimSettlement.Payment memory payment,
        Billed[] memory bill,
        uint256 key,
        uint64 organisation
    ) internal view {
        bytes32[] memory hashes = new bytes32[](bill.length);
        for (uint256 i = 0; i < bill.length; ++i) {
            hashes[i] = ReferenceTree.leaf(
                abi.encodePacked(bill[i].nullifier, bill[i].claim, bill[i].payer, bill[i].amount)
            );
        }
        payment.bill = signFor("bill/1", key, organisation, hashes, uint64(block.timestamp));
        for (uint256 i = 0; i < payment.lines.length; ++i) {
            payment.lines[i].billed = bill[i].amount;
            payment.lines[i].index = uint32(i);
            payment.lines[i].path = ReferenceTree.path(hashes, i);
        }
    }

    function signSettlement(
        ClaimSettlement.Payment memory payment,
        uint256 key,
        uint64 organisation,
        uint64 signedAt
    ) internal view {
        bytes32[] memory hashes = new bytes32[](payment.lines.length);
        for (uint256 i = 0; i < hashes.length; ++i) {
            ClaimSettlement.Line memory line = payment.lines[i];
            hashes[i] = ReferenceTree.leaf(
                abi.encodePacked(
                    line.nullifier,
                    payment.claim,
                    payment.bill.organisation,
                    line.amount,
                    line.patientShare
                )
            );
        }
        payment.settlement = signFor("settle/1", key, organisation, hashes, signedAt);
    }

    function signFor(
        bytes16 kind,
        uint256 key,
        uint64 organisation,
        bytes32[] memory hashes,
        uint64 signedAt
    ) internal view returns (Statement.Signed memory) {
        return Signers.tree(
            key,
            kind,
            block.chainid,
            address(settlement),
            organisation,
            ReferenceTree.root(hashes),
            uint32(hashes.length),
            signedAt
        );
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ClaimSettlement} from "../../main/solidity/ClaimSettlement.sol";
import {InvariantTest} from "./InvariantTest.sol";
import {SettlementActions} from "../../main/solidity/SettlementActions.sol";
import {SettlementFixture} from "./SettlementFixture.sol";
import {vm} from "./Vm.sol";

/// @notice Settles, repeats, reverses, deposits and withdraws as it comes, over few services and claims.
contract SettlementHandler is SettlementFixture {
    uint256 private constant SERVICES = 5;
    uint256 private constant CLAIMS = 4;

    ClaimSettlement.Payment[] private sent;
    /// @dev Payments of a service that stand: paid and not reversed.
    mapping(uint256 service => uint256) public standing;
    mapping(bytes32 claim => mapping(uint256 service => uint256)) public paidByClaim;
    uint256 public mostStanding;
    uint256 public mostPaidByClaim;
    uint256 public settled;

    function settleSomething(uint256 claim, uint256 service, uint256 count) external {
        uint256 first = service % SERVICES;
        ClaimSettlement.Payment memory payment =
            somePayment(bytes32(1 + claim % CLAIMS), first, 1 + count % 3);
        try this.keep(payment) {
            count_(payment, first);
        } catch {}
    }

    /// @dev Pays and remembers it, to send it again.
    function keep(ClaimSettlement.Payment calldata payment) external {
        require(msg.sender == address(this));
        settlement.settle(payment);
        sent.push(payment);
    }

    function settleAgain(uint256 which) external {
        if (sent.length == 0) return;
        which %= sent.length;
        ClaimSettlement.Payment memory payment = sent[which];
        try settlement.settle(payment) {
            ++mostPaidByClaim;
        } catch {}
    }

    function reverseSomething(uint256 claim, uint256 service) external {
        bytes32 of_ = bytes32(1 + claim % CLAIMS);
        uint256 index = service % (SERVICES + 2);
        bytes32 nullifier = keccak256(abi.encode("nullifier", index));
        try this.reverseOne(of_, nullifier) {
            --standing[index];
        } catch {}
    }

    function reverseOne(bytes32 claim, bytes32 nullifier) external {
        require(msg.sender == address(this));
        reverse(HOSPITAL_KEY, HOSPITAL, claim, nullifier);
    }

    function depositSomething(uint16 amount, bool other) external {
        settlement.deposit(other ? OTHER_HOSPITAL : INSURER, amount);
    }

    function withdrawSomething(uint256 amount) external {
        amount %= settlement.poolOf(INSURER) + 1;
        // Leaves the pool small now and then, so that settlements find too little in it.
        actOn(
            settlement,
            INSURER_KEY,
            INSURER,
            abi.encodeCall(SettlementActions.withdraw, (amount, address(this)))
        );
    }

    function pools() external view returns (uint256) {
        return settlement.poolOf(INSURER) + settlement.poolOf(OTHER_HOSPITAL);
    }

    function held() external view returns (uint256) {
        return token.balanceOf(address(settlement));
    }

    /// @dev No service is spent while nothing stands for it, and none stands unspent.
    function spentAsItStands() external view returns (bool) {
        for (uint256 i = 0; i < SERVICES + 2; ++i) {
            bool isSpent = settlement.spentBy(HOSPITAL, keccak256(abi.encode("nullifier", i))) != 0;
            if (isSpent != (standing[i] != 0)) return false;
        }
        return true;
    }

    function count_(ClaimSettlement.Payment memory payment, uint256 first) private {
        ++settled;
        for (uint256 i = first; i < first + payment.lines.length; ++i) {
            if (++standing[i] > mostStanding) mostStanding = standing[i];
            uint256 times = ++paidByClaim[payment.claim][i];
            if (times > mostPaidByClaim) mostPaidByClaim = times;
        }
    }
}

/// @title What holds for the money, whatever is sent
/// forge-config: default.invariant.runs = 30
/// forge-config: default.invariant.depth = 80
contract SettlementInvariants is InvariantTest {
    SettlementHandler private worker;

    function setUp() public {
        worker = new SettlementHandler();
        worker.setUp();
    }

    function invariant_the_settlement_holds_what_the_pools_hold() public view {
        vm.assertEq(worker.held(), worker.pools(), "tokens");
    }

    function invariant_no_nullifier_is_paid_twice() public view {
        vm.assertTrue(worker.mostStanding() <= 1, "at a time");
        vm.assertTrue(worker.mostPaidByClaim() <= 1, "by one claim");
        vm.assertTrue(worker.spentAsItStands(), "spent as it stands");
    }

    function handler() internal view override returns (address) {
        return address(worker);
    }

    function actions() internal pure override returns (bytes4[] memory selectors) {
        selectors = new bytes4[](5);
        selectors[0] = SettlementHandler.settleSomething.selector;
        selectors[1] = SettlementHandler.settleAgain.selector;
        selectors[2] = SettlementHandler.reverseSomething.selector;
        selectors[3] = SettlementHandler.depositSomething.selector;
        selectors[4] = SettlementHandler.withdrawSomething.selector;
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ClaimSettlement} from "../../main/solidity/ClaimSettlement.sol";
import {GasMeter} from "./GasMeter.sol";
import {SettlementFixture} from "./SettlementFixture.sol";
import {vm} from "./Vm.sol";

/// @title What settling costs
contract SettlementGasTest is SettlementFixture, GasMeter {
    function test_a_settlement_of_one_line_costs_at_most_160000_gas() public {
        vm.pauseGasMetering();
        assertAtMost(gasOf(address(settlement), settleCall(1)), 160_000);
    }

    function test_a_settlement_of_ten_lines_costs_at_most_65000_gas_each() public {
        vm.pauseGasMetering();
        assertAtMost(gasOf(address(settlement), settleCall(10)), 650_000);
    }

    function settleCall(uint256 lines) private view returns (bytes memory) {
        return abi.encodeCall(ClaimSettlement.settle, (somePayment("claim", 1, lines)));
    }
}

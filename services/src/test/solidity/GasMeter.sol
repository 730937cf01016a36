// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {vm} from "./Vm.sol";

/// @title Measuring one call
/// @notice Execution gas of the call itself, its storage cold, without the transaction's base and
/// calldata gas. Metering is paused around it: `forge snapshot` records the call and 3,500 more.
abstract contract GasMeter {
    function gasOf(address target, bytes memory input) internal returns (uint256) {
        // The address that a transaction calls is warm from the start (EIP-2929).
        vm.assertTrue(target.code.length > 0, "deployed");
        bool ok;
        vm.resumeGasMetering();
        assembly ("memory-safe") {
            ok := call(gas(), target, 0, add(input, 32), mload(input), 0, 0)
        }
        vm.pauseGasMetering();
        uint256 gas = vm.lastCallGas().gasTotalUsed;
        vm.assertTrue(ok, "the call succeeds");
        return gas;
    }

    function assertAtMost(uint256 gas, uint256 limit) internal pure {
        vm.assertTrue(gas <= limit, vm.toString(gas));
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {LedgerFixture} from "./LedgerFixture.sol";
import {RecordLedger} from "../../main/solidity/RecordLedger.sol";
import {ReferenceTree} from "./ReferenceTree.sol";
import {Statement} from "../../main/solidity/Statement.sol";
import {vm} from "./Vm.sol";

/// @title What anchoring costs
/// @notice Execution gas of the call itself, all storage cold, without the transaction's base and calldata gas.
contract LedgerGasTest is LedgerFixture {
    function test_one_anchor_costs_at_most_40000_gas() public {
        RecordLedger.Entry[] memory entries = someEntries(1, 1);
        uint256 gas = anchorGas(signAnchor(DOCTOR, HOSPITAL, entries), 0, entries, new bytes32[](0));
        vm.snapshotValue("RecordLedger", "anchor, one entry", gas);
        vm.assertTrue(gas <= 40_000, vm.toString(gas));
    }

    function test_a_run_of_100_costs_at_most_25500_gas_each() public {
        RecordLedger.Entry[] memory entries = someEntries(1, 100);
        uint256 gas = anchorGas(signAnchor(DOCTOR, HOSPITAL, entries), 0, entries, new bytes32[](0));
        vm.snapshotValue("RecordLedger", "anchor, each of 100", gas / 100);
        vm.assertTrue(gas <= 100 * 25_500, vm.toString(gas / 100));
    }

    function test_a_full_run_of_a_thousand_fits_a_transaction() public {
        RecordLedger.Entry[] memory entries = someEntries(1, 1000);
        bytes32[] memory path = ReferenceTree.runPath(hashesOf(entries), 1);
        uint256 gas = anchorGas(signAnchor(DOCTOR, HOSPITAL, entries), 1, runOf(entries, 1), path);
        vm.snapshotValue("RecordLedger", "anchor, each of 256 in 1000", gas / 256);
        // EIP-7825 caps a transaction at 2^24 gas; 256 leaves are 24,576 bytes of calldata at 16 gas, 40 at most.
        vm.assertTrue(gas + 21_000 + 256 * 96 * 40 <= 1 << 24, vm.toString(gas));
    }

    function test_one_patients_anchor_costs_at_most_40000_gas() public {
        RecordLedger.PatientItem[] memory items =
            onlyItem(patientItem("Anchor", SLOT_KEY, someEntry(1), uint64(block.timestamp)));
        ledger.anchorPatient(items);
        uint256 gas = vm.lastCallGas().gasTotalUsed;
        vm.snapshotValue("RecordLedger", "anchorPatient, one entry", gas);
        vm.assertTrue(gas <= 40_000, vm.toString(gas));
    }

    function anchorGas(
        Statement.Signed memory signed,
        uint32 run,
        RecordLedger.Entry[] memory entries,
        bytes32[] memory path
    ) private returns (uint256) {
        send(signed, run, entries, path);
        return vm.lastCallGas().gasTotalUsed;
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {GasMeter} from "./GasMeter.sol";
import {LedgerFixture} from "./LedgerFixture.sol";
import {RecordLedger} from "../../main/solidity/RecordLedger.sol";
import {ReferenceTree} from "./ReferenceTree.sol";
import {Statement} from "../../main/solidity/Statement.sol";
import {vm} from "./Vm.sol";

/// @title What anchoring costs
contract LedgerGasTest is LedgerFixture, GasMeter {
    uint256 private constant ANCHORED = 5000;
    bytes32[] private none = new bytes32[](0);

    function setUp() public override {
        super.setUp();
        anchorOne(DOCTOR, HOSPITAL, someEntry(ANCHORED));
    }

    function test_one_anchor_costs_at_most_40000_gas() public {
        vm.pauseGasMetering();
        assertAtMost(gasOf(address(ledger), anchorCall(1, 0)), 40_000);
    }

    function test_a_run_of_100_costs_at_most_25500_gas_each() public {
        vm.pauseGasMetering();
        assertAtMost(gasOf(address(ledger), anchorCall(100, 0)), 100 * 25_500);
    }

    /// @dev EIP-7825 caps a transaction at 2^24 gas; a byte of calldata costs 40 at most (EIP-7623).
    function test_a_full_run_of_a_thousand_fits_a_transaction() public {
        vm.pauseGasMetering();
        bytes memory call = anchorCall(1000, 1);
        assertAtMost(gasOf(address(ledger), call) + 21_000 + call.length * 40, 1 << 24);
    }

    function test_one_patients_anchor_costs_at_most_40000_gas() public {
        vm.pauseGasMetering();
        RecordLedger.PatientItem[] memory items =
            onlyItem(patientItem("Anchor", SLOT_KEY, someEntry(1), uint64(block.timestamp)));
        assertAtMost(
            gasOf(address(ledger), abi.encodeCall(RecordLedger.anchorPatient, (items))), 40_000
        );
    }

    function test_one_retraction_costs_at_most_30000_gas() public {
        vm.pauseGasMetering();
        RecordLedger.Retraction[] memory leaves = retraction(someEntry(ANCHORED), DOCTOR);
        Statement.Signed memory by = signRetraction(DOCTOR, HOSPITAL, leaves);
        bytes memory call = abi.encodeCall(
            RecordLedger.retract,
            (
                by.organisation,
                by.root,
                by.count,
                by.signedAt,
                by.x,
                by.y,
                by.r,
                by.s,
                0,
                leaves,
                none
            )
        );
        assertAtMost(gasOf(address(ledger), call), 30_000);
    }

    function anchorCall(uint256 count, uint32 run) private view returns (bytes memory) {
        RecordLedger.Entry[] memory entries = someEntries(1, count);
        Statement.Signed memory by = signAnchor(DOCTOR, HOSPITAL, entries);
        bytes32[] memory path = ReferenceTree.runPath(hashesOf(entries), run);
        return abi.encodeCall(
            RecordLedger.anchor,
            (
                by.organisation,
                by.root,
                by.count,
                by.signedAt,
                by.x,
                by.y,
                by.r,
                by.s,
                run,
                runOf(entries, run),
                path
            )
        );
    }
}

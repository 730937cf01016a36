// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {LedgerFixture} from "./LedgerFixture.sol";
import {RecordLedger} from "../../main/solidity/RecordLedger.sol";
import {vm} from "./Vm.sol";

/// @title Anchoring and retracting for patients
contract PatientEntriesTest is LedgerFixture {
    uint64 private constant PATIENTS = 0;

    function test_a_patients_entry_lies_in_the_slot_that_signed_it() public {
        RecordLedger.Entry memory entry = someEntry(1);
        vm.expectEmit();
        emit RecordLedger.Anchored(
            slotKeyOnChain(PATIENTS, patientSlot(SLOT_KEY)), entry.manifestDigest, entry.contentRoot
        );
        anchorPatient(SLOT_KEY, entry);
        assertWord(
            PATIENTS,
            patientSlot(SLOT_KEY),
            anchoredWord(digestOf(entry), 0, block.timestamp),
            "word"
        );
    }

    function test_a_patients_slot_takes_one_entry() public {
        anchorPatient(SLOT_KEY, someEntry(1));
        uint256 stands = ledger.wordOf(PATIENTS, patientSlot(SLOT_KEY));
        anchorPatient(SLOT_KEY, someEntry(2));
        assertWord(PATIENTS, patientSlot(SLOT_KEY), stands, "the first stands");
    }

    function test_a_late_or_used_item_holds_up_nobody_else() public {
        anchorPatient(SLOT_KEY, someEntry(1));
        RecordLedger.PatientItem[] memory items = new RecordLedger.PatientItem[](3);
        items[0] = patientItem("Anchor", SLOT_KEY, someEntry(2), uint64(block.timestamp));
        items[1] = patientItem("Anchor", SLOT_KEY + 1, someEntry(3), uint64(block.timestamp - 1));
        items[2] = patientItem("Anchor", SLOT_KEY + 2, someEntry(4), uint64(block.timestamp));
        vm.expectEmit();
        emit RecordLedger.Skipped(slotKeyOnChain(PATIENTS, patientSlot(SLOT_KEY)));
        vm.expectEmit();
        emit RecordLedger.Skipped(slotKeyOnChain(PATIENTS, patientSlot(SLOT_KEY + 1)));
        ledger.anchorPatient(items);
        assertWord(PATIENTS, patientSlot(SLOT_KEY + 1), 0, "late");
        assertWord(
            PATIENTS,
            patientSlot(SLOT_KEY + 2),
            anchoredWord(digestOf(someEntry(4)), 0, block.timestamp),
            "anchored"
        );
    }

    function testFuzz_a_tampered_item_reaches_nobodys_slot(uint256 what, uint256 bit) public {
        RecordLedger.PatientItem memory item =
            patientItem("Anchor", SLOT_KEY, someEntry(1), uint64(block.timestamp + 1));
        bytes32 flip = bytes32(1 << (bit % 256));
        what %= 5;
        if (what == 0) item.manifestDigest ^= flip;
        if (what == 1) item.contentRoot ^= flip;
        if (what == 2) item.notAfter += 1;
        if (what == 3) item.r ^= flip;
        if (what == 4) item.s ^= flip;
        ledger.anchorPatient(onlyItem(item));
        assertWord(PATIENTS, patientSlot(SLOT_KEY), 0, "empty");
    }

    function test_a_signature_that_recovers_to_nobody_fills_nothing() public {
        RecordLedger.PatientItem memory item =
            patientItem("Anchor", SLOT_KEY, someEntry(1), uint64(block.timestamp + 1));
        item.v = 99;
        vm.expectEmit();
        emit RecordLedger.Skipped(slotKeyOnChain(PATIENTS, bytes32(0)));
        ledger.anchorPatient(onlyItem(item));
        assertWord(PATIENTS, bytes32(0), 0, "the slot of the zero address stays empty");
    }

    function test_a_patient_retracts_their_own_entry() public {
        RecordLedger.Entry memory entry = someEntry(1);
        anchorPatient(SLOT_KEY, entry);
        uint256 anchoredAt = block.timestamp;
        vm.warp(block.timestamp + 1 days);
        retractPatient(SLOT_KEY, entry);
        assertWord(
            PATIENTS,
            patientSlot(SLOT_KEY),
            retractedWord(digestOf(entry), 0, 0, anchoredAt, block.timestamp),
            "retracted"
        );
    }

    function test_a_retracted_consent_is_not_brought_back() public {
        RecordLedger.Entry memory entry = someEntry(1);
        anchorPatient(SLOT_KEY, entry);
        retractPatient(SLOT_KEY, entry);
        uint256 stands = ledger.wordOf(PATIENTS, patientSlot(SLOT_KEY));
        vm.warp(block.timestamp + 1 hours);
        anchorPatient(SLOT_KEY, entry);
        retractPatient(SLOT_KEY, entry);
        assertWord(PATIENTS, patientSlot(SLOT_KEY), stands, "word");
    }

    function test_a_patients_retraction_of_what_is_not_there_is_skipped() public {
        anchorPatient(SLOT_KEY, someEntry(1));
        uint256 stands = ledger.wordOf(PATIENTS, patientSlot(SLOT_KEY));
        retractPatient(SLOT_KEY, someEntry(2));
        retractPatient(SLOT_KEY + 1, someEntry(1));
        assertWord(PATIENTS, patientSlot(SLOT_KEY), stands, "stands");
        assertWord(PATIENTS, patientSlot(SLOT_KEY + 1), 0, "empty");
    }

    function test_a_late_retraction_of_a_patient_is_skipped() public {
        RecordLedger.Entry memory entry = someEntry(1);
        anchorPatient(SLOT_KEY, entry);
        RecordLedger.PatientItem[] memory items =
            onlyItem(patientItem("Retract", SLOT_KEY, entry, uint64(block.timestamp)));
        vm.warp(block.timestamp + 1);
        ledger.retractPatient(items);
        vm.assertTrue(uint32(ledger.wordOf(PATIENTS, patientSlot(SLOT_KEY))) == 0, "not retracted");
    }

    function test_a_patients_signature_to_anchor_does_not_retract() public {
        RecordLedger.Entry memory entry = someEntry(1);
        RecordLedger.PatientItem[] memory items =
            onlyItem(patientItem("Anchor", SLOT_KEY, entry, uint64(block.timestamp + 1)));
        ledger.anchorPatient(items);
        ledger.retractPatient(items);
        vm.assertTrue(uint32(ledger.wordOf(PATIENTS, patientSlot(SLOT_KEY))) == 0, "not retracted");
    }
}

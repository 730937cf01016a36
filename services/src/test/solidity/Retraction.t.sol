// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {LedgerFixture} from "./LedgerFixture.sol";
import {Licensing} from "../../main/solidity/Licensing.sol";
import {RecordLedger} from "../../main/solidity/RecordLedger.sol";
import {RegistryActions} from "../../main/solidity/RegistryActions.sol";
import {ReferenceTree} from "./ReferenceTree.sol";
import {Rfc9162} from "../../main/solidity/Rfc9162.sol";
import {Signers} from "./Signers.sol";
import {Statement} from "../../main/solidity/Statement.sol";
import {vm} from "./Vm.sol";

/// @title Retracting for an organisation
contract RetractionTest is LedgerFixture {
    bytes32[] private none = new bytes32[](0);
    RecordLedger.Entry private entry;
    uint256 private anchoredAt;

    function setUp() public override {
        super.setUp();
        entry = someEntry(1);
        anchorOne(DOCTOR, HOSPITAL, entry);
        anchoredAt = block.timestamp;
        vm.warp(block.timestamp + 1 days);
    }

    function test_an_author_retracts_what_it_wrote() public {
        vm.expectEmit();
        emit RecordLedger.Retracted(slotKeyOnChain(HOSPITAL, entry.slot), Signers.keyId(DOCTOR));
        retractOne(DOCTOR, HOSPITAL, entry, DOCTOR);
        assertRetractedBy(DOCTOR, block.timestamp);
    }

    function test_a_practitioner_cannot_retract_what_another_wrote() public {
        RecordLedger.Retraction[] memory leaves = retraction(entry, DOCTOR);
        Statement.Signed memory signed = signRetraction(SECOND_DOCTOR, HOSPITAL, leaves);
        vm.expectRevert(
            abi.encodeWithSelector(
                RecordLedger.NotTheAuthor.selector, entry.slot, Signers.keyId(DOCTOR)
            )
        );
        sendRetraction(signed, 0, leaves, none);
    }

    function test_a_practitioner_cannot_pass_anothers_entry_off_as_its_own() public {
        RecordLedger.Retraction[] memory leaves = retraction(entry, SECOND_DOCTOR);
        Statement.Signed memory signed = signRetraction(SECOND_DOCTOR, HOSPITAL, leaves);
        vm.expectRevert(abi.encodeWithSelector(RecordLedger.NotAnchored.selector, entry.slot));
        sendRetraction(signed, 0, leaves, none);
    }

    function test_the_organisations_own_key_retracts_anything_of_the_organisation() public {
        retractOne(HOSPITAL_KEY, HOSPITAL, entry, DOCTOR);
        assertRetractedBy(HOSPITAL_KEY, block.timestamp);
    }

    function test_another_organisation_reaches_no_slot_of_this_one() public {
        RecordLedger.Retraction[] memory leaves = retraction(entry, DOCTOR);
        Statement.Signed memory signed = signRetraction(OTHER_HOSPITAL_KEY, OTHER_HOSPITAL, leaves);
        vm.expectRevert(abi.encodeWithSelector(RecordLedger.NotAnchored.selector, entry.slot));
        sendRetraction(signed, 0, leaves, none);
    }

    function test_a_second_retraction_is_skipped_and_the_first_stands() public {
        retractOne(DOCTOR, HOSPITAL, entry, DOCTOR);
        uint256 first = block.timestamp;
        vm.warp(block.timestamp + 1 days);
        RecordLedger.Retraction[] memory leaves = retraction(entry, DOCTOR);
        Statement.Signed memory signed = signRetraction(HOSPITAL_KEY, HOSPITAL, leaves);
        vm.expectEmit();
        emit RecordLedger.Skipped(slotKeyOnChain(HOSPITAL, entry.slot));
        sendRetraction(signed, 0, leaves, none);
        assertRetractedBy(DOCTOR, first);
    }

    function test_what_is_retracted_is_not_anchored_again() public {
        retractOne(DOCTOR, HOSPITAL, entry, DOCTOR);
        uint256 stands = ledger.wordOf(HOSPITAL, entry.slot);
        vm.warp(block.timestamp + 1 days);
        anchorOne(DOCTOR, HOSPITAL, entry);
        assertWord(HOSPITAL, entry.slot, stands, "retracted for good");
    }

    function test_an_empty_slot_is_not_retracted() public {
        RecordLedger.Retraction[] memory leaves = retraction(someEntry(2), DOCTOR);
        Statement.Signed memory signed = signRetraction(DOCTOR, HOSPITAL, leaves);
        vm.expectRevert(abi.encodeWithSelector(RecordLedger.NotAnchored.selector, leaves[0].slot));
        sendRetraction(signed, 0, leaves, none);
    }

    function test_another_record_in_the_slot_is_not_retracted() public {
        RecordLedger.Entry memory other = someEntry(2);
        other.slot = entry.slot;
        RecordLedger.Retraction[] memory leaves = retraction(other, DOCTOR);
        Statement.Signed memory signed = signRetraction(DOCTOR, HOSPITAL, leaves);
        vm.expectRevert(abi.encodeWithSelector(RecordLedger.NotAnchored.selector, entry.slot));
        sendRetraction(signed, 0, leaves, none);
    }

    function test_a_tampered_leaf_or_a_part_of_a_run_is_refused() public {
        RecordLedger.Retraction[] memory leaves = retraction(entry, DOCTOR);
        RecordLedger.Retraction[] memory others = retraction(someEntry(2), DOCTOR);
        Statement.Signed memory signed = signRetraction(DOCTOR, HOSPITAL, others);
        vm.expectRevert(Rfc9162.NotIncluded.selector);
        sendRetraction(signed, 0, leaves, none);
        vm.expectRevert(abi.encodeWithSelector(Rfc9162.NotAWholeRun.selector, 0, 1, 1));
        sendRetraction(signed, 0, new RecordLedger.Retraction[](0), none);
    }

    function test_a_retraction_of_several_runs_is_sent_run_by_run() public {
        RecordLedger.Entry[] memory entries = someEntries(100, 260);
        Statement.Signed memory anchored = signAnchor(DOCTOR, HOSPITAL, entries);
        bytes32[] memory anchorHashes = hashesOf(entries);
        send(anchored, 0, runOf(entries, 0), ReferenceTree.runPath(anchorHashes, 0));
        send(anchored, 1, runOf(entries, 1), ReferenceTree.runPath(anchorHashes, 1));

        RecordLedger.Retraction[] memory leaves = new RecordLedger.Retraction[](260);
        RecordLedger.Retraction[] memory last = new RecordLedger.Retraction[](4);
        bytes32[] memory hashes = new bytes32[](260);
        for (uint256 i = 0; i < 260; ++i) {
            leaves[i] = retraction(entries[i], DOCTOR)[0];
            if (i >= 256) last[i - 256] = leaves[i];
            hashes[i] = ReferenceTree.leaf(abi.encode(leaves[i]));
        }
        Statement.Signed memory signed = signRetraction(HOSPITAL_KEY, HOSPITAL, leaves);
        sendRetraction(signed, 1, last, ReferenceTree.runPath(hashes, 1));
        vm.assertTrue(
            uint32(ledger.wordOf(HOSPITAL, entries[259].slot)) == block.timestamp, "second run"
        );
        vm.assertTrue(
            uint32(ledger.wordOf(HOSPITAL, entries[0].slot)) == 0, "first run is not sent yet"
        );
    }

    function test_a_revoked_key_retracts_nothing() public {
        RecordLedger.Retraction[] memory leaves = retraction(entry, DOCTOR);
        Statement.Signed memory signed = signRetraction(DOCTOR, HOSPITAL, leaves);
        act(
            HOSPITAL_KEY,
            HOSPITAL,
            abi.encodeCall(RegistryActions.revoke, (HOSPITAL, Signers.keyId(DOCTOR), 0))
        );
        vm.expectRevert(
            abi.encodeWithSelector(
                Licensing.NotLicensed.selector, HOSPITAL, Signers.keyId(DOCTOR), 3
            )
        );
        sendRetraction(signed, 0, leaves, none);
    }

    function test_a_retraction_is_accepted_for_30_days_and_no_longer() public {
        RecordLedger.Retraction[] memory leaves = retraction(entry, DOCTOR);
        Statement.Signed memory signed = signRetraction(DOCTOR, HOSPITAL, leaves);
        vm.warp(block.timestamp + 30 days + 1);
        vm.expectRevert(
            abi.encodeWithSelector(Statement.SignedTooLongAgo.selector, signed.signedAt)
        );
        sendRetraction(signed, 0, leaves, none);
    }

    function assertRetractedBy(uint256 key, uint256 time) private view {
        uint256 expected = retractedWord(
            digestOf(entry), Signers.keyId(DOCTOR), Signers.keyId(key), anchoredAt, time
        );
        assertWord(HOSPITAL, entry.slot, expected, "retracted");
    }
}

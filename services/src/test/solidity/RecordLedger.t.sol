// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {LedgerFixture} from "./LedgerFixture.sol";
import {Licensing} from "../../main/solidity/Licensing.sol";
import {RecordLedger} from "../../main/solidity/RecordLedger.sol";
import {ReferenceTree} from "./ReferenceTree.sol";
import {RegistryActions} from "../../main/solidity/RegistryActions.sol";
import {Rfc9162} from "../../main/solidity/Rfc9162.sol";
import {Signers} from "./Signers.sol";
import {Statement} from "../../main/solidity/Statement.sol";
import {vm} from "./Vm.sol";

/// @title Anchoring for an organisation
contract RecordLedgerTest is LedgerFixture {
    bytes32[] private none = new bytes32[](0);

    function test_an_anchored_entry_has_the_word_of_the_protocol() public {
        RecordLedger.Entry memory entry = someEntry(1);
        anchorOne(DOCTOR, HOSPITAL, entry);
        uint256 expected = anchoredWord(digestOf(entry), Signers.keyId(DOCTOR), block.timestamp);
        assertWord(HOSPITAL, entry.slot, expected, "word");
    }

    function test_the_word_lies_where_a_storage_proof_looks_for_it() public {
        RecordLedger.Entry memory entry = someEntry(1);
        anchorOne(DOCTOR, HOSPITAL, entry);
        bytes32 place = keccak256(abi.encode(slotKeyOnChain(HOSPITAL, entry.slot), ledger.WORDS()));
        vm.assertEq(
            vm.load(address(ledger), place), bytes32(ledger.wordOf(HOSPITAL, entry.slot)), "storage"
        );
        vm.assertEq(ledger.WORDS(), 0, "index");
    }

    function test_anchoring_says_where_to_look() public {
        RecordLedger.Entry memory entry = someEntry(1);
        Statement.Signed memory signed = signAnchor(DOCTOR, HOSPITAL, only(entry));
        vm.expectEmit();
        emit RecordLedger.Anchored(
            slotKeyOnChain(HOSPITAL, entry.slot), entry.manifestDigest, entry.contentRoot
        );
        sendOne(signed, entry);
    }

    function test_whoever_relays_it_changes_nothing() public {
        RecordLedger.Entry memory entry = someEntry(1);
        Statement.Signed memory signed = signAnchor(DOCTOR, HOSPITAL, only(entry));
        vm.prank(address(0xFEE));
        sendOne(signed, entry);
        uint256 expected = anchoredWord(digestOf(entry), Signers.keyId(DOCTOR), block.timestamp);
        assertWord(HOSPITAL, entry.slot, expected, "word");
    }

    function test_a_used_slot_is_skipped_and_the_rest_of_the_run_anchored() public {
        RecordLedger.Entry[] memory entries = someEntries(10, 5);
        RecordLedger.Entry memory earlier = someEntry(99);
        earlier.slot = entries[2].slot;
        anchorOne(SECOND_DOCTOR, HOSPITAL, earlier);
        uint256 stands = ledger.wordOf(HOSPITAL, earlier.slot);

        vm.warp(block.timestamp + 60);
        Statement.Signed memory signed = signAnchor(DOCTOR, HOSPITAL, entries);
        vm.recordLogs();
        send(signed, 0, entries, none);
        bytes32 topic = vm.getRecordedLogs()[2].topics[0];
        vm.assertEq(topic, RecordLedger.Skipped.selector, "skipped with an event");
        assertWord(HOSPITAL, earlier.slot, stands, "the earlier word stands");
        for (uint256 i = 0; i < entries.length; ++i) {
            if (i == 2) continue;
            uint256 expected =
                anchoredWord(digestOf(entries[i]), Signers.keyId(DOCTOR), block.timestamp);
            assertWord(HOSPITAL, entries[i].slot, expected, "anchored");
        }
    }

    function test_runs_of_one_statement_come_in_any_order() public {
        RecordLedger.Entry[] memory entries = someEntries(1, 600);
        Statement.Signed memory signed = signAnchor(DOCTOR, HOSPITAL, entries);
        bytes32[] memory hashes = hashesOf(entries);
        uint32[3] memory order = [uint32(2), 0, 1];
        for (uint256 i = 0; i < 3; ++i) {
            send(
                signed, order[i], runOf(entries, order[i]), ReferenceTree.runPath(hashes, order[i])
            );
        }
        for (uint256 i = 0; i < entries.length; ++i) {
            uint256 expected =
                anchoredWord(digestOf(entries[i]), Signers.keyId(DOCTOR), block.timestamp);
            assertWord(HOSPITAL, entries[i].slot, expected, "anchored");
        }
    }

    function test_a_part_of_a_run_is_refused() public {
        RecordLedger.Entry[] memory entries = someEntries(1, 300);
        Statement.Signed memory signed = signAnchor(DOCTOR, HOSPITAL, entries);
        bytes32[] memory hashes = hashesOf(entries);
        bytes32[] memory path0 = ReferenceTree.runPath(hashes, 0);
        bytes32[] memory path1 = ReferenceTree.runPath(hashes, 1);
        vm.expectRevert(abi.encodeWithSelector(Rfc9162.NotAWholeRun.selector, 0, 300, 256));
        send(signed, 0, slice(entries, 0, 255), path0);
        vm.expectRevert(abi.encodeWithSelector(Rfc9162.NotAWholeRun.selector, 1, 300, 44));
        send(signed, 1, slice(entries, 257, 300), path1);
        vm.expectRevert(abi.encodeWithSelector(Rfc9162.NotAWholeRun.selector, 0, 300, 256));
        send(signed, 0, entries, none);
        vm.expectRevert(abi.encodeWithSelector(Rfc9162.NotAWholeRun.selector, 2, 300, 0));
        send(signed, 2, new RecordLedger.Entry[](0), none);
    }

    function test_a_run_with_a_gap_or_out_of_order_is_refused() public {
        RecordLedger.Entry[] memory entries = someEntries(1, 8);
        Statement.Signed memory signed = signAnchor(DOCTOR, HOSPITAL, entries);
        (entries[3], entries[4]) = (entries[4], entries[3]);
        vm.expectRevert(Rfc9162.NotIncluded.selector);
        send(signed, 0, entries, none);
        (entries[3], entries[4]) = (entries[4], entries[3]);
        entries[7] = someEntry(99);
        vm.expectRevert(Rfc9162.NotIncluded.selector);
        send(signed, 0, entries, none);
    }

    function test_a_run_at_another_place_is_refused() public {
        RecordLedger.Entry[] memory entries = someEntries(1, 768);
        Statement.Signed memory signed = signAnchor(DOCTOR, HOSPITAL, entries);
        bytes32[] memory hashes = hashesOf(entries);
        bytes32[] memory path = ReferenceTree.runPath(hashes, 1);
        vm.expectRevert(Rfc9162.NotIncluded.selector);
        send(signed, 0, runOf(entries, 1), path);
        vm.expectRevert(Rfc9162.NotIncluded.selector);
        send(signed, 2, runOf(entries, 1), path);
    }

    function test_an_empty_statement_is_refused() public {
        Statement.Signed memory signed = Signers.tree(
            DOCTOR,
            "anchor/1",
            block.chainid,
            address(ledger),
            HOSPITAL,
            bytes32(0),
            0,
            uint64(block.timestamp)
        );
        vm.expectRevert(Rfc9162.EmptyTree.selector);
        send(signed, 0, new RecordLedger.Entry[](0), none);
    }

    function test_a_statement_of_more_than_a_million_leaves_is_refused() public {
        uint32 count = (1 << 20) + 1;
        RecordLedger.Entry[] memory entries = someEntries(1, 1);
        Statement.Signed memory signed = Signers.tree(
            DOCTOR,
            "anchor/1",
            block.chainid,
            address(ledger),
            HOSPITAL,
            bytes32(0),
            count,
            uint64(block.timestamp)
        );
        vm.expectRevert(abi.encodeWithSelector(RecordLedger.TooManyLeaves.selector, count));
        send(signed, 4096, entries, none);
    }

    function test_the_same_slot_twice_in_a_run_holds_the_first() public {
        RecordLedger.Entry[] memory entries = someEntries(1, 2);
        entries[1].slot = entries[0].slot;
        send(signAnchor(DOCTOR, HOSPITAL, entries), 0, entries, none);
        uint256 expected =
            anchoredWord(digestOf(entries[0]), Signers.keyId(DOCTOR), block.timestamp);
        assertWord(HOSPITAL, entries[0].slot, expected, "first");
    }

    function test_a_statement_sent_again_writes_nothing() public {
        RecordLedger.Entry memory entry = someEntry(1);
        Statement.Signed memory signed = signAnchor(DOCTOR, HOSPITAL, only(entry));
        sendOne(signed, entry);
        uint256 stands = ledger.wordOf(HOSPITAL, entry.slot);
        vm.warp(block.timestamp + 1 days);
        vm.expectEmit();
        emit RecordLedger.Skipped(slotKeyOnChain(HOSPITAL, entry.slot));
        sendOne(signed, entry);
        assertWord(HOSPITAL, entry.slot, stands, "the time of anchoring stands too");
    }

    function test_a_statement_is_accepted_for_30_days_and_no_longer() public {
        RecordLedger.Entry[] memory entries = someEntries(1, 2);
        Statement.Signed memory first = signAnchor(DOCTOR, HOSPITAL, only(entries[0]));
        Statement.Signed memory second = signAnchor(DOCTOR, HOSPITAL, only(entries[1]));
        vm.warp(first.signedAt + 30 days);
        sendOne(first, entries[0]);
        vm.warp(first.signedAt + 30 days + 1);
        vm.expectRevert(
            abi.encodeWithSelector(Statement.SignedTooLongAgo.selector, second.signedAt)
        );
        sendOne(second, entries[1]);
    }

    function test_a_signer_clock_may_be_five_minutes_ahead_and_no_more() public {
        RecordLedger.Entry memory entry = someEntry(1);
        uint64 soon = uint64(block.timestamp + 300);
        sendOne(signEntries(DOCTOR, "anchor/1", HOSPITAL, only(entry), soon), entry);
        entry = someEntry(2);
        Statement.Signed memory signed =
            signEntries(DOCTOR, "anchor/1", HOSPITAL, only(entry), soon + 1);
        vm.expectRevert(abi.encodeWithSelector(Statement.SignedInTheFuture.selector, soon + 1));
        sendOne(signed, entry);
    }

    function test_an_absurd_time_is_refused_and_not_wrapped_around() public {
        RecordLedger.Entry memory entry = someEntry(1);
        Statement.Signed memory signed =
            signEntries(DOCTOR, "anchor/1", HOSPITAL, only(entry), type(uint64).max);
        vm.expectRevert(
            abi.encodeWithSelector(Statement.SignedInTheFuture.selector, type(uint64).max)
        );
        sendOne(signed, entry);
    }

    function testFuzz_a_licence_covers_its_interval_and_nothing_else(
        uint32 notBefore,
        uint32 length,
        uint32 signedAfter,
        uint32 sentAfter
    ) public {
        uint256 start = block.timestamp;
        uint40 from = uint40(start + notBefore % 10 days);
        uint40 to = from + 1 + uint40(length % 20 days);
        act(
            HOSPITAL_KEY,
            HOSPITAL,
            abi.encodeCall(RegistryActions.license, (HOSPITAL, Signers.keyId(DOCTOR), from, to))
        );
        uint64 signedAt = uint64(start + signedAfter % 30 days);
        uint256 sentAt = signedAt + sentAfter % 30 days;
        vm.warp(sentAt);
        RecordLedger.Entry memory entry = someEntry(1);
        Statement.Signed memory signed =
            signEntries(DOCTOR, "anchor/1", HOSPITAL, only(entry), signedAt);
        bool isCovered = from <= signedAt && sentAt <= to;
        if (!isCovered) {
            vm.expectRevert(
                abi.encodeWithSelector(
                    Licensing.OutsideLicence.selector, HOSPITAL, Signers.keyId(DOCTOR)
                )
            );
        }
        sendOne(signed, entry);
        vm.assertTrue((ledger.wordOf(HOSPITAL, entry.slot) != 0) == isCovered, "word");
    }

    function testFuzz_a_tampered_signature_is_refused(uint256 what, uint256 bit) public {
        RecordLedger.Entry memory entry = someEntry(1);
        Statement.Signed memory signed = signAnchor(DOCTOR, HOSPITAL, only(entry));
        bytes32 flip = bytes32(1 << (bit % 256));
        what %= 4;
        if (what == 0) signed.r ^= flip;
        if (what == 1) signed.s ^= flip;
        if (what == 2) signed.x ^= flip;
        if (what == 3) signed.y ^= flip;
        vm.expectRevert(Statement.BadSignature.selector);
        sendOne(signed, entry);
    }

    function testFuzz_a_tampered_statement_is_refused(uint256 what) public {
        RecordLedger.Entry[] memory entries = someEntries(1, 3);
        Statement.Signed memory signed = signAnchor(DOCTOR, HOSPITAL, entries);
        what %= 3;
        if (what == 0) signed.root = keccak256("other");
        if (what == 1) signed.signedAt -= 1;
        if (what == 2) signed.organisation = OTHER_HOSPITAL;
        vm.expectRevert(Statement.BadSignature.selector);
        send(signed, 0, entries, none);
    }

    function test_a_signature_with_a_high_s_is_refused() public {
        RecordLedger.Entry memory entry = someEntry(1);
        Statement.Signed memory signed = signAnchor(DOCTOR, HOSPITAL, only(entry));
        signed.s = bytes32(Signers.N - uint256(signed.s));
        vm.expectRevert(Statement.BadSignature.selector);
        sendOne(signed, entry);
    }

    function test_the_organisations_own_key_can_attest() public {
        RecordLedger.Entry memory entry = someEntry(1);
        anchorOne(HOSPITAL_KEY, HOSPITAL, entry);
        uint256 expected =
            anchoredWord(digestOf(entry), Signers.keyId(HOSPITAL_KEY), block.timestamp);
        assertWord(HOSPITAL, entry.slot, expected, "word");
    }
}

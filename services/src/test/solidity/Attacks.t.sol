// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {LedgerFixture} from "./LedgerFixture.sol";
import {Licensing} from "../../main/solidity/Licensing.sol";
import {Organisations} from "../../main/solidity/Organisations.sol";
import {RecordLedger} from "../../main/solidity/RecordLedger.sol";
import {RegistryActions} from "../../main/solidity/RegistryActions.sol";
import {ReferenceTree} from "./ReferenceTree.sol";
import {Rfc9162} from "../../main/solidity/Rfc9162.sol";
import {Signers} from "./Signers.sol";
import {Statement} from "../../main/solidity/Statement.sol";
import {vm} from "./Vm.sol";

/// @title The attacks that the ledger is built against
contract AttacksTest is LedgerFixture {
    bytes32[] private none = new bytes32[](0);

    function test_a_thief_with_a_revoked_key_anchors_nothing_even_signed_before() public {
        RecordLedger.Entry memory entry = someEntry(1);
        Statement.Signed memory signed = signAnchor(DOCTOR, HOSPITAL, only(entry));
        act(
            HOSPITAL_KEY,
            HOSPITAL,
            abi.encodeCall(
                RegistryActions.revoke,
                (HOSPITAL, Signers.keyId(DOCTOR), uint40(block.timestamp - 1 days))
            )
        );
        vm.expectRevert(
            abi.encodeWithSelector(
                Licensing.NotLicensed.selector, HOSPITAL, Signers.keyId(DOCTOR), 3
            )
        );
        sendOne(signed, entry);
    }

    function test_a_thief_with_a_suspended_key_anchors_nothing() public {
        RecordLedger.Entry memory entry = someEntry(1);
        Statement.Signed memory signed = signAnchor(DOCTOR, HOSPITAL, only(entry));
        act(
            HOSPITAL_KEY,
            HOSPITAL,
            abi.encodeCall(RegistryActions.suspend, (HOSPITAL, Signers.keyId(DOCTOR)))
        );
        vm.expectRevert(
            abi.encodeWithSelector(
                Licensing.NotLicensed.selector, HOSPITAL, Signers.keyId(DOCTOR), 2
            )
        );
        sendOne(signed, entry);
    }

    function test_a_thief_with_the_organisations_key_licenses_no_key_of_their_own() public {
        bytes memory call = abi.encodeCall(
            RegistryActions.license, (HOSPITAL, Signers.keyId(STRANGER), START, END)
        );
        refusedAct(
            HOSPITAL_KEY,
            HOSPITAL,
            call,
            abi.encodeWithSelector(
                Licensing.PractitionerNotInGoodStanding.selector, Signers.keyId(STRANGER), 0
            )
        );
    }

    function test_a_signature_made_for_something_else_is_no_statement() public {
        bytes16[8] memory others = [
            bytes16("retract/1"),
            "head/1",
            "bill/1",
            "settle/1",
            "registry/1",
            "challenge/1",
            "card/1",
            "anchor/2"
        ];
        RecordLedger.Entry memory entry = someEntry(1);
        for (uint256 i = 0; i < others.length; ++i) {
            Statement.Signed memory signed =
                signEntries(DOCTOR, others[i], HOSPITAL, only(entry), uint64(block.timestamp));
            vm.expectRevert(Statement.BadSignature.selector);
            sendOne(signed, entry);
        }
    }

    function test_a_statement_that_anchors_does_not_retract() public {
        RecordLedger.Entry memory entry = someEntry(1);
        anchorOne(DOCTOR, HOSPITAL, entry);
        RecordLedger.Retraction[] memory leaves = retraction(entry, DOCTOR);
        bytes32[] memory hashes = new bytes32[](1);
        hashes[0] = ReferenceTree.leaf(abi.encode(leaves[0]));
        Statement.Signed memory signed = Signers.tree(
            DOCTOR,
            "anchor/1",
            block.chainid,
            address(ledger),
            HOSPITAL,
            hashes[0],
            1,
            uint64(block.timestamp)
        );
        vm.expectRevert(Statement.BadSignature.selector);
        sendRetraction(signed, 0, leaves, none);
    }

    function test_another_organisation_cannot_fill_or_block_a_slot() public {
        RecordLedger.Entry memory entry = someEntry(1);
        RecordLedger.Entry memory squat = someEntry(2);
        squat.slot = entry.slot;
        anchorOne(OTHER_HOSPITAL_KEY, OTHER_HOSPITAL, squat);
        assertWord(HOSPITAL, entry.slot, 0, "the squatter's entry lies under its own number");
        anchorOne(DOCTOR, HOSPITAL, entry);
        uint256 expected = anchoredWord(digestOf(entry), Signers.keyId(DOCTOR), block.timestamp);
        assertWord(HOSPITAL, entry.slot, expected, "the slot was free");
    }

    function test_an_organisation_cannot_fill_a_patients_slot() public {
        RecordLedger.Entry memory squat = someEntry(1);
        squat.slot = patientSlot(SLOT_KEY);
        Statement.Signed memory signed = signAnchor(HOSPITAL_KEY, 0, only(squat));
        vm.expectRevert(abi.encodeWithSelector(Organisations.OrganisationNotActive.selector, 0));
        sendOne(signed, squat);
        anchorOne(HOSPITAL_KEY, HOSPITAL, squat);
        assertWord(0, squat.slot, 0, "empty");
    }

    function test_a_registrar_writes_and_retracts_nothing() public {
        RecordLedger.Entry memory entry = someEntry(1);
        Statement.Signed memory signed = signAnchor(REGISTRAR, 0, only(entry));
        vm.expectRevert(abi.encodeWithSelector(Organisations.OrganisationNotActive.selector, 0));
        sendOne(signed, entry);
        signed = signAnchor(REGISTRAR, HOSPITAL, only(entry));
        vm.expectRevert(
            abi.encodeWithSelector(
                Licensing.NotLicensed.selector, HOSPITAL, Signers.keyId(REGISTRAR), 0
            )
        );
        sendOne(signed, entry);
    }

    function test_a_key_licensed_elsewhere_does_not_sign_for_this_organisation() public {
        RecordLedger.Entry memory entry = someEntry(1);
        Statement.Signed memory signed = signAnchor(DOCTOR, OTHER_HOSPITAL, only(entry));
        vm.expectRevert(
            abi.encodeWithSelector(
                Licensing.NotLicensed.selector, OTHER_HOSPITAL, Signers.keyId(DOCTOR), 0
            )
        );
        sendOne(signed, entry);
    }

    function test_a_statement_for_another_chain_is_refused() public {
        RecordLedger.Entry memory entry = someEntry(1);
        uint256 here = block.chainid;
        vm.chainId(here + 1);
        Statement.Signed memory signed = signAnchor(DOCTOR, HOSPITAL, only(entry));
        vm.chainId(here);
        vm.expectRevert(Statement.BadSignature.selector);
        sendOne(signed, entry);
    }

    function test_a_statement_for_another_contract_is_refused() public {
        RecordLedger.Entry memory entry = someEntry(1);
        Statement.Signed memory signed = Signers.tree(
            DOCTOR,
            "anchor/1",
            block.chainid,
            address(0xD1FF),
            HOSPITAL,
            hashesOf(only(entry))[0],
            1,
            uint64(block.timestamp)
        );
        vm.expectRevert(Statement.BadSignature.selector);
        sendOne(signed, entry);
    }

    function test_a_statement_for_another_organisation_is_refused() public {
        RecordLedger.Entry memory entry = someEntry(1);
        license(OTHER_HOSPITAL, OTHER_HOSPITAL_KEY, DOCTOR);
        Statement.Signed memory signed = signAnchor(DOCTOR, HOSPITAL, only(entry));
        signed.organisation = OTHER_HOSPITAL;
        vm.expectRevert(Statement.BadSignature.selector);
        sendOne(signed, entry);
    }

    function test_a_patients_signature_for_another_chain_reaches_nobodys_slot() public {
        uint256 here = block.chainid;
        vm.chainId(here + 1);
        RecordLedger.PatientItem[] memory items =
            onlyItem(patientItem("Anchor", SLOT_KEY, someEntry(1), uint64(block.timestamp)));
        vm.chainId(here);
        ledger.anchorPatient(items);
        assertWord(0, patientSlot(SLOT_KEY), 0, "empty");
    }

    function test_an_action_for_another_chain_or_contract_is_refused() public {
        bytes memory call = abi.encodeCall(RegistryActions.amendOrganisation, (HOSPITAL, 1, 9));
        uint32 nonce = ledger.nonceOf(Signers.keyId(REGISTRAR));
        uint64 notAfter = uint64(block.timestamp);
        Signers.Signature memory by =
            Signers.action(REGISTRAR, block.chainid + 1, address(ledger), 0, call, nonce, notAfter);
        vm.expectRevert(Statement.BadSignature.selector);
        ledger.act(0, call, by.x, by.y, by.r, by.s, nonce, notAfter);
        by = Signers.action(REGISTRAR, block.chainid, address(this), 0, call, nonce, notAfter);
        vm.expectRevert(Statement.BadSignature.selector);
        ledger.act(0, call, by.x, by.y, by.r, by.s, nonce, notAfter);
    }

    function test_nothing_brings_a_revoked_licence_back() public {
        bytes32 keyId = Signers.keyId(DOCTOR);
        act(HOSPITAL_KEY, HOSPITAL, abi.encodeCall(RegistryActions.revoke, (HOSPITAL, keyId, 0)));
        bytes memory why = abi.encodeWithSelector(Licensing.WrongStatus.selector, keyId, 3);
        bytes[3] memory attempts = [
            abi.encodeCall(RegistryActions.license, (HOSPITAL, keyId, START, END)),
            abi.encodeCall(RegistryActions.reinstate, (HOSPITAL, keyId)),
            abi.encodeCall(RegistryActions.suspend, (HOSPITAL, keyId))
        ];
        for (uint256 i = 0; i < attempts.length; ++i) {
            refusedAct(HOSPITAL_KEY, HOSPITAL, attempts[i], why);
            refusedAct(REGISTRAR, 0, attempts[i], why);
        }
        refusedAct(
            REGISTRAR,
            0,
            abi.encodeCall(
                RegistryActions.licenseOrganisationKey,
                (HOSPITAL, keyX(DOCTOR), keyY(DOCTOR), START, END)
            ),
            why
        );
    }

    function test_a_revoked_consent_is_not_anchored_again_elsewhere() public {
        RecordLedger.Entry memory consent = someEntry(1);
        anchorPatient(SLOT_KEY, consent);
        retractPatient(SLOT_KEY, consent);
        RecordLedger.PatientItem memory item =
            patientItem("Anchor", SLOT_KEY, consent, uint64(block.timestamp + 1 days));
        ledger.anchorPatient(onlyItem(item));
        vm.assertTrue(uint32(ledger.wordOf(0, patientSlot(SLOT_KEY))) != 0, "still retracted");
        assertWord(0, patientSlot(SLOT_KEY + 1), 0, "another slot needs another key's signature");
    }

    function test_a_signature_with_both_halves_of_the_order_fills_one_patients_slot() public {
        RecordLedger.PatientItem memory item =
            patientItem("Anchor", SLOT_KEY, someEntry(1), uint64(block.timestamp));
        uint256 order = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;
        item.s = bytes32(order - uint256(item.s));
        item.v = item.v == 27 ? 28 : 27;
        ledger.anchorPatient(onlyItem(item));
        assertWord(0, patientSlot(SLOT_KEY), 0, "the high half is refused");
    }

    function test_an_inner_node_does_not_pass_for_a_run() public {
        // Two leaves whose hashes are known make no leaf: 0x00 and 0x01 keep them apart.
        RecordLedger.Entry[] memory entries = someEntries(1, 512);
        Statement.Signed memory signed = signAnchor(DOCTOR, HOSPITAL, entries);
        bytes32[] memory hashes = hashesOf(entries);
        bytes32[] memory path = ReferenceTree.runPath(hashes, 0);
        signed.count = 256;
        vm.expectRevert(Statement.BadSignature.selector);
        send(signed, 0, runOf(entries, 0), path);
        signed.count = 512;
        vm.expectRevert(Rfc9162.NotIncluded.selector);
        send(signed, 1, runOf(entries, 0), path);
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ActorRegistry} from "../../main/solidity/ActorRegistry.sol";
import {LedgerFixture} from "./LedgerFixture.sol";
import {Licence} from "../../main/solidity/Licence.sol";
import {Licensing} from "../../main/solidity/Licensing.sol";
import {Organisations} from "../../main/solidity/Organisations.sol";
import {RecordLedger} from "../../main/solidity/RecordLedger.sol";
import {Registrars} from "../../main/solidity/Registrars.sol";
import {RegistryActions} from "../../main/solidity/RegistryActions.sol";
import {SignedActions} from "../../main/solidity/SignedActions.sol";
import {Signers} from "./Signers.sol";
import {Statement} from "../../main/solidity/Statement.sol";
import {vm} from "./Vm.sol";

/// @title Registrars, organisations, practitioners and licences
contract ActorRegistryTest is LedgerFixture {
    uint256 private constant SECOND_REGISTRAR = 0xA11CE2;
    uint256 private constant NEW_KEY = 0xBEEF;
    uint256 private constant NEW_DOCTOR = 0xD0C3;

    // Words and where they lie

    function test_a_licence_lies_where_a_storage_proof_looks_for_it() public view {
        bytes32 key = keccak256(abi.encode(uint256(HOSPITAL), Signers.keyId(DOCTOR)));
        bytes32 word = vm.load(address(ledger), keccak256(abi.encode(key, ledger.LICENCES())));
        vm.assertEq(word, licenceWord(1, 2, START, END, 0), "status, role, interval");
        vm.assertEq(ledger.LICENCES(), 1, "index");
    }

    function test_an_organisation_lies_where_a_storage_proof_looks_for_it() public view {
        bytes32 word = vm.load(
            address(ledger), keccak256(abi.encode(uint256(HOSPITAL), ledger.ORGANISATIONS()))
        );
        vm.assertEq(
            word,
            bytes32(uint256(uint32(bytes4(abi.encodePacked(uint8(1), uint8(1), uint16(4)))))),
            "word"
        );
        vm.assertEq(ledger.ORGANISATIONS(), 2, "index");
        vm.assertEq(ledger.organisationOf(HOSPITAL), uint256(word), "view");
    }

    function test_a_practitioner_lies_where_a_storage_proof_looks_for_it() public view {
        bytes32 word = vm.load(
            address(ledger), keccak256(abi.encode(Signers.keyId(DOCTOR), ledger.PRACTITIONERS()))
        );
        vm.assertEq(word, licenceWord(1, 2, START, END, 0), "word");
        vm.assertEq(ledger.PRACTITIONERS(), 4, "index");
    }

    function test_a_revocation_shows_when_the_key_was_compromised() public {
        uint40 since = uint40(block.timestamp - 5 days);
        act(HOSPITAL_KEY, HOSPITAL, revocation(DOCTOR, since));
        assertLicence(DOCTOR, licenceWord(3, 2, START, END, since));
    }

    // Organisations

    function test_a_number_is_given_once_and_never_zero() public {
        refusedAct(
            REGISTRAR,
            0,
            newOrganisation(HOSPITAL, 1),
            abi.encodeWithSelector(Organisations.NumberNotFree.selector, HOSPITAL)
        );
        refusedAct(
            REGISTRAR,
            0,
            newOrganisation(0, 1),
            abi.encodeWithSelector(Organisations.NumberNotFree.selector, 0)
        );
    }

    function test_an_organisation_has_a_lane() public {
        refusedAct(
            REGISTRAR,
            0,
            newOrganisation(50, 0),
            abi.encodeWithSelector(Organisations.LanesOnlyGrow.selector, 0, 0)
        );
    }

    function test_an_organisations_key_is_a_point_on_the_curve() public {
        bytes memory call = abi.encodeCall(
            RegistryActions.registerOrganisation,
            (50, 1, 1, bytes32(uint256(1)), bytes32(uint256(2)), START, END)
        );
        refusedAct(
            REGISTRAR,
            0,
            call,
            abi.encodeWithSelector(
                Registrars.NotAKey.selector, bytes32(uint256(1)), bytes32(uint256(2))
            )
        );
    }

    function test_lanes_are_added_and_never_taken_away() public {
        asRegistrar(abi.encodeCall(RegistryActions.amendOrganisation, (HOSPITAL, 3, 6)));
        vm.assertEq(ledger.organisationOf(HOSPITAL), 0x01030006, "amended");
        refusedAct(
            REGISTRAR,
            0,
            abi.encodeCall(RegistryActions.amendOrganisation, (HOSPITAL, 3, 5)),
            abi.encodeWithSelector(Organisations.LanesOnlyGrow.selector, 6, 5)
        );
    }

    function test_an_unknown_organisation_is_not_changed() public {
        bytes memory why = abi.encodeWithSelector(Organisations.UnknownOrganisation.selector, 50);
        refusedAct(REGISTRAR, 0, abi.encodeCall(RegistryActions.amendOrganisation, (50, 1, 1)), why);
        refusedAct(
            REGISTRAR, 0, abi.encodeCall(RegistryActions.setOrganisationStatus, (50, 2)), why
        );
        refusedAct(REGISTRAR, 0, newOwnKey(50), why);
        refusedAct(
            REGISTRAR,
            0,
            abi.encodeCall(RegistryActions.license, (50, Signers.keyId(DOCTOR), START, END)),
            why
        );
    }

    function test_a_suspended_organisation_anchors_nothing_until_it_is_reinstated() public {
        asRegistrar(abi.encodeCall(RegistryActions.setOrganisationStatus, (HOSPITAL, 2)));
        RecordLedger.Entry memory entry = someEntry(1);
        Statement.Signed memory signed = signAnchor(DOCTOR, HOSPITAL, only(entry));
        vm.expectRevert(
            abi.encodeWithSelector(Organisations.OrganisationNotActive.selector, HOSPITAL)
        );
        sendOne(signed, entry);
        refusedAct(
            HOSPITAL_KEY,
            HOSPITAL,
            suspension(DOCTOR),
            abi.encodeWithSelector(Organisations.OrganisationNotActive.selector, HOSPITAL)
        );
        asRegistrar(abi.encodeCall(RegistryActions.setOrganisationStatus, (HOSPITAL, 1)));
        sendOne(signed, entry);
    }

    function test_there_is_no_third_status_of_an_organisation() public {
        for (uint8 status = 0; status < 5; status += 3) {
            refusedAct(
                REGISTRAR,
                0,
                abi.encodeCall(RegistryActions.setOrganisationStatus, (HOSPITAL, status)),
                abi.encodeWithSelector(Organisations.UnknownStatus.selector, status)
            );
        }
    }

    function test_only_a_registrar_licenses_an_organisations_new_key() public {
        refusedAct(
            HOSPITAL_KEY,
            HOSPITAL,
            newOwnKey(HOSPITAL),
            abi.encodeWithSelector(
                SignedActions.ActionRefused.selector,
                RegistryActions.licenseOrganisationKey.selector
            )
        );
        asRegistrar(newOwnKey(HOSPITAL));
        assertLicence(NEW_KEY, licenceWord(1, 1, START, END, 0));
        act(NEW_KEY, HOSPITAL, suspension(DOCTOR));
    }

    // Licences

    function test_an_organisation_licenses_registered_practitioners_only() public {
        refusedAct(
            HOSPITAL_KEY,
            HOSPITAL,
            abi.encodeCall(
                RegistryActions.license, (HOSPITAL, Signers.keyId(STRANGER), START, END)
            ),
            abi.encodeWithSelector(
                    Licensing.PractitionerNotInGoodStanding.selector, Signers.keyId(STRANGER), 0
                )
        );
    }

    function test_a_licence_is_cut_at_the_practitioners_interval() public {
        asRegistrar(
            abi.encodeCall(
                RegistryActions.registerPractitioner,
                (Signers.keyId(NEW_DOCTOR), START + 10, START + 200 days)
            )
        );
        license(HOSPITAL, HOSPITAL_KEY, NEW_DOCTOR);
        assertLicence(NEW_DOCTOR, licenceWord(1, 2, START + 10, START + 200 days, 0));
    }

    function test_a_licence_for_no_time_is_refused() public {
        uint40 from = uint40(block.timestamp + 10);
        uint40 past = uint40(block.timestamp - 1);
        refusedAct(
            HOSPITAL_KEY,
            HOSPITAL,
            abi.encodeCall(RegistryActions.license, (HOSPITAL, Signers.keyId(DOCTOR), from, from)),
            abi.encodeWithSelector(Licensing.BadInterval.selector, from, from)
        );
        refusedAct(
            HOSPITAL_KEY,
            HOSPITAL,
            abi.encodeCall(RegistryActions.license, (HOSPITAL, Signers.keyId(DOCTOR), START, past)),
            abi.encodeWithSelector(Licensing.BadInterval.selector, START, past)
        );
    }

    function test_an_organisation_acts_for_itself_only() public {
        bytes[4] memory calls = [
            abi.encodeCall(
                RegistryActions.license, (OTHER_HOSPITAL, Signers.keyId(DOCTOR), START, END)
            ),
            abi.encodeCall(RegistryActions.suspend, (OTHER_HOSPITAL, Signers.keyId(DOCTOR))),
            abi.encodeCall(RegistryActions.reinstate, (OTHER_HOSPITAL, Signers.keyId(DOCTOR))),
            abi.encodeCall(RegistryActions.revoke, (OTHER_HOSPITAL, Signers.keyId(DOCTOR), 0))
        ];
        for (uint256 i = 0; i < calls.length; ++i) {
            refusedAct(
                HOSPITAL_KEY,
                HOSPITAL,
                calls[i],
                abi.encodeWithSelector(
                    ActorRegistry.NotYourOrganisation.selector, HOSPITAL, OTHER_HOSPITAL
                )
            );
        }
    }

    function test_a_practitioners_key_licenses_nobody() public {
        refusedAct(
            DOCTOR,
            HOSPITAL,
            suspension(SECOND_DOCTOR),
            abi.encodeWithSelector(
                Licensing.NotTheOrganisationsKey.selector, HOSPITAL, Signers.keyId(DOCTOR)
            )
        );
    }

    function test_a_key_has_one_role_with_an_organisation() public {
        asRegistrar(
            abi.encodeCall(
                RegistryActions.registerPractitioner, (Signers.keyId(HOSPITAL_KEY), START, END)
            )
        );
        refusedAct(
            REGISTRAR,
            0,
            abi.encodeCall(
                RegistryActions.license, (HOSPITAL, Signers.keyId(HOSPITAL_KEY), START, END)
            ),
            abi.encodeWithSelector(Licensing.OtherRole.selector, Signers.keyId(HOSPITAL_KEY), 1)
        );
        refusedAct(
            REGISTRAR,
            0,
            abi.encodeCall(
                RegistryActions.licenseOrganisationKey,
                (HOSPITAL, keyX(DOCTOR), keyY(DOCTOR), START, END)
            ),
            abi.encodeWithSelector(Licensing.OtherRole.selector, Signers.keyId(DOCTOR), 2)
        );
    }

    function test_a_suspended_licence_is_reinstated_by_the_organisation() public {
        act(HOSPITAL_KEY, HOSPITAL, suspension(DOCTOR));
        assertLicence(DOCTOR, licenceWord(2, 2, START, END, 0));
        refusedAct(
            HOSPITAL_KEY,
            HOSPITAL,
            abi.encodeCall(RegistryActions.license, (HOSPITAL, Signers.keyId(DOCTOR), START, END)),
            abi.encodeWithSelector(Licensing.WrongStatus.selector, Signers.keyId(DOCTOR), 2)
        );
        act(HOSPITAL_KEY, HOSPITAL, reinstatement(DOCTOR));
        assertLicence(DOCTOR, licenceWord(1, 2, START, END, 0));
    }

    function test_a_registrars_suspension_is_ended_by_a_registrar() public {
        act(HOSPITAL_KEY, HOSPITAL, suspension(DOCTOR));
        asRegistrar(suspension(DOCTOR));
        refusedAct(
            HOSPITAL_KEY,
            HOSPITAL,
            reinstatement(DOCTOR),
            abi.encodeWithSelector(Licensing.HeldByRegistrar.selector, Signers.keyId(DOCTOR))
        );
        asRegistrar(reinstatement(DOCTOR));
        act(HOSPITAL_KEY, HOSPITAL, suspension(DOCTOR));
        act(HOSPITAL_KEY, HOSPITAL, reinstatement(DOCTOR));
    }

    function test_what_is_not_licensed_is_not_suspended_and_what_is_not_suspended_not_reinstated()
        public
    {
        refusedAct(
            HOSPITAL_KEY,
            HOSPITAL,
            suspension(STRANGER),
            abi.encodeWithSelector(Licensing.WrongStatus.selector, Signers.keyId(STRANGER), 0)
        );
        refusedAct(
            HOSPITAL_KEY,
            HOSPITAL,
            reinstatement(DOCTOR),
            abi.encodeWithSelector(Licensing.WrongStatus.selector, Signers.keyId(DOCTOR), 1)
        );
        refusedAct(
            HOSPITAL_KEY,
            HOSPITAL,
            revocation(STRANGER, 0),
            abi.encodeWithSelector(Licensing.WrongStatus.selector, Signers.keyId(STRANGER), 0)
        );
    }

    function test_a_time_of_compromise_moves_earlier_only() public {
        uint40 since = uint40(block.timestamp - 5 days);
        act(HOSPITAL_KEY, HOSPITAL, revocation(DOCTOR, 0));
        act(HOSPITAL_KEY, HOSPITAL, revocation(DOCTOR, since));
        uint40[4] memory refused = [uint40(0), since, since + 1, uint40(block.timestamp + 1)];
        for (uint256 i = 0; i < refused.length; ++i) {
            refusedAct(
                REGISTRAR,
                0,
                revocation(DOCTOR, refused[i]),
                abi.encodeWithSelector(
                    Licensing.CompromisedSinceOnlyEarlier.selector, since, refused[i]
                )
            );
        }
        asRegistrar(revocation(DOCTOR, since - 1));
        assertLicence(DOCTOR, licenceWord(3, 2, START, END, since - 1));
    }

    function test_a_time_of_compromise_is_not_in_the_future() public {
        uint40 future = uint40(block.timestamp + 1);
        refusedAct(
            HOSPITAL_KEY,
            HOSPITAL,
            revocation(DOCTOR, future),
            abi.encodeWithSelector(Licensing.CompromisedSinceOnlyEarlier.selector, 0, future)
        );
    }

    // Practitioners

    function test_suspending_a_practitioner_suspends_each_licence() public {
        license(OTHER_HOSPITAL, OTHER_HOSPITAL_KEY, DOCTOR);
        asRegistrar(abi.encodeCall(RegistryActions.suspendPractitioner, (Signers.keyId(DOCTOR))));
        assertLicence(DOCTOR, licenceWord(2, 2, START, END, 0));
        vm.assertEq(statusOf(OTHER_HOSPITAL, DOCTOR), 2, "the other hospital's too");
        refusedAct(
            HOSPITAL_KEY,
            HOSPITAL,
            reinstatement(DOCTOR),
            abi.encodeWithSelector(
                Licensing.PractitionerNotInGoodStanding.selector, Signers.keyId(DOCTOR), 2
            )
        );
        asRegistrar(abi.encodeCall(RegistryActions.reinstatePractitioner, (Signers.keyId(DOCTOR))));
        act(HOSPITAL_KEY, HOSPITAL, reinstatement(DOCTOR));
        vm.assertEq(statusOf(HOSPITAL, DOCTOR), 1, "reinstated by the hospital");
        vm.assertEq(statusOf(OTHER_HOSPITAL, DOCTOR), 2, "not by the other");
    }

    function test_revoking_a_practitioner_revokes_each_licence() public {
        license(OTHER_HOSPITAL, OTHER_HOSPITAL_KEY, DOCTOR);
        uint40 earlier = uint40(block.timestamp - 9 days);
        uint40 since = uint40(block.timestamp - 5 days);
        act(HOSPITAL_KEY, HOSPITAL, revocation(DOCTOR, earlier));
        asRegistrar(
            abi.encodeCall(RegistryActions.revokePractitioner, (Signers.keyId(DOCTOR), since))
        );
        assertLicence(DOCTOR, licenceWord(3, 2, START, END, earlier));
        vm.assertEq(statusOf(OTHER_HOSPITAL, DOCTOR), 3, "the other hospital's too");
        refusedAct(
            REGISTRAR,
            0,
            abi.encodeCall(
                RegistryActions.registerPractitioner, (Signers.keyId(DOCTOR), START, END)
            ),
            abi.encodeWithSelector(Licensing.WrongStatus.selector, Signers.keyId(DOCTOR), 3)
        );
        refusedAct(
            REGISTRAR,
            0,
            abi.encodeCall(RegistryActions.reinstatePractitioner, (Signers.keyId(DOCTOR))),
            abi.encodeWithSelector(Licensing.WrongStatus.selector, Signers.keyId(DOCTOR), 3)
        );
    }

    function test_a_practitioners_interval_is_not_shortened_behind_their_licences() public {
        refusedAct(
            REGISTRAR,
            0,
            abi.encodeCall(
                RegistryActions.registerPractitioner, (Signers.keyId(DOCTOR), START, END - 1)
            ),
            abi.encodeWithSelector(Licensing.BadInterval.selector, START, END - 1)
        );
        asRegistrar(
            abi.encodeCall(
                RegistryActions.registerPractitioner, (Signers.keyId(DOCTOR), START, END + 1 days)
            )
        );
    }

    // Registrars

    function test_an_organisations_key_is_no_registrar() public {
        refusedAct(
            HOSPITAL_KEY,
            0,
            newOrganisation(50, 1),
            abi.encodeWithSelector(Registrars.NotARegistrar.selector, Signers.keyId(HOSPITAL_KEY))
        );
    }

    function test_registrars_are_added_and_removed_but_never_the_last() public {
        refusedAct(
            REGISTRAR,
            0,
            removal(REGISTRAR),
            abi.encodeWithSelector(Registrars.LastRegistrar.selector, Signers.keyId(REGISTRAR))
        );
        bytes memory addition = abi.encodeCall(
            RegistryActions.addRegistrar, (keyX(SECOND_REGISTRAR), keyY(SECOND_REGISTRAR))
        );
        asRegistrar(addition);
        refusedAct(
            REGISTRAR,
            0,
            addition,
            abi.encodeWithSelector(
                Registrars.AlreadyARegistrar.selector, Signers.keyId(SECOND_REGISTRAR)
            )
        );
        act(SECOND_REGISTRAR, 0, removal(REGISTRAR));
        vm.assertTrue(!ledger.isRegistrar(Signers.keyId(REGISTRAR)), "removed");
        refusedAct(
            REGISTRAR,
            0,
            addition,
            abi.encodeWithSelector(Registrars.NotARegistrar.selector, Signers.keyId(REGISTRAR))
        );
        refusedAct(
            SECOND_REGISTRAR,
            0,
            removal(REGISTRAR),
            abi.encodeWithSelector(Registrars.NotARegistrar.selector, Signers.keyId(REGISTRAR))
        );
    }

    // Actions

    function test_an_action_is_performed_once() public {
        bytes memory call = newOrganisation(50, 1);
        uint64 notAfter = uint64(block.timestamp + 1);
        uint32 nonce = ledger.nonceOf(Signers.keyId(REGISTRAR));
        Signers.Signature memory by =
            Signers.action(REGISTRAR, block.chainid, address(ledger), 0, call, nonce, notAfter);
        ledger.act(0, call, by.x, by.y, by.r, by.s, nonce, notAfter);
        vm.expectRevert(abi.encodeWithSelector(SignedActions.WrongNonce.selector, nonce, nonce + 1));
        ledger.act(0, call, by.x, by.y, by.r, by.s, nonce, notAfter);
        vm.expectRevert(Statement.BadSignature.selector);
        ledger.act(0, call, by.x, by.y, by.r, by.s, nonce + 1, notAfter);
    }

    function test_an_action_expires() public {
        bytes memory call = newOrganisation(50, 1);
        uint64 notAfter = uint64(block.timestamp);
        uint32 nonce = ledger.nonceOf(Signers.keyId(REGISTRAR));
        Signers.Signature memory by =
            Signers.action(REGISTRAR, block.chainid, address(ledger), 0, call, nonce, notAfter);
        vm.warp(block.timestamp + 1);
        vm.expectRevert(abi.encodeWithSelector(SignedActions.ActionExpired.selector, notAfter));
        ledger.act(0, call, by.x, by.y, by.r, by.s, nonce, notAfter);
        vm.expectRevert(Statement.BadSignature.selector);
        ledger.act(0, call, by.x, by.y, by.r, by.s, nonce, notAfter + 1);
    }

    function test_an_action_that_does_not_exist_is_refused() public {
        refusedAct(
            REGISTRAR,
            0,
            hex"01020304",
            abi.encodeWithSelector(SignedActions.ActionRefused.selector, bytes4(hex"01020304"))
        );
        refusedAct(
            REGISTRAR,
            0,
            hex"010203",
            abi.encodeWithSelector(SignedActions.ActionRefused.selector, bytes4(0))
        );
        refusedAct(
            HOSPITAL_KEY,
            HOSPITAL,
            newOrganisation(50, 1),
            abi.encodeWithSelector(
                SignedActions.ActionRefused.selector, RegistryActions.registerOrganisation.selector
            )
        );
    }

    function test_another_action_than_the_signed_one_is_refused() public {
        uint64 notAfter = uint64(block.timestamp + 1);
        uint32 nonce = ledger.nonceOf(Signers.keyId(REGISTRAR));
        Signers.Signature memory by = Signers.action(
            REGISTRAR, block.chainid, address(ledger), 0, newOrganisation(50, 1), nonce, notAfter
        );
        vm.expectRevert(Statement.BadSignature.selector);
        ledger.act(0, newOrganisation(51, 1), by.x, by.y, by.r, by.s, nonce, notAfter);
    }

    function test_a_revoked_organisations_key_does_nothing_more() public {
        bytes32 keyId = Signers.keyId(HOSPITAL_KEY);
        asRegistrar(revocation(HOSPITAL_KEY, 0));
        refusedAct(
            HOSPITAL_KEY,
            HOSPITAL,
            suspension(DOCTOR),
            abi.encodeWithSelector(Licensing.NotLicensed.selector, HOSPITAL, keyId, 3)
        );
    }

    function newOrganisation(uint64 number, uint16 lanes) private pure returns (bytes memory) {
        return abi.encodeCall(
            RegistryActions.registerOrganisation,
            (number, 1, lanes, keyX(NEW_KEY), keyY(NEW_KEY), START, END)
        );
    }

    function newOwnKey(uint64 organisation) private pure returns (bytes memory) {
        return abi.encodeCall(
            RegistryActions.licenseOrganisationKey,
            (organisation, keyX(NEW_KEY), keyY(NEW_KEY), START, END)
        );
    }

    function suspension(uint256 key) private pure returns (bytes memory) {
        return abi.encodeCall(RegistryActions.suspend, (HOSPITAL, Signers.keyId(key)));
    }

    function reinstatement(uint256 key) private pure returns (bytes memory) {
        return abi.encodeCall(RegistryActions.reinstate, (HOSPITAL, Signers.keyId(key)));
    }

    function revocation(uint256 key, uint40 since) private pure returns (bytes memory) {
        return abi.encodeCall(RegistryActions.revoke, (HOSPITAL, Signers.keyId(key), since));
    }

    function removal(uint256 key) private pure returns (bytes memory) {
        return abi.encodeCall(RegistryActions.removeRegistrar, (Signers.keyId(key)));
    }

    function statusOf(uint64 organisation, uint256 key) private view returns (uint256) {
        return ledger.licenceOf(organisation, Signers.keyId(key)).status();
    }

    /// @dev Written out from protocol §6.1: 17 bytes, right-aligned.
    function licenceWord(uint8 status, uint8 role, uint40 notBefore, uint40 notAfter, uint40 since)
        private
        pure
        returns (bytes32)
    {
        return bytes32(abi.encodePacked(uint120(0), status, role, notBefore, notAfter, since));
    }

    function assertLicence(uint256 key, bytes32 expected) private view {
        Licence licence = ledger.licenceOf(HOSPITAL, Signers.keyId(key));
        vm.assertEq(bytes32(Licence.unwrap(licence)), expected, "licence");
    }
}

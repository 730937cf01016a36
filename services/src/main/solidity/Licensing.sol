// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Licence, Licences} from "./Licence.sol";
import {Organisations} from "./Organisations.sol";

/// @title Practitioners and licences
/// @notice A licence lets a key sign for an organisation. It is checked when something is signed
/// and anchored, so that changing it changes no verdict of the past. What is revoked stays revoked.
abstract contract Licensing is Organisations {
    /// @dev Suspended by a registrar: the organisation cannot undo it.
    mapping(bytes32 key => bool) private _held;
    /// @dev The organisations that licensed a practitioner, so that what ends the practitioner ends
    /// each licence.
    mapping(bytes32 keyId => uint64[]) private _licensedBy;

    /// @notice A licence word was set.
    event LicenceChanged(uint64 indexed organisation, bytes32 indexed keyId, Licence licence);
    /// @notice A practitioner's word was set.
    event PractitionerChanged(bytes32 indexed keyId, Licence practitioner);

    /// @notice The key has no licence with the organisation that is in force; `status` says why.
    error NotLicensed(uint64 organisation, bytes32 keyId, uint8 status);
    /// @notice The licence was not yet valid at signing, or is no longer valid now.
    error OutsideLicence(uint64 organisation, bytes32 keyId);
    /// @notice Only the organisation's own key may do this.
    error NotTheOrganisationsKey(uint64 organisation, bytes32 keyId);
    /// @notice The practitioner is not registered, or suspended, or revoked; `status` says which.
    error PractitionerNotInGoodStanding(bytes32 keyId, uint8 status);
    /// @notice The interval is empty, over already, or ends an interval before its time: that is
    /// what revoking is for.
    error BadInterval(uint40 notBefore, uint40 notAfter);
    /// @notice The change is not possible from this status.
    error WrongStatus(bytes32 keyId, uint8 status);
    /// @notice The key has another role with this organisation.
    error OtherRole(bytes32 keyId, uint8 role);
    /// @notice A registrar suspended the licence: only a registrar reinstates it.
    error HeldByRegistrar(bytes32 keyId);
    /// @notice The time of compromise is in the future, or not earlier than the one that stands.
    error CompromisedSinceOnlyEarlier(uint40 stands, uint40 given);

    /// @notice Reverts unless what the key signed at `signedAt` for the organisation is accepted
    /// now.
    /// @param organisation number
    /// @param keyId of the key
    /// @param signedAt seconds since 1970
    /// @return the key's role: 1 organisation, 2 practitioner
    function requireLicensed(uint64 organisation, bytes32 keyId, uint64 signedAt)
        public
        view
        returns (uint8)
    {
        _requireActive(organisation);
        Licence licence = _licences[_key(organisation, keyId)];
        if (!licence.covers(signedAt)) {
            uint8 status = licence.status();
            if (status != Licences.LICENSED) revert NotLicensed(organisation, keyId, status);
            revert OutsideLicence(organisation, keyId);
        }
        return licence.role();
    }

    /// @notice Reverts unless the key is the organisation's own and may act for it now.
    /// @param organisation number
    /// @param keyId of the key
    function requireOrganisationsKey(uint64 organisation, bytes32 keyId) public view {
        _requireOrganisationsRole(
            organisation, keyId, requireLicensed(organisation, keyId, uint64(block.timestamp))
        );
    }

    function _requireOrganisationsRole(uint64 organisation, bytes32 keyId, uint8 role)
        internal
        pure
    {
        if (role != Licences.ORGANISATION) revert NotTheOrganisationsKey(organisation, keyId);
    }

    function _licenseOrganisationKey(
        uint64 organisation,
        bytes32 keyId,
        uint40 notBefore,
        uint40 notAfter
    ) internal {
        _knownOrganisation(organisation);
        _grant(organisation, keyId, Licences.ORGANISATION, notBefore, notAfter);
    }

    function _license(uint64 organisation, bytes32 keyId, uint40 notBefore, uint40 notAfter)
        internal
    {
        _knownOrganisation(organisation);
        Licence practitioner = _goodPractitioner(keyId);
        if (notBefore < practitioner.notBefore()) notBefore = practitioner.notBefore();
        if (notAfter > practitioner.notAfter()) notAfter = practitioner.notAfter();
        bool first = _licences[_key(organisation, keyId)].status() == Licences.NONE;
        _grant(organisation, keyId, Licences.PRACTITIONER, notBefore, notAfter);
        if (first) _licensedBy[keyId].push(organisation);
    }

    function _suspend(uint64 organisation, bytes32 keyId, bool byRegistrar) internal {
        bytes32 key = _key(organisation, keyId);
        Licence licence = _licences[key];
        uint8 status = licence.status();
        // A registrar may take over a suspension of the organisation's.
        bool takesOver = byRegistrar && status == Licences.SUSPENDED && !_held[key];
        if (status != Licences.LICENSED && !takesOver) revert WrongStatus(keyId, status);
        if (byRegistrar) _held[key] = true;
        _setLicence(organisation, keyId, licence.withStatus(Licences.SUSPENDED));
    }

    function _reinstate(uint64 organisation, bytes32 keyId, bool byRegistrar) internal {
        bytes32 key = _key(organisation, keyId);
        Licence licence = _licences[key];
        if (licence.status() != Licences.SUSPENDED) revert WrongStatus(keyId, licence.status());
        if (_held[key] && !byRegistrar) revert HeldByRegistrar(keyId);
        if (licence.role() == Licences.PRACTITIONER) _goodPractitioner(keyId);
        delete _held[key];
        _setLicence(organisation, keyId, licence.withStatus(Licences.LICENSED));
    }

    function _revoke(uint64 organisation, bytes32 keyId, uint40 compromisedSince) internal {
        Licence licence = _licences[_key(organisation, keyId)];
        _setLicence(organisation, keyId, _revoked(keyId, licence, compromisedSince));
    }

    function _registerPractitioner(bytes32 keyId, uint40 notBefore, uint40 notAfter) internal {
        Licence before = _practitioners[keyId];
        _requireGrantable(keyId, before, notBefore, notAfter);
        // The licences given under an interval were cut at its end, and would outlive a shorter
        // one.
        if (notAfter < before.notAfter()) revert BadInterval(notBefore, notAfter);
        _setPractitioner(keyId, Licences.licensed(Licences.PRACTITIONER, notBefore, notAfter));
    }

    function _suspendPractitioner(bytes32 keyId) internal {
        _setPractitioner(keyId, _goodPractitioner(keyId).withStatus(Licences.SUSPENDED));
        uint64[] storage organisations = _licensedBy[keyId];
        for (uint256 i = 0; i < organisations.length; ++i) {
            if (_licences[_key(organisations[i], keyId)].status() == Licences.LICENSED) {
                _suspend(organisations[i], keyId, false);
            }
        }
    }

    function _reinstatePractitioner(bytes32 keyId) internal {
        Licence practitioner = _practitioners[keyId];
        if (practitioner.status() != Licences.SUSPENDED) {
            revert WrongStatus(keyId, practitioner.status());
        }
        _setPractitioner(keyId, practitioner.withStatus(Licences.LICENSED));
    }

    function _revokePractitioner(bytes32 keyId, uint40 compromisedSince) internal {
        _setPractitioner(keyId, _revoked(keyId, _practitioners[keyId], compromisedSince));
        uint64[] storage organisations = _licensedBy[keyId];
        for (uint256 i = 0; i < organisations.length; ++i) {
            Licence licence = _licences[_key(organisations[i], keyId)];
            // An organisation may have said so already, and of an earlier time.
            if (licence.status() != Licences.REVOKED || _movesEarlier(licence, compromisedSince)) {
                _revoke(organisations[i], keyId, compromisedSince);
            }
        }
    }

    function _grant(
        uint64 organisation,
        bytes32 keyId,
        uint8 role,
        uint40 notBefore,
        uint40 notAfter
    ) private {
        Licence before = _licences[_key(organisation, keyId)];
        _requireGrantable(keyId, before, notBefore, notAfter);
        if (before.status() != Licences.NONE && before.role() != role) {
            revert OtherRole(keyId, before.role());
        }
        _setLicence(organisation, keyId, Licences.licensed(role, notBefore, notAfter));
    }

    function _requireGrantable(bytes32 keyId, Licence before, uint40 notBefore, uint40 notAfter)
        private
        view
    {
        uint8 status = before.status();
        if (status != Licences.NONE && status != Licences.LICENSED) {
            revert WrongStatus(keyId, status);
        }
        if (notBefore >= notAfter || notAfter < block.timestamp) {
            revert BadInterval(notBefore, notAfter);
        }
    }

    function _goodPractitioner(bytes32 keyId) private view returns (Licence practitioner) {
        practitioner = _practitioners[keyId];
        if (practitioner.status() != Licences.LICENSED) {
            revert PractitionerNotInGoodStanding(keyId, practitioner.status());
        }
    }

    function _revoked(bytes32 keyId, Licence licence, uint40 since) private view returns (Licence) {
        uint8 status = licence.status();
        if (status == Licences.NONE) revert WrongStatus(keyId, status);
        bool again = status == Licences.REVOKED && !_movesEarlier(licence, since);
        if (again || since > block.timestamp) {
            revert CompromisedSinceOnlyEarlier(licence.compromisedSince(), since);
        }
        return licence.withStatus(Licences.REVOKED).withCompromisedSince(since);
    }

    function _movesEarlier(Licence licence, uint40 since) private pure returns (bool) {
        uint40 stands = licence.compromisedSince();
        return since != 0 && (stands == 0 || since < stands);
    }

    function _setLicence(uint64 organisation, bytes32 keyId, Licence licence) private {
        _licences[_key(organisation, keyId)] = licence;
        emit LicenceChanged(organisation, keyId, licence);
    }

    function _setPractitioner(bytes32 keyId, Licence practitioner) private {
        _practitioners[keyId] = practitioner;
        emit PractitionerChanged(keyId, practitioner);
    }
}

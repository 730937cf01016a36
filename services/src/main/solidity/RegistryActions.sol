// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @title The actions of the registry
/// @notice Encoded as calls of these functions, signed, and handed to `RecordLedger.act`. No
/// contract has them as functions of its own.
interface RegistryActions {
    /// @notice By a registrar: enters an organisation with its first own key.
    /// @param number of the organisation, from 1
    /// @param roles bits: 1 provider, 2 insurer, 4 researcher, 8 relay
    /// @param lanes number of its allocators, at least 1
    /// @param x its key
    /// @param y its key
    /// @param notBefore first second of the key's licence
    /// @param notAfter last second of the key's licence
    function registerOrganisation(
        uint64 number,
        uint8 roles,
        uint16 lanes,
        bytes32 x,
        bytes32 y,
        uint40 notBefore,
        uint40 notAfter
    ) external;

    /// @notice By a registrar: changes an organisation's roles and adds lanes; lanes are never
    /// taken away.
    /// @param number of the organisation
    /// @param roles bits
    /// @param lanes at least as many as before
    function amendOrganisation(uint64 number, uint8 roles, uint16 lanes) external;

    /// @notice By a registrar: suspends (2) or reinstates (1) an organisation.
    /// @param number of the organisation
    /// @param status 1 or 2
    function setOrganisationStatus(uint64 number, uint8 status) external;

    /// @notice By a registrar: licenses a further own key of an organisation, or extends its
    /// interval.
    /// @param organisation number
    /// @param x the key
    /// @param y the key
    /// @param notBefore first second
    /// @param notAfter last second
    function licenseOrganisationKey(
        uint64 organisation,
        bytes32 x,
        bytes32 y,
        uint40 notBefore,
        uint40 notAfter
    ) external;

    /// @notice By a registrar: enters a practitioner's key, or extends its interval.
    /// @param keyId of the key
    /// @param notBefore first second
    /// @param notAfter last second; not before the one it had
    function registerPractitioner(bytes32 keyId, uint40 notBefore, uint40 notAfter) external;

    /// @notice By a registrar: suspends a practitioner, and each of their licences.
    /// @param keyId of the practitioner's key
    function suspendPractitioner(bytes32 keyId) external;

    /// @notice By a registrar: reinstates a practitioner; each licence is reinstated on its own.
    /// @param keyId of the practitioner's key
    function reinstatePractitioner(bytes32 keyId) external;

    /// @notice By a registrar: revokes a practitioner, and each of their licences, for good.
    /// @param keyId of the practitioner's key
    /// @param compromisedSince from when on the key is not trusted; 0: never compromised
    function revokePractitioner(bytes32 keyId, uint40 compromisedSince) external;

    /// @notice By a registrar: adds a registrar.
    /// @param x the registrar's key
    /// @param y the registrar's key
    function addRegistrar(bytes32 x, bytes32 y) external;

    /// @notice By a registrar: removes a registrar, never the last.
    /// @param keyId of the registrar's key
    function removeRegistrar(bytes32 keyId) external;

    /// @notice By the organisation or a registrar: licenses a registered practitioner, or renews
    /// the interval.
    /// @param organisation number
    /// @param keyId of the practitioner's key
    /// @param notBefore first second; not before the practitioner's
    /// @param notAfter last second; cut at the practitioner's
    function license(uint64 organisation, bytes32 keyId, uint40 notBefore, uint40 notAfter) external;

    /// @notice By the organisation or a registrar: suspends a licence.
    /// @param organisation number
    /// @param keyId of the key
    function suspend(uint64 organisation, bytes32 keyId) external;

    /// @notice By the organisation or a registrar: ends a suspension; one by a registrar only by a
    /// registrar.
    /// @param organisation number
    /// @param keyId of the key
    function reinstate(uint64 organisation, bytes32 keyId) external;

    /// @notice By the organisation or a registrar: revokes a licence for good, or moves
    /// `compromisedSince` earlier.
    /// @param organisation number
    /// @param keyId of the key
    /// @param compromisedSince from when on the key is not trusted; 0: never compromised
    function revoke(uint64 organisation, bytes32 keyId, uint40 compromisedSince) external;
}

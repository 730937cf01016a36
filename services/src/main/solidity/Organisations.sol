// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {LedgerStorage} from "./LedgerStorage.sol";

/// @title The organisations
/// @notice One word each: `status u8 ‖ roles u8 ‖ lanes u16`, right-aligned. Protocol §6.1.
abstract contract Organisations is LedgerStorage {
    /// @notice Status of an organisation that may sign.
    uint8 public constant ORGANISATION_ACTIVE = 1;
    /// @notice Status of an organisation whose keys may not sign.
    uint8 public constant ORGANISATION_SUSPENDED = 2;

    uint256 private constant STATUS_AT = 24;
    uint256 private constant ROLES_AT = 16;

    /// @notice An organisation's word was set.
    event OrganisationChanged(uint64 indexed number, uint256 word);

    /// @notice Number 0 is the patients', or the number is taken.
    error NumberNotFree(uint64 number);
    /// @notice No organisation has this number.
    error UnknownOrganisation(uint64 number);
    /// @notice There is no such status to set.
    error UnknownStatus(uint8 status);
    /// @notice The organisation is unknown or suspended.
    error OrganisationNotActive(uint64 number);
    /// @notice An organisation has a lane, and a lane once opened is read for ever: it is never
    /// taken away.
    error LanesOnlyGrow(uint16 had, uint16 wanted);

    function _registerOrganisation(uint64 number, uint8 roles, uint16 lanes) internal {
        if (number == 0 || _organisations[number] != 0) revert NumberNotFree(number);
        if (lanes == 0) revert LanesOnlyGrow(0, 0);
        _setOrganisation(number, ORGANISATION_ACTIVE, roles, lanes);
    }

    function _amendOrganisation(uint64 number, uint8 roles, uint16 lanes) internal {
        uint256 word = _knownOrganisation(number);
        if (lanes < uint16(word)) revert LanesOnlyGrow(uint16(word), lanes);
        _setOrganisation(number, _status(word), roles, lanes);
    }

    function _setOrganisationStatus(uint64 number, uint8 status) internal {
        uint256 word = _knownOrganisation(number);
        if (status != ORGANISATION_ACTIVE && status != ORGANISATION_SUSPENDED) {
            revert UnknownStatus(status);
        }
        _setOrganisation(number, status, uint8(word >> ROLES_AT), uint16(word));
    }

    function _requireActive(uint64 number) internal view {
        if (_status(_organisations[number]) != ORGANISATION_ACTIVE) {
            revert OrganisationNotActive(number);
        }
    }

    function _knownOrganisation(uint64 number) internal view returns (uint256 word) {
        word = _organisations[number];
        if (word == 0) revert UnknownOrganisation(number);
    }

    function _setOrganisation(uint64 number, uint8 status, uint8 roles, uint16 lanes) private {
        uint256 word = (uint256(status) << STATUS_AT) | (uint256(roles) << ROLES_AT) | lanes;
        _organisations[number] = word;
        emit OrganisationChanged(number, word);
    }

    function _status(uint256 word) private pure returns (uint8) {
        return uint8(word >> STATUS_AT);
    }
}

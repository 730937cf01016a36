// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Registrars} from "./Registrars.sol";
import {RegistryActions} from "./RegistryActions.sol";
import {SealHeads} from "./SealHeads.sol";
import {SignedActions} from "./SignedActions.sol";

/// @title Who may write, and for whom
/// @notice Registrars enter organisations and practitioners; organisations license practitioners to
/// write for them. Each action of {RegistryActions} is signed by a registrar (organisation 0) or by
/// the organisation's own key.
abstract contract ActorRegistry is SealHeads, Registrars, SignedActions {
    struct NewOrganisation {
        uint64 number;
        uint8 roles;
        uint16 lanes;
        bytes32 x;
        bytes32 y;
        uint40 notBefore;
        uint40 notAfter;
    }

    /// @notice The key acts for another organisation.
    error NotYourOrganisation(uint64 acting, uint64 named);

    constructor(bytes32 x, bytes32 y) {
        _addRegistrar(x, y);
    }

    function _perform(uint64 organisation, bytes32 keyId, bytes4 action, bytes calldata arguments)
        internal
        override
    {
        bool byRegistrar = organisation == 0;
        if (byRegistrar) _requireRegistrar(keyId);
        else requireOrganisationsKey(organisation, keyId);

        if (_performOnLicence(organisation, action, arguments)) return;
        if (!byRegistrar) revert ActionRefused(action);
        if (_performOnOrganisation(action, arguments)) return;
        if (_performOnPractitioner(action, arguments)) return;
        _performOnRegistrar(action, arguments);
    }

    function _performOnLicence(uint64 acting, bytes4 action, bytes calldata arguments)
        private
        returns (bool)
    {
        bool byRegistrar = acting == 0;
        if (action == RegistryActions.license.selector) {
            (uint64 organisation, bytes32 keyId, uint40 notBefore, uint40 notAfter) =
                abi.decode(arguments, (uint64, bytes32, uint40, uint40));
            _requireOwn(acting, organisation);
            _license(organisation, keyId, notBefore, notAfter);
        } else if (action == RegistryActions.suspend.selector) {
            (uint64 organisation, bytes32 keyId) = abi.decode(arguments, (uint64, bytes32));
            _requireOwn(acting, organisation);
            _suspend(organisation, keyId, byRegistrar);
        } else if (action == RegistryActions.reinstate.selector) {
            (uint64 organisation, bytes32 keyId) = abi.decode(arguments, (uint64, bytes32));
            _requireOwn(acting, organisation);
            _reinstate(organisation, keyId, byRegistrar);
        } else if (action == RegistryActions.revoke.selector) {
            (uint64 organisation, bytes32 keyId, uint40 since) =
                abi.decode(arguments, (uint64, bytes32, uint40));
            _requireOwn(acting, organisation);
            _revoke(organisation, keyId, since);
        } else {
            return false;
        }
        return true;
    }

    function _performOnOrganisation(bytes4 action, bytes calldata arguments)
        private
        returns (bool)
    {
        if (action == RegistryActions.registerOrganisation.selector) {
            // Static, so that it is encoded like the seven parameters of the action.
            NewOrganisation memory added = abi.decode(arguments, (NewOrganisation));
            _registerOrganisation(added.number, added.roles, added.lanes);
            _licenseOrganisationKey(
                added.number, _validKeyId(added.x, added.y), added.notBefore, added.notAfter
            );
        } else if (action == RegistryActions.amendOrganisation.selector) {
            (uint64 number, uint8 roles, uint16 lanes) =
                abi.decode(arguments, (uint64, uint8, uint16));
            _amendOrganisation(number, roles, lanes);
        } else if (action == RegistryActions.setOrganisationStatus.selector) {
            (uint64 number, uint8 status) = abi.decode(arguments, (uint64, uint8));
            _setOrganisationStatus(number, status);
        } else if (action == RegistryActions.licenseOrganisationKey.selector) {
            (uint64 organisation, bytes32 x, bytes32 y, uint40 notBefore, uint40 notAfter) =
                abi.decode(arguments, (uint64, bytes32, bytes32, uint40, uint40));
            _licenseOrganisationKey(organisation, _validKeyId(x, y), notBefore, notAfter);
        } else {
            return false;
        }
        return true;
    }

    function _performOnPractitioner(bytes4 action, bytes calldata arguments)
        private
        returns (bool)
    {
        if (action == RegistryActions.registerPractitioner.selector) {
            (bytes32 keyId, uint40 notBefore, uint40 notAfter) =
                abi.decode(arguments, (bytes32, uint40, uint40));
            _registerPractitioner(keyId, notBefore, notAfter);
        } else if (action == RegistryActions.suspendPractitioner.selector) {
            _suspendPractitioner(abi.decode(arguments, (bytes32)));
        } else if (action == RegistryActions.reinstatePractitioner.selector) {
            _reinstatePractitioner(abi.decode(arguments, (bytes32)));
        } else if (action == RegistryActions.revokePractitioner.selector) {
            (bytes32 keyId, uint40 since) = abi.decode(arguments, (bytes32, uint40));
            _revokePractitioner(keyId, since);
        } else {
            return false;
        }
        return true;
    }

    function _performOnRegistrar(bytes4 action, bytes calldata arguments) private {
        if (action == RegistryActions.addRegistrar.selector) {
            (bytes32 x, bytes32 y) = abi.decode(arguments, (bytes32, bytes32));
            _addRegistrar(x, y);
        } else if (action == RegistryActions.removeRegistrar.selector) {
            _removeRegistrar(abi.decode(arguments, (bytes32)));
        } else {
            revert ActionRefused(action);
        }
    }

    function _requireOwn(uint64 acting, uint64 named) private pure {
        if (acting != 0 && acting != named) revert NotYourOrganisation(acting, named);
    }
}

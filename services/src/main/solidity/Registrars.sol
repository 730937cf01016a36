// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {P256} from "@openzeppelin/contracts/utils/cryptography/P256.sol";
import {Statement} from "./Statement.sol";

/// @title The keys that may register
/// @notice There is always at least one.
abstract contract Registrars {
    mapping(bytes32 keyId => bool) private _registrars;
    uint256 private _registrarCount;

    /// @notice A registrar was added.
    event RegistrarAdded(bytes32 indexed keyId);
    /// @notice A registrar was removed.
    event RegistrarRemoved(bytes32 indexed keyId);

    /// @notice The coordinates are not a point on P-256.
    error NotAKey(bytes32 x, bytes32 y);
    /// @notice The key is not a registrar's.
    error NotARegistrar(bytes32 keyId);
    /// @notice The key is a registrar's already.
    error AlreadyARegistrar(bytes32 keyId);
    /// @notice Without its last registrar the registry could not be kept.
    error LastRegistrar(bytes32 keyId);

    /// @notice Whether a key is a registrar's.
    /// @param keyId of the key
    /// @return true if it is
    function isRegistrar(bytes32 keyId) external view returns (bool) {
        return _registrars[keyId];
    }

    function _requireRegistrar(bytes32 keyId) internal view {
        if (!_registrars[keyId]) revert NotARegistrar(keyId);
    }

    function _addRegistrar(bytes32 x, bytes32 y) internal {
        bytes32 keyId = _validKeyId(x, y);
        if (_registrars[keyId]) revert AlreadyARegistrar(keyId);
        _registrars[keyId] = true;
        ++_registrarCount;
        emit RegistrarAdded(keyId);
    }

    function _removeRegistrar(bytes32 keyId) internal {
        _requireRegistrar(keyId);
        if (_registrarCount == 1) revert LastRegistrar(keyId);
        delete _registrars[keyId];
        --_registrarCount;
        emit RegistrarRemoved(keyId);
    }

    function _validKeyId(bytes32 x, bytes32 y) internal pure returns (bytes32) {
        if (!P256.isValidPublicKey(x, y)) revert NotAKey(x, y);
        return Statement.keyId(x, y);
    }
}

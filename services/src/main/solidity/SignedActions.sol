// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Statement} from "./Statement.sol";

/// @title Actions ordered by signature
/// @notice The account that sends the transaction carries no authority. What may be done follows
/// from a `registry/1` statement over the ABI-encoded action, the key's nonce and a last second.
/// Protocol §1.1.
abstract contract SignedActions {
    mapping(bytes32 keyId => uint32) private _nonces;

    /// @notice The action was performed.
    event Performed(
        uint64 indexed organisation, bytes32 indexed keyId, bytes4 indexed action, uint32 nonce
    );

    /// @notice The action's last second has passed.
    error ActionExpired(uint64 notAfter);
    /// @notice The nonce is not the key's next one: the action was performed, or another comes
    /// first.
    error WrongNonce(uint32 given, uint32 expected);
    /// @notice There is no such action, or not for whom the key acts.
    error ActionRefused(bytes4 action);

    /// @notice Performs a signed action.
    /// @param organisation for which the key acts; 0 for a registrar
    /// @param call the ABI-encoded action, with its selector
    /// @param x public key
    /// @param y public key
    /// @param r signature
    /// @param s signature, at most half the order
    /// @param nonce the key's next nonce
    /// @param notAfter last second in which it may be performed
    function act(
        uint64 organisation,
        bytes calldata call,
        bytes32 x,
        bytes32 y,
        bytes32 r,
        bytes32 s,
        uint32 nonce,
        uint64 notAfter
    ) external {
        if (block.timestamp > notAfter) revert ActionExpired(notAfter);
        if (call.length < 4) revert ActionRefused(bytes4(0));
        bytes32 keyId = Statement.keyId(x, y);
        uint32 expected = _nonces[keyId];
        if (nonce != expected) revert WrongNonce(nonce, expected);
        Statement.requireSignature(
            Statement.REGISTRY,
            Statement.Signed(organisation, keccak256(call), nonce, notAfter, x, y, r, s)
        );

        _nonces[keyId] = expected + 1;
        bytes4 action = bytes4(call);
        emit Performed(organisation, keyId, action, nonce);
        _perform(organisation, keyId, action, call[4:]);
    }

    /// @notice The nonce that a key signs next in this contract.
    /// @param keyId of the key
    /// @return the nonce
    function nonceOf(bytes32 keyId) external view returns (uint32) {
        return _nonces[keyId];
    }

    /// @dev Checks what the key may do and does it; reverts with {ActionRefused} otherwise.
    function _perform(uint64 organisation, bytes32 keyId, bytes4 action, bytes calldata arguments)
        internal
        virtual;
}

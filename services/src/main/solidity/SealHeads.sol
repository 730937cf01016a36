// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Licensing} from "./Licensing.sol";
import {Statement} from "./Statement.sol";

/// @title The newest seal block of each organisation
/// @notice From these heads everything anchored is found and proven when no node keeps events any
/// more.
abstract contract SealHeads is Licensing {
    /// @notice The organisation's newest seal block is this one.
    event HeadAdvanced(uint64 indexed organisation, bytes32 digest, uint32 height);

    /// @notice A head only grows.
    error HeadOnlyGrows(uint32 stands, uint32 given);

    /// @notice Enters an organisation's newest seal block, by a `head/1` statement of the
    /// organisation's own key.
    /// @dev A practitioner's key cannot: a thief's huge height would end the chain of seal blocks
    /// for good.
    /// @param organisation number
    /// @param digest SHA-256 of the seal block
    /// @param height of the seal block, more than that of the head before
    /// @param signedAt seconds since 1970
    /// @param x public key
    /// @param y public key
    /// @param r signature
    /// @param s signature, at most half the order
    function head(
        uint64 organisation,
        bytes32 digest,
        uint32 height,
        uint64 signedAt,
        bytes32 x,
        bytes32 y,
        bytes32 r,
        bytes32 s
    ) external {
        bytes32 keyId = Statement.requireSigned(
            Statement.HEAD,
            Statement.Signed(organisation, digest, height, signedAt, x, y, r, s),
            Statement.WINDOW
        );
        _requireOrganisationsRole(
            organisation, keyId, requireLicensed(organisation, keyId, signedAt)
        );

        Head storage before = _heads[organisation];
        bool isFirst = before.recordedAt == 0;
        if (!isFirst && height <= before.height) revert HeadOnlyGrows(before.height, height);
        _heads[organisation] =
            Head({digest: digest, recordedAt: uint40(block.timestamp), height: height});
        emit HeadAdvanced(organisation, digest, height);
    }
}

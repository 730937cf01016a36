// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {P256} from "@openzeppelin/contracts/utils/cryptography/P256.sol";

/// @title What a P-256 key signs, and how its signature is checked
/// @notice Every signature is a JWS (RFC 7515, RFC 7797) with one constant protected header over a payload that begins
/// with a 16-byte type, so that a signature made for one thing says nothing about another. Protocol §1.1.
library Statement {
    /// @notice A statement over a tree, with the key that signed it and the signature, in the order of the calls.
    /// @param organisation registry number of the organisation that the key signs for
    /// @param root root of the RFC 9162 tree over the leaves
    /// @param count number of leaves
    /// @param signedAt seconds since 1970
    /// @param x public key
    /// @param y public key
    /// @param r signature
    /// @param s signature, at most half the order
    struct Signed {
        uint64 organisation;
        bytes32 root;
        uint32 count;
        uint64 signedAt;
        bytes32 x;
        bytes32 y;
        bytes32 r;
        bytes32 s;
    }

    /// @notice Type of a statement that anchors entries.
    bytes16 internal constant ANCHOR = "anchor/1";
    /// @notice Type of a statement that retracts entries.
    bytes16 internal constant RETRACT = "retract/1";
    /// @notice Type of a statement that names an organisation's newest seal block.
    bytes16 internal constant HEAD = "head/1";
    /// @notice Type of a hospital's statement of what it bills.
    bytes16 internal constant BILL = "bill/1";
    /// @notice Type of an insurer's statement of what it pays.
    bytes16 internal constant SETTLE = "settle/1";
    /// @notice Type of a statement that orders one action of a contract.
    bytes16 internal constant REGISTRY = "registry/1";

    /// @notice How long after signing a statement is accepted.
    uint256 internal constant WINDOW = 30 days;
    /// @notice How far a signer's clock may be ahead.
    uint256 internal constant CLOCK_SKEW = 300 seconds;

    /// @dev BASE64URL of {"alg":"ES256","b64":false,"crit":["b64"],"typ":"chartseal+1"} and the dot.
    string private constant HEADER =
        "eyJhbGciOiJFUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il0sInR5cCI6ImNoYXJ0c2VhbCsxIn0.";

    /// @notice The signature is not this key's over this statement, for this chain and contract, or its `s` is high.
    error BadSignature();
    /// @notice The statement claims to be signed later than now, clock skew allowed for.
    error SignedInTheFuture(uint64 signedAt);
    /// @notice The statement was signed more than 30 days ago.
    error SignedTooLongAgo(uint64 signedAt);

    /// @notice The identity of a P-256 key: keccak of its coordinates.
    /// @param x public key
    /// @param y public key
    /// @return keccak(x ‖ y)
    function keyId(bytes32 x, bytes32 y) internal pure returns (bytes32) {
        return keccak256(abi.encodePacked(x, y));
    }

    /// @notice Reverts unless the statement over a tree was signed by its key, for this chain and the calling contract, in time.
    /// @param kind type of the statement
    /// @param signed statement, key and signature
    /// @return the id of the key that signed
    function requireSigned(bytes16 kind, Signed memory signed) internal view returns (bytes32) {
        if (signed.signedAt > block.timestamp + CLOCK_SKEW) {
            revert SignedInTheFuture(signed.signedAt);
        }
        if (block.timestamp > signed.signedAt + WINDOW) revert SignedTooLongAgo(signed.signedAt);
        bytes32 digest =
            treeDigest(kind, signed.organisation, signed.root, signed.count, signed.signedAt);
        _requireSignature(digest, signed.x, signed.y, signed.r, signed.s);
        return keyId(signed.x, signed.y);
    }

    /// @notice Reverts unless the action was signed by the key, for this chain and the calling contract.
    /// @param organisation for which the key acts; 0 for a registrar
    /// @param call keccak of the ABI-encoded action
    /// @param nonce of the key
    /// @param notAfter last second in which the action may be performed
    /// @param x public key
    /// @param y public key
    /// @param r signature
    /// @param s signature, at most half the order
    function requireActionSigned(
        uint64 organisation,
        bytes32 call,
        uint32 nonce,
        uint64 notAfter,
        bytes32 x,
        bytes32 y,
        bytes32 r,
        bytes32 s
    ) internal view {
        _requireSignature(actionDigest(organisation, call, nonce, notAfter), x, y, r, s);
    }

    /// @notice The digest that is signed for a statement over a tree.
    /// @param kind type of the statement
    /// @param organisation that signs
    /// @param root of the tree
    /// @param count of leaves
    /// @param signedAt seconds since 1970
    /// @return SHA-256 of the JWS signing input
    function treeDigest(
        bytes16 kind,
        uint64 organisation,
        bytes32 root,
        uint32 count,
        uint64 signedAt
    ) internal view returns (bytes32) {
        return sha256(
            abi.encodePacked(
                HEADER, kind, block.chainid, address(this), organisation, root, count, signedAt
            )
        );
    }

    /// @notice The digest that is signed for an action.
    /// @param organisation for which the key acts
    /// @param call keccak of the ABI-encoded action
    /// @param nonce of the key
    /// @param notAfter last second
    /// @return SHA-256 of the JWS signing input
    function actionDigest(uint64 organisation, bytes32 call, uint32 nonce, uint64 notAfter)
        internal
        view
        returns (bytes32)
    {
        return sha256(
            abi.encodePacked(
                HEADER, REGISTRY, block.chainid, address(this), organisation, call, nonce, notAfter
            )
        );
    }

    /// @dev P256 refuses a high `s` and points off the curve before it asks the precompile of EIP-7951, and computes in
    /// Solidity only where there is none.
    function _requireSignature(bytes32 digest, bytes32 x, bytes32 y, bytes32 r, bytes32 s)
        private
        view
    {
        if (!P256.verify(digest, r, s, x, y)) revert BadSignature();
    }
}

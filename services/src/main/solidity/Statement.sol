// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {P256} from "@openzeppelin/contracts/utils/cryptography/P256.sol";

/// @title What a P-256 key signs, and how its signature is checked
/// @notice Every signature is a JWS (RFC 7515, RFC 7797) with one constant protected header over a
/// payload that begins with a 16-byte type, so that a signature made for one thing says nothing
/// about another. Protocol §1.1.
library Statement {
    /// @notice A statement, with the key that signed it and the signature, in the order of the
    /// calls. An action's statement has the same shape.
    /// @param organisation registry number of the organisation that the key signs for
    /// @param root of the RFC 9162 tree over the leaves; of an action the keccak of its encoding
    /// @param count of leaves; of an action the nonce
    /// @param signedAt seconds since 1970; of an action its last second
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
    /// @notice How long after signing a bill can be settled: a payer may take its time to decide.
    uint256 internal constant BILL_WINDOW = 365 days;
    /// @notice How far a signer's clock may be ahead.
    uint256 internal constant CLOCK_SKEW = 300 seconds;

    /// @dev BASE64URL of {"alg":"ES256","b64":false,"crit":["b64"],"typ":"chartseal+1"} and the
    /// dot, in words.
    bytes32 private constant HEADER_0 = "eyJhbGciOiJFUzI1NiIsImI2NCI6ZmFs";
    bytes32 private constant HEADER_1 = "c2UsImNyaXQiOlsiYjY0Il0sInR5cCI6";
    bytes20 private constant HEADER_2 = "ImNoYXJ0c2VhbCsxIn0.";

    /// @dev Half the order of P-256, rounded down.
    uint256 private constant HALF_ORDER =
        0x7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8;

    /// @notice The signature is not this key's over this statement, for this chain and contract, or
    /// its `s` is high.
    error BadSignature();
    /// @notice The statement claims to be signed later than now, clock skew allowed for.
    error SignedInTheFuture(uint64 signedAt);
    /// @notice The statement was signed too long ago to be accepted.
    error SignedTooLongAgo(uint64 signedAt);

    /// @notice The identity of a P-256 key: keccak of its coordinates.
    /// @param x public key
    /// @param y public key
    /// @return id keccak(x ‖ y)
    function keyId(bytes32 x, bytes32 y) internal pure returns (bytes32 id) {
        assembly ("memory-safe") {
            mstore(0x00, x)
            mstore(0x20, y)
            id := keccak256(0x00, 0x40)
        }
    }

    /// @notice Reverts unless the statement over a tree was signed by its key, for this chain and
    /// the calling contract, and in time.
    /// @param kind type of the statement
    /// @param signed statement, key and signature
    /// @param window how long after signing it is accepted, in seconds
    /// @return the id of the key that signed
    function requireSigned(bytes16 kind, Signed memory signed, uint256 window)
        internal
        view
        returns (bytes32)
    {
        uint256 signedAt = signed.signedAt;
        // Times of 64 bits and constants do not overflow.
        unchecked {
            if (signedAt > block.timestamp + CLOCK_SKEW) revert SignedInTheFuture(signed.signedAt);
            if (block.timestamp > signedAt + window) revert SignedTooLongAgo(signed.signedAt);
        }
        requireSignature(kind, signed);
        return keyId(signed.x, signed.y);
    }

    /// @notice Reverts unless the statement was signed by its key, for this chain and the calling
    /// contract, whenever that was.
    /// @param kind type of the statement
    /// @param signed statement, key and signature
    function requireSignature(bytes16 kind, Signed memory signed) internal view {
        if (uint256(signed.s) > HALF_ORDER) revert BadSignature();
        bytes32 hash = digest(kind, signed);
        if (_isValidNatively(hash, signed)) return;
        // Wrong, or there is no precompile: P256 tells them apart and computes in Solidity if it
        // must.
        if (!P256.verify(hash, signed.r, signed.s, signed.x, signed.y)) revert BadSignature();
    }

    /// @notice The digest that is signed.
    /// @param kind type of the statement
    /// @param signed the statement; its key and signature do not matter
    /// @return hash SHA-256 of the JWS signing input
    function digest(bytes16 kind, Signed memory signed) internal view returns (bytes32 hash) {
        bytes32 header0 = HEADER_0;
        bytes32 header1 = HEADER_1;
        bytes20 header2 = HEADER_2;
        // abi.encodePacked and sha256 copy it all twice, for 700 gas more in every anchor. Each
        // word is written over the zeros that the one before left; 204 bytes in all.
        assembly ("memory-safe") {
            let input := mload(0x40)
            mstore(input, header0)
            mstore(add(input, 32), header1)
            mstore(add(input, 64), header2)
            mstore(add(input, 84), kind)
            mstore(add(input, 100), chainid())
            mstore(add(input, 132), shl(96, address()))
            mstore(add(input, 152), shl(192, mload(signed)))
            mstore(add(input, 160), mload(add(signed, 32)))
            let count := mload(add(signed, 64))
            let signedAt := mload(add(signed, 96))
            mstore(add(input, 192), or(shl(224, count), shl(160, signedAt)))
            // The precompile for SHA-256 fails only without gas.
            if iszero(staticcall(gas(), 2, input, 204, 0, 32)) { revert(0, 0) }
            hash := mload(0)
        }
    }

    /// @dev Asks the precompile of EIP-7951, which would take a high `s`.
    function _isValidNatively(bytes32 hash, Signed memory signed)
        private
        view
        returns (bool isValid)
    {
        // Without the copies of abi.encode and of a returned array: 600 gas less in every anchor.
        assembly ("memory-safe") {
            let input := mload(0x40)
            mstore(input, hash)
            mcopy(add(input, 32), add(signed, 192), 64)
            mcopy(add(input, 96), add(signed, 128), 64)
            mstore(0, 0)
            let isThere := staticcall(gas(), 0x100, input, 160, 0, 32)
            isValid := and(isThere, eq(mload(0), 1))
        }
    }
}

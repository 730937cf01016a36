// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @title The one storage word of a slot
/// @notice `tag(24) ‖ anchoredAt u32 ‖ retractedAt u32`; the tag commits to record and author, and
/// after a retraction to the retractor too. Protocol §6.1.
library Word {
    uint256 private constant TAG_MASK = ~uint256(type(uint64).max);
    uint256 private constant ANCHORED_AT = 32;

    /// @notice Digest of a record.
    /// @param manifestDigest SHA-256 of the manifest block
    /// @param contentRoot root over the content's leaves
    /// @return digest keccak("chartseal/record/1" ‖ manifestDigest ‖ contentRoot)
    function recordDigest(bytes32 manifestDigest, bytes32 contentRoot)
        internal
        pure
        returns (bytes32 digest)
    {
        // Paid for every leaf, like the tag below: abi.encodePacked costs three times as much.
        assembly ("memory-safe") {
            let input := mload(0x40)
            mstore(input, "chartseal/record/1")
            mstore(add(input, 18), manifestDigest)
            mstore(add(input, 50), contentRoot)
            digest := keccak256(input, 82)
        }
    }

    /// @notice The word of a record that is anchored now.
    /// @param digest of the record
    /// @param authorKeyId of the key that signed; zero for a patient
    /// @return the word
    function anchoredNow(bytes32 digest, bytes32 authorKeyId) internal view returns (uint256) {
        return _tag(digest, authorKeyId) | (uint256(uint32(block.timestamp)) << ANCHORED_AT);
    }

    /// @notice The word of a record that is retracted now; it keeps the time of anchoring.
    /// @param word that is retracted
    /// @param digest of the record
    /// @param authorKeyId of the key that signed the record
    /// @param retractorKeyId of the key that retracts it
    /// @return the word
    function retractedNow(uint256 word, bytes32 digest, bytes32 authorKeyId, bytes32 retractorKeyId)
        internal
        view
        returns (uint256)
    {
        bytes32 hash = keccak256(
            abi.encodePacked("chartseal/retracted/1", digest, authorKeyId, retractorKeyId)
        );
        uint256 anchoredAt = word & (uint256(type(uint32).max) << ANCHORED_AT);
        return (uint256(hash) & TAG_MASK) | anchoredAt | uint32(block.timestamp);
    }

    /// @notice Whether a word is this author's record, not retracted: a retraction gives another tag.
    /// @param word in the slot
    /// @param digest of the record
    /// @param authorKeyId of the key that signed
    /// @return true if it is
    function holds(uint256 word, bytes32 digest, bytes32 authorKeyId) internal pure returns (bool) {
        return word & TAG_MASK == _tag(digest, authorKeyId);
    }

    /// @notice Whether a word carries a time of retraction.
    /// @param word in the slot
    /// @return true if it does
    function isRetracted(uint256 word) internal pure returns (bool) {
        return uint32(word) != 0;
    }

    function _tag(bytes32 digest, bytes32 authorKeyId) private pure returns (uint256 tag) {
        assembly ("memory-safe") {
            let input := mload(0x40)
            mstore(input, "chartseal/word/1")
            mstore(add(input, 16), digest)
            mstore(add(input, 48), authorKeyId)
            tag := keccak256(input, 80)
        }
        tag &= TAG_MASK;
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Licence} from "./Licence.sol";

/// @title Where the ledger keeps what readers prove
/// @notice Readers do not call the contract: they ask for eth_getProof of these mappings. The
/// storage indices are part of the protocol (§6.1), stand in the network file, and are fixed here
/// by being declared first.
abstract contract LedgerStorage {
    /// @notice The newest seal block of an organisation; second word: `height u32 ‖ recordedAt
    /// u40`, right-aligned.
    /// @param digest SHA-256 of the seal block
    /// @param recordedAt when the ledger took it
    /// @param height of the seal block
    struct Head {
        bytes32 digest;
        uint40 recordedAt;
        uint32 height;
    }

    /// @notice What stands in a slot: one word. A struct, so that it is located once for reading
    /// and writing.
    /// @param word tag, time of anchoring and time of retraction
    struct Slot {
        uint256 word;
    }

    /// @notice Storage index of the slots' words; their key: keccak(organisation u256 ‖ slot).
    uint256 public constant WORDS = 0;
    /// @notice Storage index of the licence words; their key: keccak(organisation u256 ‖ keyId).
    uint256 public constant LICENCES = 1;
    /// @notice Storage index of the organisations' words; their key: the number as u256.
    uint256 public constant ORGANISATIONS = 2;
    /// @notice Storage index of the seal heads; their key: the organisation's number as u256.
    uint256 public constant HEADS = 3;
    /// @notice Storage index of the practitioners' words, laid out like licences; their key: the
    /// keyId.
    uint256 public constant PRACTITIONERS = 4;

    mapping(bytes32 key => Slot) internal _slots;
    mapping(bytes32 key => Licence) internal _licences;
    mapping(uint256 number => uint256 word) internal _organisations;
    mapping(uint256 number => Head) internal _heads;
    mapping(bytes32 keyId => Licence) internal _practitioners;

    /// @notice The word in a slot.
    /// @param organisation number; 0 for patients
    /// @param slot of the organisation, or a patient's slot address left-padded
    /// @return the word; 0 when the slot is empty
    function wordOf(uint64 organisation, bytes32 slot) external view returns (uint256) {
        return _slots[_key(organisation, slot)].word;
    }

    /// @notice The licence of a key for an organisation.
    /// @param organisation number
    /// @param keyId of the key
    /// @return the licence word
    function licenceOf(uint64 organisation, bytes32 keyId) external view returns (Licence) {
        return _licences[_key(organisation, keyId)];
    }

    /// @notice An organisation's word: `status u8 ‖ roles u8 ‖ lanes u16`, right-aligned.
    /// @param number of the organisation
    /// @return the word; 0 when there is no such organisation
    function organisationOf(uint64 number) external view returns (uint256) {
        return _organisations[number];
    }

    /// @notice The newest seal block of an organisation.
    /// @param number of the organisation
    /// @return digest, time and height; zeros when there is none
    function headOf(uint64 number) external view returns (Head memory) {
        return _heads[number];
    }

    /// @notice A practitioner's word, laid out like a licence.
    /// @param keyId of the practitioner's key
    /// @return the word
    function practitionerOf(bytes32 keyId) external view returns (Licence) {
        return _practitioners[keyId];
    }

    /// @dev keccak(organisation u256 ‖ slot or keyId), in scratch space: it is computed for every
    /// leaf of a run.
    function _key(uint256 organisation, bytes32 inner) internal pure returns (bytes32 key) {
        assembly ("memory-safe") {
            mstore(0x00, organisation)
            mstore(0x20, inner)
            key := keccak256(0x00, 0x40)
        }
    }
}

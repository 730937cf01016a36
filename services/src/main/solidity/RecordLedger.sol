// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {ActorRegistry} from "./ActorRegistry.sol";
import {Licences} from "./Licence.sol";
import {Rfc9162} from "./Rfc9162.sol";
import {Statement} from "./Statement.sol";
import {Word} from "./Word.sol";

/// @title One time-stamped word for each entry of a health record
/// @notice Only a licensed key, or a patient's slot key, can fill a slot, once; a word changes only
/// by its retraction. Who sends the transaction does not matter. Protocol §6.
contract RecordLedger is ActorRegistry, EIP712 {
    /// @notice A leaf of an `anchor/1` statement, with what its record digest is made of.
    /// @param slot of the entry
    /// @param manifestDigest SHA-256 of the manifest block
    /// @param contentRoot root over the content's leaves
    struct Entry {
        bytes32 slot;
        bytes32 manifestDigest;
        bytes32 contentRoot;
    }

    /// @notice A leaf of a `retract/1` statement.
    /// @param slot of the entry
    /// @param recordDigest of the record that stands there
    /// @param authorKeyId of the key that signed it
    struct Retraction {
        bytes32 slot;
        bytes32 recordDigest;
        bytes32 authorKeyId;
    }

    /// @notice What a patient's slot key signed; the address that the signature recovers to is the
    /// slot.
    /// @param manifestDigest SHA-256 of the manifest block
    /// @param contentRoot root over the content's leaves
    /// @param notAfter last second in which it is accepted
    /// @param v signature
    /// @param r signature
    /// @param s signature
    struct PatientItem {
        bytes32 manifestDigest;
        bytes32 contentRoot;
        uint64 notAfter;
        uint8 v;
        bytes32 r;
        bytes32 s;
    }

    /// @notice Most leaves of one statement.
    uint32 public constant MOST_LEAVES = 1 << 20;

    bytes32 private constant ANCHOR_TYPEHASH =
        keccak256("Anchor(bytes32 manifestDigest,bytes32 contentRoot,uint64 notAfter)");
    bytes32 private constant RETRACT_TYPEHASH =
        keccak256("Retract(bytes32 manifestDigest,bytes32 contentRoot,uint64 notAfter)");
    uint64 private constant PATIENTS = 0;
    bytes32 private constant PATIENT_KEY_ID = 0;

    /// @notice The slot's word was written. Only the word proves; this says where to look.
    event Anchored(bytes32 indexed key, bytes32 manifestDigest, bytes32 contentRoot);
    /// @notice The item changed nothing: the slot is used, the entry retracted already, the item
    /// late or not this slot's.
    event Skipped(bytes32 indexed key);
    /// @notice The slot's word was retracted.
    event Retracted(bytes32 indexed key, bytes32 retractorKeyId);

    /// @notice A statement covers at most 2^20 leaves.
    error TooManyLeaves(uint32 count);
    /// @notice The slot does not hold this author's record.
    error NotAnchored(bytes32 slot);
    /// @notice A practitioner's key retracts only what it wrote.
    error NotTheAuthor(bytes32 slot, bytes32 authorKeyId);

    /// @notice Begins a ledger with one registrar.
    /// @param x the registrar's key
    /// @param y the registrar's key
    constructor(bytes32 x, bytes32 y) ActorRegistry(x, y) EIP712("Chartseal", "1") {}

    /// @notice Anchors one run of an `anchor/1` statement, whole and in order. A used slot is
    /// skipped.
    /// @param organisation number
    /// @param root over all leaves of the statement
    /// @param count of all leaves of the statement
    /// @param signedAt seconds since 1970
    /// @param x public key
    /// @param y public key
    /// @param r signature
    /// @param s signature, at most half the order
    /// @param run index of the run: its leaves are 256·run … min(256·run + 255, count − 1)
    /// @param leaves of the run
    /// @param path of node `run` in the tree over the run roots
    function anchor(
        uint64 organisation,
        bytes32 root,
        uint32 count,
        uint64 signedAt,
        bytes32 x,
        bytes32 y,
        bytes32 r,
        bytes32 s,
        uint32 run,
        Entry[] calldata leaves,
        bytes32[] memory path
    ) external {
        _anchor(
            Statement.Signed(organisation, root, count, signedAt, x, y, r, s), run, leaves, path
        );
    }

    /// @notice Retracts one run of a `retract/1` statement, whole and in order. What is retracted
    /// already is skipped.
    /// @dev A practitioner's key retracts what it wrote, the organisation's own key anything of the
    /// organisation.
    /// @param organisation number
    /// @param root over all leaves of the statement
    /// @param count of all leaves of the statement
    /// @param signedAt seconds since 1970
    /// @param x public key
    /// @param y public key
    /// @param r signature
    /// @param s signature, at most half the order
    /// @param run index of the run
    /// @param leaves of the run
    /// @param path of node `run` in the tree over the run roots
    function retract(
        uint64 organisation,
        bytes32 root,
        uint32 count,
        uint64 signedAt,
        bytes32 x,
        bytes32 y,
        bytes32 r,
        bytes32 s,
        uint32 run,
        Retraction[] calldata leaves,
        bytes32[] memory path
    ) external {
        _retract(
            Statement.Signed(organisation, root, count, signedAt, x, y, r, s), run, leaves, path
        );
    }

    /// @notice Anchors entries of patients, each in the slot that its signature recovers to.
    /// @dev A signature that is not the slot key's recovers to an address that is nobody's slot.
    /// What is late or used is skipped, so that one patient's item does not hold up the others of a
    /// shared relayer.
    /// @param items signed by slot keys
    function anchorPatient(PatientItem[] calldata items) external {
        for (uint256 i = 0; i < items.length; ++i) {
            PatientItem calldata item = items[i];
            (bytes32 key, bool isAcceptable) = _patientSlot(ANCHOR_TYPEHASH, item);
            if (!isAcceptable) {
                emit Skipped(key);
                continue;
            }
            bytes32 digest = Word.recordDigest(item.manifestDigest, item.contentRoot);
            _write(key, digest, PATIENT_KEY_ID, item.manifestDigest, item.contentRoot);
        }
    }

    /// @notice Retracts entries of patients, each signed by its slot key. What does not stand
    /// there, is late or retracted already is skipped.
    /// @param items signed by slot keys
    function retractPatient(PatientItem[] calldata items) external {
        for (uint256 i = 0; i < items.length; ++i) {
            PatientItem calldata item = items[i];
            (bytes32 key, bool isAcceptable) = _patientSlot(RETRACT_TYPEHASH, item);
            bytes32 digest = Word.recordDigest(item.manifestDigest, item.contentRoot);
            Slot storage slot = _slots[key];
            if (!isAcceptable || !Word.holds(slot.word, digest, PATIENT_KEY_ID)) {
                emit Skipped(key);
                continue;
            }
            _markRetracted(key, digest, PATIENT_KEY_ID, PATIENT_KEY_ID);
        }
    }

    function _anchor(
        Statement.Signed memory signed,
        uint32 run,
        Entry[] calldata leaves,
        bytes32[] memory path
    ) private {
        Rfc9162.requireWholeRun(run, signed.count, leaves.length);
        (bytes32 keyId,) = _authorise(Statement.ANCHOR, signed);
        // One entry, the commonest call, is its own tree; without the array it costs 500 gas less.
        bytes32 runRoot = leaves.length == 1
            ? _anchorEntry(signed.organisation, keyId, leaves[0])
            : _anchorEntries(signed.organisation, keyId, leaves);
        // A run that is not the statement's undoes what was written.
        Rfc9162.requireRunIncluded(run, signed.count, runRoot, path, signed.root);
    }

    function _anchorEntries(uint64 organisation, bytes32 keyId, Entry[] calldata leaves)
        private
        returns (bytes32)
    {
        bytes32[] memory hashes = new bytes32[](leaves.length);
        for (uint256 i = 0; i < leaves.length; ++i) {
            hashes[i] = _anchorEntry(organisation, keyId, leaves[i]);
        }
        return Rfc9162.root(hashes);
    }

    function _anchorEntry(uint64 organisation, bytes32 keyId, Entry calldata entry)
        private
        returns (bytes32 leafHash)
    {
        bytes32 digest = Word.recordDigest(entry.manifestDigest, entry.contentRoot);
        bytes32 key = _key(organisation, entry.slot);
        _write(key, digest, keyId, entry.manifestDigest, entry.contentRoot);
        return Rfc9162.leaf(entry.slot, digest);
    }

    function _retract(
        Statement.Signed memory signed,
        uint32 run,
        Retraction[] calldata leaves,
        bytes32[] memory path
    ) private {
        Rfc9162.requireWholeRun(run, signed.count, leaves.length);
        (bytes32 keyId, uint8 role) = _authorise(Statement.RETRACT, signed);
        bytes32[] memory hashes = new bytes32[](leaves.length);
        for (uint256 i = 0; i < leaves.length; ++i) {
            hashes[i] = Rfc9162.leaf(abi.encode(leaves[i]));
            _retractLeaf(signed.organisation, leaves[i], keyId, role);
        }
        Rfc9162.requireRunIncluded(run, signed.count, Rfc9162.root(hashes), path, signed.root);
    }

    function _authorise(bytes16 kind, Statement.Signed memory signed)
        private
        view
        returns (bytes32 keyId, uint8 role)
    {
        if (signed.count > MOST_LEAVES) revert TooManyLeaves(signed.count);
        keyId = Statement.requireSigned(kind, signed, Statement.WINDOW);
        role = requireLicensed(signed.organisation, keyId, signed.signedAt);
    }

    function _write(
        bytes32 key,
        bytes32 digest,
        bytes32 authorKeyId,
        bytes32 manifestDigest,
        bytes32 contentRoot
    ) private {
        Slot storage slot = _slots[key];
        if (slot.word != 0) {
            emit Skipped(key);
            return;
        }
        slot.word = Word.anchoredNow(digest, authorKeyId);
        emit Anchored(key, manifestDigest, contentRoot);
    }

    function _retractLeaf(uint64 organisation, Retraction calldata leaf, bytes32 keyId, uint8 role)
        private
    {
        bool isOwnersKey = role == Licences.ORGANISATION;
        if (!isOwnersKey && leaf.authorKeyId != keyId) {
            revert NotTheAuthor(leaf.slot, leaf.authorKeyId);
        }
        bytes32 key = _key(organisation, leaf.slot);
        uint256 word = _slots[key].word;
        if (Word.isRetracted(word)) {
            emit Skipped(key);
            return;
        }
        if (!Word.holds(word, leaf.recordDigest, leaf.authorKeyId)) revert NotAnchored(leaf.slot);
        _markRetracted(key, leaf.recordDigest, leaf.authorKeyId, keyId);
    }

    function _markRetracted(
        bytes32 key,
        bytes32 digest,
        bytes32 authorKeyId,
        bytes32 retractorKeyId
    ) private {
        Slot storage slot = _slots[key];
        slot.word = Word.retractedNow(slot.word, digest, authorKeyId, retractorKeyId);
        emit Retracted(key, retractorKeyId);
    }

    function _patientSlot(bytes32 typeHash, PatientItem calldata item)
        private
        view
        returns (bytes32 key, bool isAcceptable)
    {
        bytes32 structHash = keccak256(
            abi.encode(typeHash, item.manifestDigest, item.contentRoot, item.notAfter)
        );
        (address slot,,) = ECDSA.tryRecover(_hashTypedDataV4(structHash), item.v, item.r, item.s);
        key = _key(PATIENTS, bytes32(uint256(uint160(slot))));
        isAcceptable = slot != address(0) && block.timestamp <= item.notAfter;
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {RecordLedger} from "../../main/solidity/RecordLedger.sol";
import {RegistryActions} from "../../main/solidity/RegistryActions.sol";
import {SignedActions} from "../../main/solidity/SignedActions.sol";
import {Statement} from "../../main/solidity/Statement.sol";
import {ReferenceTree} from "./ReferenceTree.sol";
import {Signers} from "./Signers.sol";
import {vm} from "./Vm.sol";

/// @title A ledger with two hospitals, an insurer and their people
abstract contract LedgerFixture {
    uint256 internal constant REGISTRAR = 0xA11CE;
    uint256 internal constant HOSPITAL_KEY = 0xB0B;
    uint256 internal constant OTHER_HOSPITAL_KEY = 0xB0B2;
    uint256 internal constant INSURER_KEY = 0xCAFE;
    uint256 internal constant DOCTOR = 0xD0C;
    uint256 internal constant SECOND_DOCTOR = 0xD0C2;
    uint256 internal constant STRANGER = 0xBAD;
    uint256 internal constant SLOT_KEY = 0x51075107;

    uint64 internal constant HOSPITAL = 7;
    uint64 internal constant OTHER_HOSPITAL = 8;
    uint64 internal constant INSURER = 9;

    uint40 internal constant START = 1_800_000_000;
    uint40 internal constant END = START + 3 * 365 days;

    RecordLedger internal ledger;

    function setUp() public virtual {
        vm.warp(START + 100 days);
        ledger = new RecordLedger(keyX(REGISTRAR), keyY(REGISTRAR));
        registerOrganisation(HOSPITAL, 1, HOSPITAL_KEY);
        registerOrganisation(OTHER_HOSPITAL, 1, OTHER_HOSPITAL_KEY);
        registerOrganisation(INSURER, 2, INSURER_KEY);
        registerDoctor(DOCTOR);
        registerDoctor(SECOND_DOCTOR);
        license(HOSPITAL, HOSPITAL_KEY, DOCTOR);
        license(HOSPITAL, HOSPITAL_KEY, SECOND_DOCTOR);
    }

    // Registry

    function registerOrganisation(uint64 number, uint8 roles, uint256 key) internal {
        asRegistrar(
            abi.encodeCall(
                RegistryActions.registerOrganisation,
                (number, roles, 4, keyX(key), keyY(key), START, END)
            )
        );
    }

    function registerDoctor(uint256 key) internal {
        asRegistrar(
            abi.encodeCall(RegistryActions.registerPractitioner, (Signers.keyId(key), START, END))
        );
    }

    function license(uint64 organisation, uint256 byKey, uint256 key) internal {
        act(
            byKey,
            organisation,
            abi.encodeCall(RegistryActions.license, (organisation, Signers.keyId(key), START, END))
        );
    }

    function asRegistrar(bytes memory call) internal {
        act(REGISTRAR, 0, call);
    }

    function act(uint256 key, uint64 organisation, bytes memory call) internal {
        actOn(ledger, key, organisation, call);
    }

    function actOn(SignedActions target, uint256 key, uint64 organisation, bytes memory call)
        internal
    {
        uint32 nonce = target.nonceOf(Signers.keyId(key));
        uint64 notAfter = uint64(block.timestamp + 1 hours);
        Signers.Signature memory by = Signers.action(
            key, block.chainid, address(target), organisation, call, nonce, notAfter
        );
        target.act(organisation, call, by.x, by.y, by.r, by.s, nonce, notAfter);
    }

    /// @dev Expects the revert of the action itself, not of the nonce's look-up before it.
    function refusedAct(uint256 key, uint64 organisation, bytes memory call, bytes memory why)
        internal
    {
        refusedActOn(ledger, key, organisation, call, why);
    }

    function refusedActOn(
        SignedActions target,
        uint256 key,
        uint64 organisation,
        bytes memory call,
        bytes memory why
    ) internal {
        uint32 nonce = target.nonceOf(Signers.keyId(key));
        uint64 notAfter = uint64(block.timestamp + 1 hours);
        Signers.Signature memory by = Signers.action(
            key, block.chainid, address(target), organisation, call, nonce, notAfter
        );
        vm.expectRevert(why);
        target.act(organisation, call, by.x, by.y, by.r, by.s, nonce, notAfter);
    }

    // Entries

    function someEntry(uint256 seed) internal pure returns (RecordLedger.Entry memory) {
        return RecordLedger.Entry({
            slot: keccak256(abi.encode("slot", seed)),
            manifestDigest: keccak256(abi.encode("manifest", seed)),
            contentRoot: keccak256(abi.encode("content", seed))
        });
    }

    function someEntries(uint256 seed, uint256 count)
        internal
        pure
        returns (RecordLedger.Entry[] memory entries)
    {
        entries = new RecordLedger.Entry[](count);
        for (uint256 i = 0; i < count; ++i) {
            entries[i] = someEntry(seed + i);
        }
    }

    function digestOf(RecordLedger.Entry memory entry) internal pure returns (bytes32) {
        return
            keccak256(bytes.concat("chartseal/record/1", entry.manifestDigest, entry.contentRoot));
    }

    function hashesOf(RecordLedger.Entry[] memory entries)
        internal
        pure
        returns (bytes32[] memory hashes)
    {
        hashes = new bytes32[](entries.length);
        for (uint256 i = 0; i < entries.length; ++i) {
            hashes[i] = ReferenceTree.leaf(bytes.concat(entries[i].slot, digestOf(entries[i])));
        }
    }

    function signAnchor(uint256 key, uint64 organisation, RecordLedger.Entry[] memory entries)
        internal
        view
        returns (Statement.Signed memory)
    {
        return signEntries(key, "anchor/1", organisation, entries, uint64(block.timestamp));
    }

    function signEntries(
        uint256 key,
        bytes16 kind,
        uint64 organisation,
        RecordLedger.Entry[] memory entries,
        uint64 signedAt
    ) internal view returns (Statement.Signed memory) {
        return Signers.tree(
            key,
            kind,
            block.chainid,
            address(ledger),
            organisation,
            ReferenceTree.root(hashesOf(entries)),
            uint32(entries.length),
            signedAt
        );
    }

    function anchorOne(uint256 key, uint64 organisation, RecordLedger.Entry memory entry) internal {
        RecordLedger.Entry[] memory entries = only(entry);
        send(signAnchor(key, organisation, entries), 0, entries, new bytes32[](0));
    }

    function only(RecordLedger.Entry memory entry)
        internal
        pure
        returns (RecordLedger.Entry[] memory entries)
    {
        entries = new RecordLedger.Entry[](1);
        entries[0] = entry;
    }

    function send(
        Statement.Signed memory signed,
        uint32 run,
        RecordLedger.Entry[] memory entries,
        bytes32[] memory path
    ) internal {
        ledger.anchor(
            signed.organisation,
            signed.root,
            signed.count,
            signed.signedAt,
            signed.x,
            signed.y,
            signed.r,
            signed.s,
            run,
            entries,
            path
        );
    }

    function sendOne(Statement.Signed memory signed, RecordLedger.Entry memory entry) internal {
        send(signed, 0, only(entry), new bytes32[](0));
    }

    function runOf(RecordLedger.Entry[] memory entries, uint256 run)
        internal
        pure
        returns (RecordLedger.Entry[] memory part)
    {
        uint256 end = (run + 1) * 256;
        if (end > entries.length) end = entries.length;
        return slice(entries, run * 256, end);
    }

    function slice(RecordLedger.Entry[] memory entries, uint256 from, uint256 to)
        internal
        pure
        returns (RecordLedger.Entry[] memory part)
    {
        part = new RecordLedger.Entry[](to - from);
        for (uint256 i = 0; i < part.length; ++i) {
            part[i] = entries[from + i];
        }
    }

    // Retractions

    function retraction(RecordLedger.Entry memory entry, uint256 author)
        internal
        pure
        returns (RecordLedger.Retraction[] memory leaves)
    {
        leaves = new RecordLedger.Retraction[](1);
        leaves[0] = RecordLedger.Retraction(entry.slot, digestOf(entry), Signers.keyId(author));
    }

    function signRetraction(
        uint256 key,
        uint64 organisation,
        RecordLedger.Retraction[] memory leaves
    ) internal view returns (Statement.Signed memory) {
        bytes32[] memory hashes = new bytes32[](leaves.length);
        for (uint256 i = 0; i < leaves.length; ++i) {
            hashes[i] = ReferenceTree.leaf(
                bytes.concat(leaves[i].slot, leaves[i].recordDigest, leaves[i].authorKeyId)
            );
        }
        return Signers.tree(
            key,
            "retract/1",
            block.chainid,
            address(ledger),
            organisation,
            ReferenceTree.root(hashes),
            uint32(leaves.length),
            uint64(block.timestamp)
        );
    }

    function retractOne(
        uint256 key,
        uint64 organisation,
        RecordLedger.Entry memory entry,
        uint256 author
    ) internal {
        RecordLedger.Retraction[] memory leaves = retraction(entry, author);
        sendRetraction(signRetraction(key, organisation, leaves), 0, leaves, new bytes32[](0));
    }

    function sendRetraction(
        Statement.Signed memory signed,
        uint32 run,
        RecordLedger.Retraction[] memory leaves,
        bytes32[] memory path
    ) internal {
        ledger.retract(
            signed.organisation,
            signed.root,
            signed.count,
            signed.signedAt,
            signed.x,
            signed.y,
            signed.r,
            signed.s,
            run,
            leaves,
            path
        );
    }

    // Patients

    function patientSlot(uint256 slotKey) internal pure returns (bytes32) {
        return bytes32(uint256(uint160(vm.addr(slotKey))));
    }

    function patientItem(
        string memory type_,
        uint256 slotKey,
        RecordLedger.Entry memory entry,
        uint64 notAfter
    ) internal view returns (RecordLedger.PatientItem memory) {
        bytes32 typeHash = keccak256(
            bytes.concat(
                bytes(type_), "(bytes32 manifestDigest,bytes32 contentRoot,uint64 notAfter)"
            )
        );
        bytes32 domain = keccak256(
            abi.encode(
                keccak256(
                    "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
                ),
                keccak256("Chartseal"),
                keccak256("1"),
                block.chainid,
                address(ledger)
            )
        );
        bytes32 inner =
            keccak256(abi.encode(typeHash, entry.manifestDigest, entry.contentRoot, notAfter));
        (uint8 v, bytes32 r, bytes32 s) =
            vm.sign(slotKey, keccak256(bytes.concat(hex"1901", domain, inner)));
        return RecordLedger.PatientItem(entry.manifestDigest, entry.contentRoot, notAfter, v, r, s);
    }

    function onlyItem(RecordLedger.PatientItem memory item)
        internal
        pure
        returns (RecordLedger.PatientItem[] memory items)
    {
        items = new RecordLedger.PatientItem[](1);
        items[0] = item;
    }

    function anchorPatient(uint256 slotKey, RecordLedger.Entry memory entry) internal {
        ledger.anchorPatient(
            onlyItem(patientItem("Anchor", slotKey, entry, uint64(block.timestamp + 1 days)))
        );
    }

    function retractPatient(uint256 slotKey, RecordLedger.Entry memory entry) internal {
        ledger.retractPatient(
            onlyItem(patientItem("Retract", slotKey, entry, uint64(block.timestamp + 1 days)))
        );
    }

    // Expectations, written out from protocol §6.1

    function slotKeyOnChain(uint64 organisation, bytes32 slot) internal pure returns (bytes32) {
        return keccak256(bytes.concat(bytes32(uint256(organisation)), slot));
    }

    function anchoredWord(bytes32 recordDigest, bytes32 authorKeyId, uint256 time)
        internal
        pure
        returns (uint256)
    {
        bytes24 tag =
            bytes24(keccak256(bytes.concat("chartseal/word/1", recordDigest, authorKeyId)));
        return uint256(bytes32(bytes.concat(tag, bytes4(uint32(time)), bytes4(0))));
    }

    function retractedWord(
        bytes32 recordDigest,
        bytes32 authorKeyId,
        bytes32 retractorKeyId,
        uint256 anchoredAt,
        uint256 retractedAt
    ) internal pure returns (uint256) {
        bytes24 tag = bytes24(
            keccak256(
                bytes.concat("chartseal/retracted/1", recordDigest, authorKeyId, retractorKeyId)
            )
        );
        return uint256(
            bytes32(bytes.concat(tag, bytes4(uint32(anchoredAt)), bytes4(uint32(retractedAt))))
        );
    }

    function assertWord(uint64 organisation, bytes32 slot, uint256 expected, string memory what)
        internal
        view
    {
        vm.assertEq(bytes32(ledger.wordOf(organisation, slot)), bytes32(expected), what);
    }

    // Keys

    function keyX(uint256 key) internal pure returns (bytes32) {
        (uint256 x,) = vm.publicKeyP256(key);
        return bytes32(x);
    }

    function keyY(uint256 key) internal pure returns (bytes32) {
        (, uint256 y) = vm.publicKeyP256(key);
        return bytes32(y);
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {InvariantTest} from "./InvariantTest.sol";
import {LedgerFixture} from "./LedgerFixture.sol";
import {RecordLedger} from "../../main/solidity/RecordLedger.sol";
import {RegistryActions} from "../../main/solidity/RegistryActions.sol";
import {Signers} from "./Signers.sol";
import {Statement} from "../../main/solidity/Statement.sol";
import {vm} from "./Vm.sol";

/// @notice Anchors, retracts and revokes as it comes, in few slots, and remembers each word it saw.
contract LedgerHandler is LedgerFixture {
    uint256 private constant SLOTS = 6;
    bytes32[] private none = new bytes32[](0);
    uint256[4] private keys = [DOCTOR, SECOND_DOCTOR, HOSPITAL_KEY, OTHER_HOSPITAL_KEY];

    mapping(uint64 organisation => mapping(bytes32 slot => uint256)) private seen;
    uint256 public anchored;
    uint256 public retracted;
    /// @notice What a word did that no word may do.
    string public broken;

    function anchorSomething(uint256 who, uint256 slot, uint256 what, bool forOther) external {
        RecordLedger.Entry memory entry = entryIn(slot, what);
        uint64 organisation = forOther ? OTHER_HOSPITAL : HOSPITAL;
        Statement.Signed memory by = signAnchor(keys[who % 4], organisation, only(entry));
        try ledger.anchor(
            organisation,
            by.root,
            by.count,
            by.signedAt,
            by.x,
            by.y,
            by.r,
            by.s,
            0,
            only(entry),
            none
        ) {}
            catch {}
        look();
    }

    function retractSomething(
        uint256 who,
        uint256 author,
        uint256 slot,
        uint256 what,
        bool forOther
    ) external {
        RecordLedger.Retraction[] memory leaves = retraction(entryIn(slot, what), keys[author % 4]);
        uint64 organisation = forOther ? OTHER_HOSPITAL : HOSPITAL;
        Statement.Signed memory by = signRetraction(keys[who % 4], organisation, leaves);
        try ledger.retract(
            organisation, by.root, by.count, by.signedAt, by.x, by.y, by.r, by.s, 0, leaves, none
        ) {}
            catch {}
        look();
    }

    function anchorForPatient(uint256 slot, uint256 what) external {
        anchorPatient(SLOT_KEY + slot % SLOTS, someEntry(what % 3));
        look();
    }

    function retractForPatient(uint256 slot, uint256 what) external {
        retractPatient(SLOT_KEY + slot % SLOTS, someEntry(what % 3));
        look();
    }

    function suspendOrReinstate(uint256 who, bool reinstated) external {
        bytes32 keyId = Signers.keyId(keys[who % 2]);
        uint8 status = ledger.licenceOf(HOSPITAL, keyId).status();
        if (status != (reinstated ? 2 : 1)) return;
        act(
            HOSPITAL_KEY,
            HOSPITAL,
            reinstated
                ? abi.encodeCall(RegistryActions.reinstate, (HOSPITAL, keyId))
                : abi.encodeCall(RegistryActions.suspend, (HOSPITAL, keyId))
        );
        look();
    }

    function pass(uint16 time) external {
        vm.warp(block.timestamp + time);
    }

    function entryIn(uint256 slot, uint256 what)
        private
        pure
        returns (RecordLedger.Entry memory entry)
    {
        entry = someEntry(what % 3);
        entry.slot = keccak256(abi.encode(slot % SLOTS));
    }

    function look() private {
        for (uint256 i = 0; i < SLOTS; ++i) {
            compare(HOSPITAL, keccak256(abi.encode(i)));
            compare(OTHER_HOSPITAL, keccak256(abi.encode(i)));
            compare(0, patientSlot(SLOT_KEY + i));
        }
    }

    function compare(uint64 organisation, bytes32 slot) private {
        uint256 before = seen[organisation][slot];
        uint256 word = ledger.wordOf(organisation, slot);
        if (word == before) return;
        uint32 anchoredAt = uint32(word >> 32);
        uint32 retractedAt = uint32(word);
        if (before == 0) {
            ++anchored;
            if (retractedAt != 0) broken = "retracted when anchored";
            if (anchoredAt != block.timestamp) broken = "not anchored now";
        } else {
            ++retracted;
            if (uint32(before) != 0) broken = "changed after its retraction";
            if (anchoredAt != uint32(before >> 32)) broken = "anchored at another time";
            if (retractedAt != block.timestamp) broken = "not retracted now";
        }
        seen[organisation][slot] = word;
    }
}

/// @title What holds for each word, whatever is sent
contract LedgerInvariants is InvariantTest {
    LedgerHandler private worker;

    function setUp() public {
        worker = new LedgerHandler();
        worker.setUp();
    }

    /// forge-config: default.invariant.runs = 30
    /// forge-config: default.invariant.depth = 80
    function invariant_a_word_once_written_changes_only_by_its_retraction() public view {
        vm.assertEq(bytes(worker.broken()).length, 0, worker.broken());
    }

    function handler() internal view override returns (address) {
        return address(worker);
    }

    function actions() internal pure override returns (bytes4[] memory selectors) {
        selectors = new bytes4[](6);
        selectors[0] = LedgerHandler.anchorSomething.selector;
        selectors[1] = LedgerHandler.retractSomething.selector;
        selectors[2] = LedgerHandler.anchorForPatient.selector;
        selectors[3] = LedgerHandler.retractForPatient.selector;
        selectors[4] = LedgerHandler.suspendOrReinstate.selector;
        selectors[5] = LedgerHandler.pass.selector;
    }
}

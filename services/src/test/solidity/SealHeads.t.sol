// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {LedgerFixture} from "./LedgerFixture.sol";
import {LedgerStorage} from "../../main/solidity/LedgerStorage.sol";
import {Licensing} from "../../main/solidity/Licensing.sol";
import {SealHeads} from "../../main/solidity/SealHeads.sol";
import {Signers} from "./Signers.sol";
import {Statement} from "../../main/solidity/Statement.sol";
import {vm} from "./Vm.sol";

/// @title The newest seal block of each organisation
contract SealHeadsTest is LedgerFixture {
    function test_a_head_grows() public {
        advance(signHead(HOSPITAL_KEY, "head/1", "first", 0));
        advance(signHead(HOSPITAL_KEY, "head/1", "second", 1));
        advance(signHead(HOSPITAL_KEY, "head/1", "tenth", 10));
        LedgerStorage.Head memory head = ledger.headOf(HOSPITAL);
        vm.assertEq(head.digest, "tenth", "digest");
        vm.assertEq(head.height, 10, "height");
        vm.assertEq(head.recordedAt, block.timestamp, "time");
    }

    function test_a_head_lies_where_a_storage_proof_looks_for_it() public {
        advance(signHead(HOSPITAL_KEY, "head/1", "some", 10));
        uint256 place = uint256(keccak256(abi.encode(uint256(HOSPITAL), ledger.HEADS())));
        vm.assertEq(ledger.HEADS(), 3, "index");
        vm.assertEq(vm.load(address(ledger), bytes32(place)), "some", "digest");
        bytes32 second = bytes32(abi.encodePacked(uint184(0), uint32(10), uint40(block.timestamp)));
        vm.assertEq(vm.load(address(ledger), bytes32(place + 1)), second, "height and time");
    }

    function test_a_head_that_does_not_grow_is_refused() public {
        advance(signHead(HOSPITAL_KEY, "head/1", "first", 5));
        for (uint32 height = 4; height <= 5; ++height) {
            Statement.Signed memory signed = signHead(HOSPITAL_KEY, "head/1", "other", height);
            vm.expectRevert(abi.encodeWithSelector(SealHeads.HeadOnlyGrows.selector, 5, height));
            advance(signed);
        }
    }

    function test_a_practitioners_key_does_not_move_the_head() public {
        Statement.Signed memory signed = signHead(DOCTOR, "head/1", "first", type(uint32).max);
        vm.expectRevert(
            abi.encodeWithSelector(
                Licensing.NotTheOrganisationsKey.selector, HOSPITAL, Signers.keyId(DOCTOR)
            )
        );
        advance(signed);
    }

    function test_a_statement_made_to_anchor_does_not_move_the_head() public {
        Statement.Signed memory signed = signHead(HOSPITAL_KEY, "anchor/1", "first", 1);
        vm.expectRevert(Statement.BadSignature.selector);
        advance(signed);
    }

    function signHead(uint256 key, bytes16 kind, bytes32 digest, uint32 height)
        private
        view
        returns (Statement.Signed memory)
    {
        return Signers.tree(
            key,
            kind,
            block.chainid,
            address(ledger),
            HOSPITAL,
            digest,
            height,
            uint64(block.timestamp)
        );
    }

    function advance(Statement.Signed memory by) private {
        ledger.head(by.organisation, by.root, by.count, by.signedAt, by.x, by.y, by.r, by.s);
    }
}

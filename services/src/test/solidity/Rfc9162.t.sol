// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ReferenceTree} from "./ReferenceTree.sol";
import {Rfc9162} from "../../main/solidity/Rfc9162.sol";
import {vm} from "./Vm.sol";

/// @notice The library's functions as calls, so that a revert can be expected.
contract TreeHarness {
    function root(bytes32[] memory hashes) external pure returns (bytes32) {
        return Rfc9162.root(hashes);
    }

    function leaf(bytes32 a, bytes32 b) external pure returns (bytes32) {
        return Rfc9162.leaf(a, b);
    }

    function leafOf(bytes memory data) external pure returns (bytes32) {
        return Rfc9162.leaf(data);
    }

    function node(bytes32 a, bytes32 b) external pure returns (bytes32) {
        return Rfc9162.node(a, b);
    }

    function requireWholeRun(uint32 run, uint32 count, uint256 length) external pure {
        Rfc9162.requireWholeRun(run, count, length);
    }

    function requireRunIncluded(
        uint32 run,
        uint32 count,
        bytes32 runRoot,
        bytes32[] memory path,
        bytes32 treeRoot
    ) external pure {
        Rfc9162.requireRunIncluded(run, count, runRoot, path, treeRoot);
    }

    function requireIncluded(
        uint256 index,
        uint256 size,
        bytes32 hash,
        bytes32[] memory path,
        bytes32 treeRoot
    ) external pure {
        Rfc9162.requireIncluded(index, size, hash, path, treeRoot);
    }
}

contract Rfc9162Test {
    TreeHarness private tree = new TreeHarness();

    function test_leaves_and_nodes_are_hashed_under_their_own_prefix() public view {
        bytes32 a = keccak256("a");
        bytes32 b = keccak256("b");
        vm.assertEq(
            tree.leaf(a, b), keccak256(abi.encodePacked(hex"00", a, b)), "leaf of two words"
        );
        vm.assertEq(tree.leafOf(abi.encode(a, b)), tree.leaf(a, b), "leaf of bytes");
        vm.assertEq(tree.leafOf(""), keccak256(hex"00"), "empty leaf");
        vm.assertEq(tree.node(a, b), keccak256(abi.encodePacked(hex"01", a, b)), "node");
    }

    function test_the_empty_tree_has_no_root() public {
        vm.expectRevert(Rfc9162.EmptyTree.selector);
        tree.root(new bytes32[](0));
        vm.expectRevert(Rfc9162.EmptyTree.selector);
        tree.requireWholeRun(0, 0, 0);
    }

    function test_every_size_up_to_300_has_the_root_that_the_standard_defines() public view {
        for (uint256 size = 1; size <= 300; ++size) {
            bytes32[] memory hashes = someHashes(size, size);
            vm.assertEq(tree.root(hashes), ReferenceTree.root(hashes), vm.toString(size));
        }
    }

    function testFuzz_a_tree_has_the_root_that_the_standard_defines(uint256 seed, uint256 size)
        public
        view
    {
        bytes32[] memory hashes = someHashes(seed, 1 + size % 1100);
        vm.assertEq(tree.root(hashes), ReferenceTree.root(hashes), "root");
    }

    function testFuzz_every_run_is_included_by_its_path(uint256 seed, uint256 size) public view {
        bytes32[] memory hashes = someHashes(seed, 1 + size % 1100);
        bytes32 treeRoot = ReferenceTree.root(hashes);
        for (uint256 run = 0; run * 256 < hashes.length; ++run) {
            bytes32[] memory part = runOf(hashes, run);
            tree.requireWholeRun(uint32(run), uint32(hashes.length), part.length);
            tree.requireRunIncluded(
                uint32(run),
                uint32(hashes.length),
                tree.root(part),
                ReferenceTree.runPath(hashes, run),
                treeRoot
            );
        }
    }

    function testFuzz_every_leaf_is_included_by_its_path(uint256 seed, uint256 size, uint256 index)
        public
        view
    {
        bytes32[] memory hashes = someHashes(seed, 1 + size % 400);
        index %= hashes.length;
        tree.requireIncluded(
            index,
            hashes.length,
            hashes[index],
            ReferenceTree.path(hashes, index),
            ReferenceTree.root(hashes)
        );
    }

    function testFuzz_a_tampered_leaf_is_refused(
        uint256 seed,
        uint256 size,
        uint256 index,
        bytes32 other
    ) public {
        bytes32[] memory hashes = someHashes(seed, 1 + size % 400);
        index %= hashes.length;
        vm.assume(other != hashes[index]);
        bytes32[] memory path = ReferenceTree.path(hashes, index);
        bytes32 treeRoot = ReferenceTree.root(hashes);
        vm.expectRevert(Rfc9162.NotIncluded.selector);
        tree.requireIncluded(index, hashes.length, other, path, treeRoot);
    }

    function testFuzz_a_tampered_path_is_refused(
        uint256 seed,
        uint256 size,
        uint256 index,
        uint256 where
    ) public {
        bytes32[] memory hashes = someHashes(seed, 2 + size % 400);
        index %= hashes.length;
        bytes32[] memory path = ReferenceTree.path(hashes, index);
        where %= path.length;
        path[where] = keccak256(abi.encode(path[where]));
        bytes32 treeRoot = ReferenceTree.root(hashes);
        vm.expectRevert(Rfc9162.NotIncluded.selector);
        tree.requireIncluded(index, hashes.length, hashes[index], path, treeRoot);
    }

    function testFuzz_a_path_that_is_too_short_or_too_long_is_refused(
        uint256 seed,
        uint256 size,
        uint256 index
    ) public {
        bytes32[] memory hashes = someHashes(seed, 2 + size % 400);
        index %= hashes.length;
        bytes32[] memory path = ReferenceTree.path(hashes, index);
        bytes32 treeRoot = ReferenceTree.root(hashes);
        vm.expectRevert(Rfc9162.NotIncluded.selector);
        tree.requireIncluded(
            index, hashes.length, hashes[index], resized(path, path.length - 1), treeRoot
        );
        vm.expectRevert(Rfc9162.NotIncluded.selector);
        tree.requireIncluded(
            index, hashes.length, hashes[index], resized(path, path.length + 1), treeRoot
        );
    }

    function test_a_path_that_climbs_beyond_the_tree_is_refused() public {
        bytes32 hash = keccak256("a");
        bytes32[] memory path = new bytes32[](1);
        path[0] = keccak256("b");
        bytes32 above = tree.node(path[0], hash);
        vm.expectRevert(Rfc9162.NotIncluded.selector);
        tree.requireIncluded(0, 1, hash, path, above);
        vm.expectRevert(Rfc9162.NotIncluded.selector);
        tree.requireRunIncluded(0, 200, hash, path, above);
        vm.expectRevert(Rfc9162.NotIncluded.selector);
        tree.requireRunIncluded(0, 200, hash, path, hash);
    }

    function testFuzz_another_index_is_refused(
        uint256 seed,
        uint256 size,
        uint256 index,
        uint256 other
    ) public {
        bytes32[] memory hashes = someHashes(seed, 2 + size % 400);
        index %= hashes.length;
        other %= hashes.length + 3;
        vm.assume(other != index);
        bytes32[] memory path = ReferenceTree.path(hashes, index);
        bytes32 treeRoot = ReferenceTree.root(hashes);
        vm.expectRevert(Rfc9162.NotIncluded.selector);
        tree.requireIncluded(other, hashes.length, hashes[index], path, treeRoot);
    }

    function testFuzz_a_run_is_whole_or_refused(uint256 count, uint256 run, uint256 length) public {
        count = 1 + count % 1100;
        uint256 runs = (count + 255) / 256;
        run %= runs + 2;
        length %= 300;
        uint256 expected = run >= runs ? 0 : run == runs - 1 ? count - run * 256 : 256;
        if (expected == 0 || length != expected) {
            vm.expectRevert(
                abi.encodeWithSelector(Rfc9162.NotAWholeRun.selector, run, count, expected)
            );
        }
        tree.requireWholeRun(uint32(run), uint32(count), length);
    }

    function test_the_last_run_ends_where_the_tree_ends() public {
        tree.requireWholeRun(0, 256, 256);
        tree.requireWholeRun(1, 257, 1);
        tree.requireWholeRun(1, 512, 256);
        tree.requireWholeRun(4095, 1 << 20, 256);
        vm.expectRevert(abi.encodeWithSelector(Rfc9162.NotAWholeRun.selector, 1, 256, 0));
        tree.requireWholeRun(1, 256, 0);
        vm.expectRevert(
            abi.encodeWithSelector(
                Rfc9162.NotAWholeRun.selector, type(uint32).max, type(uint32).max, 0
            )
        );
        tree.requireWholeRun(type(uint32).max, type(uint32).max, 256);
    }

    function someHashes(uint256 seed, uint256 size) private pure returns (bytes32[] memory hashes) {
        hashes = new bytes32[](size);
        for (uint256 i = 0; i < size; ++i) {
            hashes[i] = keccak256(abi.encode(seed, i));
        }
    }

    function runOf(bytes32[] memory hashes, uint256 run)
        private
        pure
        returns (bytes32[] memory part)
    {
        uint256 from = run * 256;
        uint256 to = from + 256 < hashes.length ? from + 256 : hashes.length;
        part = new bytes32[](to - from);
        for (uint256 i = 0; i < part.length; ++i) {
            part[i] = hashes[from + i];
        }
    }

    function resized(bytes32[] memory list, uint256 length)
        private
        pure
        returns (bytes32[] memory other)
    {
        other = new bytes32[](length);
        for (uint256 i = 0; i < length && i < list.length; ++i) {
            other[i] = list[i];
        }
    }
}

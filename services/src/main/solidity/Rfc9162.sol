// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @title Merkle trees of RFC 9162 §2.1 with Keccak-256
/// @notice Leaves are hashed under 0x00, inner nodes under 0x01, nothing is sorted, and the empty
/// tree is refused.
/// @dev A tree splits at the largest power of two below its size, so that every full run of 256
/// leaves is a subtree of its own, the last, shorter run too, and the tree over the run roots is
/// the whole tree's upper part.
library Rfc9162 {
    /// @notice Leaves of a full run.
    uint256 internal constant RUN = 256;

    /// @notice The empty tree has no root.
    error EmptyTree();
    /// @notice The leaves are not run `run` of a tree of `count` leaves, whole: `expected` leaves
    /// were due.
    error NotAWholeRun(uint256 run, uint256 count, uint256 expected);
    /// @notice The path does not lead to the root.
    error NotIncluded();

    /// @notice Hash of a leaf of 64 bytes.
    /// @param a first word of the leaf
    /// @param b second word of the leaf
    /// @return hash keccak(0x00 ‖ a ‖ b)
    function leaf(bytes32 a, bytes32 b) internal pure returns (bytes32 hash) {
        // In a run this is paid 256 times: the scratch space up to 0x60 saves an allocation each.
        // The free memory pointer at 0x40, whose low bytes are overwritten, is put back.
        assembly ("memory-safe") {
            let free := mload(0x40)
            mstore8(0x00, 0x00)
            mstore(0x01, a)
            mstore(0x21, b)
            hash := keccak256(0x00, 0x41)
            mstore(0x40, free)
        }
    }

    /// @notice Hash of a leaf of any length.
    /// @param data of the leaf
    /// @return keccak(0x00 ‖ data)
    function leaf(bytes memory data) internal pure returns (bytes32) {
        return keccak256(abi.encodePacked(bytes1(0x00), data));
    }

    /// @notice Hash of an inner node.
    /// @param left hash of the left child
    /// @param right hash of the right child
    /// @return hash keccak(0x01 ‖ left ‖ right)
    function node(bytes32 left, bytes32 right) internal pure returns (bytes32 hash) {
        // As for a leaf.
        assembly ("memory-safe") {
            let free := mload(0x40)
            mstore8(0x00, 0x01)
            mstore(0x01, left)
            mstore(0x21, right)
            hash := keccak256(0x00, 0x41)
            mstore(0x40, free)
        }
    }

    /// @notice Root over leaf hashes. The array is used up: afterwards it holds inner nodes.
    /// @param hashes of the leaves, in order
    /// @return top the root
    function root(bytes32[] memory hashes) internal pure returns (bytes32 top) {
        if (hashes.length == 0) revert EmptyTree();
        // Pairing neighbours and carrying an odd last node up unchanged gives the tree of RFC 9162
        // §2.1.1 level by level, in place. In assembly, because bounds checks and allocations would
        // be paid for each node of each run.
        assembly ("memory-safe") {
            let free := mload(0x40)
            let base := add(hashes, 0x20)
            let size := mload(hashes)
            mstore8(0x00, 0x01)
            for {} gt(size, 1) {} {
                let pairs := shr(1, size)
                for { let i := 0 } lt(i, pairs) { i := add(i, 1) } {
                    let from := add(base, shl(6, i))
                    mstore(0x01, mload(from))
                    mstore(0x21, mload(add(from, 0x20)))
                    mstore(add(base, shl(5, i)), keccak256(0x00, 0x41))
                }
                let odd := and(size, 1)
                if odd {
                    mstore(add(base, shl(5, pairs)), mload(add(base, shl(5, sub(size, 1)))))
                }
                size := add(pairs, odd)
            }
            top := mload(base)
            mstore(0x40, free)
        }
    }

    /// @notice Reverts unless `length` leaves are the whole of run `run` in a tree of `count`
    /// leaves.
    /// @param run index of the run
    /// @param count leaves of the tree
    /// @param length leaves given
    function requireWholeRun(uint32 run, uint32 count, uint256 length) internal pure {
        if (count == 0) revert EmptyTree();
        uint256 expected;
        // Both numbers come from 32 bits.
        unchecked {
            uint256 first = uint256(run) * RUN;
            if (first < count) expected = count - first;
        }
        if (expected > RUN) expected = RUN;
        if (expected == 0 || length != expected) revert NotAWholeRun(run, count, expected);
    }

    /// @notice Reverts unless the run's root is node `run` of the tree over the run roots of a tree
    /// of `count` leaves.
    /// @param run index of the run
    /// @param count leaves of the whole tree
    /// @param runRoot root over the run's leaves
    /// @param path inclusion path (RFC 9162 §2.1.3) in the tree over the run roots
    /// @param treeRoot root of the whole tree
    function requireRunIncluded(
        uint32 run,
        uint32 count,
        bytes32 runRoot,
        bytes32[] memory path,
        bytes32 treeRoot
    ) internal pure {
        // Most statements have one run, which is the whole tree.
        if (count <= RUN) {
            if (path.length != 0 || runRoot != treeRoot) revert NotIncluded();
            return;
        }
        requireIncluded(run, (uint256(count) + RUN - 1) / RUN, runRoot, path, treeRoot);
    }

    /// @notice Reverts unless a node is included at an index: RFC 9162 §2.1.3.2.
    /// @param index of the node
    /// @param size number of nodes on its level
    /// @param hash of the node
    /// @param path inclusion path
    /// @param treeRoot root of the tree
    function requireIncluded(
        uint256 index,
        uint256 size,
        bytes32 hash,
        bytes32[] memory path,
        bytes32 treeRoot
    ) internal pure {
        if (index >= size) revert NotIncluded();
        uint256 fn = index;
        uint256 sn = size - 1;
        for (uint256 i = 0; i < path.length; ++i) {
            if (sn == 0) revert NotIncluded();
            if (fn & 1 == 1 || fn == sn) {
                hash = node(path[i], hash);
                while (fn & 1 == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                hash = node(hash, path[i]);
            }
            fn >>= 1;
            sn >>= 1;
        }
        if (sn != 0 || hash != treeRoot) revert NotIncluded();
    }
}

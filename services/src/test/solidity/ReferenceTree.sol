// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @title RFC 9162 §2.1, word for word
/// @notice The definition, recursive and slow, to hold the contract's tree against.
library ReferenceTree {
    function leaf(bytes memory data) internal pure returns (bytes32) {
        return keccak256(bytes.concat(hex"00", data));
    }

    function root(bytes32[] memory hashes) internal pure returns (bytes32) {
        return mth(hashes, 0, hashes.length);
    }

    /// @dev MTH(D[from:to]).
    function mth(bytes32[] memory hashes, uint256 from, uint256 to)
        internal
        pure
        returns (bytes32)
    {
        uint256 n = to - from;
        if (n == 1) return hashes[from];
        uint256 k = split(n);
        return
            keccak256(bytes.concat(hex"01", mth(hashes, from, from + k), mth(hashes, from + k, to)));
    }

    /// @dev PATH(m, D_n) of §2.1.3.1.
    function path(bytes32[] memory hashes, uint256 m) internal pure returns (bytes32[] memory) {
        return subPath(hashes, m, 0, hashes.length);
    }

    function subPath(bytes32[] memory hashes, uint256 m, uint256 from, uint256 to)
        private
        pure
        returns (bytes32[] memory)
    {
        uint256 n = to - from;
        if (n == 1) return new bytes32[](0);
        uint256 k = split(n);
        if (m < k) return append(subPath(hashes, m, from, from + k), mth(hashes, from + k, to));
        return append(subPath(hashes, m - k, from + k, to), mth(hashes, from, from + k));
    }

    /// @dev The path of run `run` in the tree over the roots of runs of 256.
    function runPath(bytes32[] memory hashes, uint256 run)
        internal
        pure
        returns (bytes32[] memory)
    {
        bytes32[] memory roots = new bytes32[]((hashes.length + 255) / 256);
        for (uint256 i = 0; i < roots.length; ++i) {
            uint256 end = (i + 1) * 256;
            roots[i] = mth(hashes, i * 256, end < hashes.length ? end : hashes.length);
        }
        return path(roots, run);
    }

    function append(bytes32[] memory list, bytes32 last)
        private
        pure
        returns (bytes32[] memory longer)
    {
        longer = new bytes32[](list.length + 1);
        for (uint256 i = 0; i < list.length; ++i) {
            longer[i] = list[i];
        }
        longer[list.length] = last;
    }

    /// @dev The largest power of two smaller than n.
    function split(uint256 n) private pure returns (uint256 k) {
        k = 1;
        while (k * 2 < n) k *= 2;
    }
}

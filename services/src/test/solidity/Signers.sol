// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {vm} from "./Vm.sol";
import {Statement} from "../../main/solidity/Statement.sol";

/// @title Signing as a card does, without the contracts' own code
/// @notice Header and payloads are written out from protocol §1.1.
library Signers {
    uint256 internal constant N =
        0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551;

    struct Signature {
        bytes32 x;
        bytes32 y;
        bytes32 r;
        bytes32 s;
    }

    function keyId(uint256 privateKey) internal pure returns (bytes32) {
        (uint256 x, uint256 y) = vm.publicKeyP256(privateKey);
        return keccak256(abi.encode(x, y));
    }

    function jws(uint256 privateKey, bytes memory payload)
        internal
        pure
        returns (Signature memory signed)
    {
        string memory header =
            vm.toBase64URL('{"alg":"ES256","b64":false,"crit":["b64"],"typ":"chartseal+1"}');
        bytes32 digest = sha256(bytes.concat(unpadded(header), ".", payload));
        (uint256 x, uint256 y) = vm.publicKeyP256(privateKey);
        (bytes32 r, bytes32 s) = vm.signP256(privateKey, digest);
        if (uint256(s) > N / 2) s = bytes32(N - uint256(s));
        return Signature(bytes32(x), bytes32(y), r, s);
    }

    function tree(
        uint256 privateKey,
        bytes16 kind,
        uint256 chainId,
        address ledger,
        uint64 organisation,
        bytes32 root,
        uint32 count,
        uint64 signedAt
    ) internal pure returns (Statement.Signed memory) {
        bytes memory payload = abi.encodePacked(
            kind, chainId, ledger, organisation, root, count, signedAt
        );
        require(payload.length == 120, "a statement over a tree has 120 bytes");
        Signature memory by = jws(privateKey, payload);
        return Statement.Signed(organisation, root, count, signedAt, by.x, by.y, by.r, by.s);
    }

    function action(
        uint256 privateKey,
        uint256 chainId,
        address target,
        uint64 organisation,
        bytes memory call,
        uint32 nonce,
        uint64 notAfter
    ) internal pure returns (Signature memory) {
        return jws(
            privateKey,
            abi.encodePacked(
                bytes16("registry/1"),
                chainId,
                target,
                organisation,
                keccak256(call),
                nonce,
                notAfter
            )
        );
    }

    function unpadded(string memory text) private pure returns (bytes memory trimmed) {
        bytes memory raw = bytes(text);
        uint256 length = raw.length;
        while (length > 0 && raw[length - 1] == "=") --length;
        trimmed = new bytes(length);
        for (uint256 i = 0; i < length; ++i) {
            trimmed[i] = raw[i];
        }
    }
}

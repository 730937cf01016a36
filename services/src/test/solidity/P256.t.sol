// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {LedgerFixture} from "./LedgerFixture.sol";
import {P256} from "@openzeppelin/contracts/utils/cryptography/P256.sol";
import {RecordLedger} from "../../main/solidity/RecordLedger.sol";
import {Signers} from "./Signers.sol";
import {Statement} from "../../main/solidity/Statement.sol";
import {vm} from "./Vm.sol";

/// @title P-256 with the precompile of EIP-7951 and without
contract P256Test is LedgerFixture {
    event log(string text);

    function test_without_the_precompile_an_entry_is_anchored_all_the_same() public {
        RecordLedger.Entry memory entry = someEntry(1);
        Statement.Signed memory signed = signAnchor(DOCTOR, HOSPITAL, only(entry));
        RecordLedger.Entry memory other = someEntry(2);
        Statement.Signed memory wrong = signAnchor(DOCTOR, HOSPITAL, only(other));
        wrong.r = signed.r;
        Statement.Signed memory high = signAnchor(DOCTOR, HOSPITAL, only(other));
        high.s = bytes32(Signers.N - uint256(high.s));

        // What a call to an address without code answers.
        vm.mockCall(address(0x100), "", "");
        sendOne(signed, entry);
        uint256 gas = vm.lastCallGas().gasTotalUsed;
        uint256 expected = anchoredWord(digestOf(entry), Signers.keyId(DOCTOR), block.timestamp);
        assertWord(HOSPITAL, entry.slot, expected, "anchored");
        vm.assertTrue(gas > 200_000, "computed in Solidity");
        vm.expectRevert(Statement.BadSignature.selector);
        sendOne(wrong, other);
        vm.expectRevert(Statement.BadSignature.selector);
        sendOne(high, other);
    }

    function testFuzz_both_ways_agree(uint256 key, bytes32 message, uint256 bit, bool tampered)
        public
        view
    {
        key = 1 + key % (Signers.N - 1);
        (bytes32 r, bytes32 s) = vm.signP256(key, message);
        if (uint256(s) > Signers.N / 2) s = bytes32(Signers.N - uint256(s));
        if (tampered) message ^= bytes32(1 << (bit % 256));
        bool natively = P256.verifyNative(message, r, s, keyX(key), keyY(key));
        vm.assertTrue(natively == !tampered, "natively");
        vm.assertTrue(
            natively == P256.verifySolidity(message, r, s, keyX(key), keyY(key)), "in Solidity"
        );
    }

    /// @dev The vectors of EIP-7951 take a high `s`; it is normalised here, as a signer does.
    function test_the_vectors_of_eip_7951_verify_both_ways() public {
        string memory folder = vm.envOr("CHARTSEAL_FIXTURES", string(""));
        if (bytes(folder).length == 0) {
            emit log("skipped: CHARTSEAL_FIXTURES does not name the folder of the fixtures");
            return;
        }
        string memory json;
        try vm.readFile(string.concat(folder, "/crypto/p256verify/eip7951.json")) returns (
            string memory text
        ) {
            json = text;
        } catch {
            emit log("skipped: fs_permissions do not let the fixtures be read");
            return;
        }
        uint256 step = 3;
        uint256 count = 0;
        for (uint256 i = 0;; i += step) {
            string memory where = string.concat("$[", vm.toString(i), "]");
            bytes memory input;
            try vm.parseJsonString(json, string.concat(where, ".Input")) returns (
                string memory hexText
            ) {
                input = vm.parseBytes(string.concat("0x", hexText));
            } catch {
                break;
            }
            bool expected =
                bytes(vm.parseJsonString(json, string.concat(where, ".Expected"))).length != 0;
            ++count;
            verifyVector(input, expected, where);
        }
        vm.assertTrue(count > 10, "vectors were read");
    }

    function verifyVector(bytes memory input, bool expected, string memory where) private view {
        (bool ok, bytes memory output) = address(0x100).staticcall(input);
        vm.assertTrue(ok && (output.length == 32) == expected, string.concat("precompile ", where));
        if (input.length != 160) return;
        (bytes32 h, bytes32 r, bytes32 s, bytes32 x, bytes32 y) =
            abi.decode(input, (bytes32, bytes32, bytes32, bytes32, bytes32));
        if (uint256(s) > Signers.N / 2 && uint256(s) < Signers.N) {
            vm.assertTrue(!P256.verify(h, r, s, x, y), string.concat("high s ", where));
            s = bytes32(Signers.N - uint256(s));
        }
        vm.assertTrue(P256.verifyNative(h, r, s, x, y) == expected, string.concat("native ", where));
        vm.assertTrue(
            P256.verifySolidity(h, r, s, x, y) == expected, string.concat("Solidity ", where)
        );
    }
}

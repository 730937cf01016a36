// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {HealthToken} from "../../main/solidity/HealthToken.sol";
import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {vm} from "./Vm.sol";

/// @title The token
contract HealthTokenTest {
    HealthToken private token = new HealthToken(address(this));

    function test_the_token_counts_cents() public view {
        vm.assertEq(token.decimals(), 2, "decimals");
        vm.assertEq(keccak256(bytes(token.symbol())), keccak256("HLT"), "symbol");
        vm.assertEq(keccak256(bytes(token.name())), keccak256("Chartseal Health Token"), "name");
    }

    function test_only_the_minter_mints() public {
        token.mint(address(1), 5);
        vm.assertEq(token.balanceOf(address(1)), 5, "minted");
        vm.prank(address(2));
        vm.expectRevert(
            abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, address(2))
        );
        token.mint(address(2), 5);
    }

    function test_a_permit_allows_without_a_transaction_of_the_owner() public {
        uint256 key = 0x1234;
        bytes32 typeHash = keccak256(
            "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"
        );
        bytes32 inner = keccak256(
            abi.encode(
                typeHash, vm.addr(key), address(this), uint256(7), uint256(0), block.timestamp
            )
        );
        bytes32 digest = keccak256(bytes.concat(hex"1901", token.DOMAIN_SEPARATOR(), inner));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        token.permit(vm.addr(key), address(this), 7, block.timestamp, v, r, s);
        vm.assertEq(token.allowance(vm.addr(key), address(this)), 7, "allowance");
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @title The token in which claims are paid
/// @notice Amounts are in cents. The owner, the network's operator, mints; a real network may name
/// any ERC-20 instead.
contract HealthToken is ERC20, ERC20Permit, Ownable {
    /// @notice Begins with nothing minted.
    /// @param minter the account that may mint
    constructor(address minter)
        ERC20("Chartseal Health Token", "HLT")
        ERC20Permit("Chartseal Health Token")
        Ownable(minter)
    {}

    /// @notice Mints tokens.
    /// @param to the account that receives them
    /// @param amount in cents
    function mint(address to, uint256 amount) external onlyOwner {
        _mint(to, amount);
    }

    /// @notice Two decimals: the smallest unit is a cent.
    /// @return 2
    function decimals() public pure override returns (uint8) {
        return 2;
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @title The actions of the settlement
/// @notice Encoded as calls of these functions, signed by the organisation's own key, and handed to
/// `ClaimSettlement.act`. The contract does not have them as functions of its own.
interface SettlementActions {
    /// @notice By an organisation: names the account that receives its payments from now on.
    /// @param account not the zero address
    function setPayoutAccount(address account) external;

    /// @notice By an insurer: takes tokens out of its own pool.
    /// @param amount in cents
    /// @param to the account that receives them
    function withdraw(uint256 amount, address to) external;

    /// @notice By the organisation that was paid: gives lines of a claim back to the pools that
    /// paid them. The account that sends the transaction brings the tokens.
    /// @param claim that was paid
    /// @param nullifiers of its lines
    function reverse(bytes32 claim, bytes32[] calldata nullifiers) external;
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @notice A key's standing, in one word: `status u8 ‖ role u8 ‖ notBefore u40 ‖ notAfter u40 ‖
/// compromisedSince u40`, right-aligned. Protocol §6.1.
type Licence is uint256;

using Licences for Licence global;

/// @title Reading and changing a licence word
/// @notice One place for the layout that readers prove with eth_getProof.
library Licences {
    /// @notice Status of a key that was never licensed.
    uint8 internal constant NONE = 0;
    /// @notice Status of a key that may sign within its interval.
    uint8 internal constant LICENSED = 1;
    /// @notice Status of a key that may not sign until it is reinstated.
    uint8 internal constant SUSPENDED = 2;
    /// @notice Status of a key that may never sign again.
    uint8 internal constant REVOKED = 3;

    /// @notice Role of an organisation's own key.
    uint8 internal constant ORGANISATION = 1;
    /// @notice Role of a practitioner's key.
    uint8 internal constant PRACTITIONER = 2;

    uint256 private constant STATUS_AT = 128;
    uint256 private constant ROLE_AT = 120;
    uint256 private constant NOT_BEFORE_AT = 80;
    uint256 private constant NOT_AFTER_AT = 40;

    /// @notice A licensed key's word.
    /// @param role_ of the key
    /// @param notBefore_ first second of its interval
    /// @param notAfter_ last second of its interval
    /// @return the word
    function licensed(uint8 role_, uint40 notBefore_, uint40 notAfter_)
        internal
        pure
        returns (Licence)
    {
        return Licence.wrap(
            (uint256(LICENSED) << STATUS_AT) | (uint256(role_) << ROLE_AT)
                | (uint256(notBefore_) << NOT_BEFORE_AT) | (uint256(notAfter_) << NOT_AFTER_AT)
        );
    }

    /// @notice The same word with another status.
    /// @param licence the word
    /// @param status_ the new status
    /// @return the changed word
    function withStatus(Licence licence, uint8 status_) internal pure returns (Licence) {
        uint256 rest = Licence.unwrap(licence) & ((1 << STATUS_AT) - 1);
        return Licence.wrap((uint256(status_) << STATUS_AT) | rest);
    }

    /// @notice The same word with another time of compromise.
    /// @param licence the word
    /// @param since first second from which the key is not trusted; 0: never
    /// @return the changed word
    function withCompromisedSince(Licence licence, uint40 since) internal pure returns (Licence) {
        return Licence.wrap((Licence.unwrap(licence) & ~uint256(type(uint40).max)) | since);
    }

    /// @notice Whether what the key signed is accepted now.
    /// @param licence the word
    /// @param signedAt seconds since 1970
    /// @return true if the key is licensed, was valid at signing and is valid now
    function covers(Licence licence, uint256 signedAt) internal view returns (bool) {
        uint256 word = Licence.unwrap(licence);
        return word >> STATUS_AT == LICENSED && signedAt >= uint40(word >> NOT_BEFORE_AT)
            && block.timestamp <= uint40(word >> NOT_AFTER_AT);
    }

    /// @notice Status of the key.
    /// @param licence the word
    /// @return one of the status constants
    function status(Licence licence) internal pure returns (uint8) {
        return uint8(Licence.unwrap(licence) >> STATUS_AT);
    }

    /// @notice Role of the key.
    /// @param licence the word
    /// @return one of the role constants
    function role(Licence licence) internal pure returns (uint8) {
        return uint8(Licence.unwrap(licence) >> ROLE_AT);
    }

    /// @notice First second of the interval.
    /// @param licence the word
    /// @return seconds since 1970
    function notBefore(Licence licence) internal pure returns (uint40) {
        return uint40(Licence.unwrap(licence) >> NOT_BEFORE_AT);
    }

    /// @notice Last second of the interval.
    /// @param licence the word
    /// @return seconds since 1970
    function notAfter(Licence licence) internal pure returns (uint40) {
        return uint40(Licence.unwrap(licence) >> NOT_AFTER_AT);
    }

    /// @notice From when on the key is not trusted.
    /// @param licence the word
    /// @return seconds since 1970; 0: never compromised
    function compromisedSince(Licence licence) internal pure returns (uint40) {
        return uint40(Licence.unwrap(licence));
    }
}

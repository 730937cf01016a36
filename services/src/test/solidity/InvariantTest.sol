// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @title Which functions forge calls between two looks at the invariants
abstract contract InvariantTest {
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = handler();
    }

    function targetSelectors() public view returns (FuzzSelector[] memory targets) {
        targets = new FuzzSelector[](1);
        targets[0] = FuzzSelector(handler(), actions());
    }

    function handler() internal view virtual returns (address);

    function actions() internal view virtual returns (bytes4[] memory);
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ClaimSettlement} from "../../main/solidity/ClaimSettlement.sol";
import {Licensing} from "../../main/solidity/Licensing.sol";
import {RegistryActions} from "../../main/solidity/RegistryActions.sol";
import {Rfc9162} from "../../main/solidity/Rfc9162.sol";
import {SettlementActions} from "../../main/solidity/SettlementActions.sol";
import {SettlementFixture} from "./SettlementFixture.sol";
import {SignedActions} from "../../main/solidity/SignedActions.sol";
import {Signers} from "./Signers.sol";
import {Statement} from "../../main/solidity/Statement.sol";
import {vm} from "./Vm.sol";

/// @title Paying claims
contract ClaimSettlementTest is SettlementFixture {
    bytes32 private constant CLAIM = "claim 1";

    // Paying

    function test_a_settlement_pays_all_lines_at_once() public {
        ClaimSettlement.Payment memory payment = somePayment(CLAIM, 1, 3);
        vm.expectEmit();
        emit ClaimSettlement.Settled(CLAIM, INSURER, HOSPITAL, 303, 60);
        settlement.settle(payment);
        vm.assertEq(token.balanceOf(PAYOUT), 303, "paid");
        vm.assertEq(settlement.poolOf(INSURER), POOL - 303, "pool");
        for (uint256 i = 0; i < 3; ++i) {
            bytes32 nullifier = payment.lines[i].nullifier;
            vm.assertEq(settlement.spentBy(HOSPITAL, nullifier), CLAIM, "spent");
            ClaimSettlement.Receipt memory receipt =
                settlement.receiptOf(HOSPITAL, CLAIM, nullifier);
            vm.assertEq(receipt.payer, INSURER, "payer");
            vm.assertEq(receipt.amount, 100 + i, "amount");
        }
    }

    function test_a_bill_may_hold_more_lines_than_are_paid() public {
        ClaimSettlement.Payment memory payment = somePayment(CLAIM, 1, 5);
        ClaimSettlement.Line[] memory paid = new ClaimSettlement.Line[](2);
        (paid[0], paid[1]) = (payment.lines[4], payment.lines[1]);
        payment.lines = paid;
        signSettlement(payment, INSURER_KEY, INSURER, uint64(block.timestamp));
        settlement.settle(payment);
        vm.assertEq(token.balanceOf(PAYOUT), 205, "paid");
    }

    function test_a_line_left_to_the_patient_spends_its_nullifier() public {
        ClaimSettlement.Payment memory payment = somePayment(CLAIM, 1, 1);
        payment.lines[0].amount = 0;
        signSettlement(payment, INSURER_KEY, INSURER, uint64(block.timestamp));
        settlement.settle(payment);
        vm.assertEq(settlement.spentBy(HOSPITAL, payment.lines[0].nullifier), CLAIM, "spent");
    }

    function test_a_denial_spends_nothing() public {
        ClaimSettlement.Payment memory payment = somePayment(CLAIM, 1, 1);
        payment.lines[0].amount = 0;
        payment.lines[0].patientShare = 0;
        signSettlement(payment, INSURER_KEY, INSURER, uint64(block.timestamp));
        vm.expectRevert(
            abi.encodeWithSelector(
                ClaimSettlement.NothingPayable.selector, payment.lines[0].nullifier
            )
        );
        settlement.settle(payment);
    }

    function test_an_adjusters_key_settles_and_a_clinicians_bills() public {
        license(INSURER, INSURER_KEY, SECOND_DOCTOR);
        ClaimSettlement.Payment memory payment = somePayment(CLAIM, 1, 1);
        signBill(payment, billOf(payment, 1000), DOCTOR, HOSPITAL);
        signSettlement(payment, SECOND_DOCTOR, INSURER, uint64(block.timestamp));
        settlement.settle(payment);
    }

    // What is refused

    function test_a_settlement_sent_again_pays_nothing() public {
        ClaimSettlement.Payment memory payment = somePayment(CLAIM, 1, 2);
        settlement.settle(payment);
        vm.expectRevert(
            abi.encodeWithSelector(
                ClaimSettlement.NullifierSpent.selector, payment.lines[0].nullifier, CLAIM
            )
        );
        settlement.settle(payment);
    }

    function test_another_claim_for_the_same_service_pays_nothing() public {
        settlement.settle(somePayment(CLAIM, 1, 1));
        ClaimSettlement.Payment memory again = somePayment("claim 2", 1, 1);
        vm.expectRevert(
            abi.encodeWithSelector(
                ClaimSettlement.NullifierSpent.selector, again.lines[0].nullifier, CLAIM
            )
        );
        settlement.settle(again);
    }

    function test_a_line_that_is_twice_in_a_settlement_pays_nothing() public {
        ClaimSettlement.Payment memory payment = somePayment(CLAIM, 1, 2);
        payment.lines[1] = payment.lines[0];
        signSettlement(payment, INSURER_KEY, INSURER, uint64(block.timestamp));
        vm.expectRevert(
            abi.encodeWithSelector(
                ClaimSettlement.NullifierSpent.selector, payment.lines[0].nullifier, CLAIM
            )
        );
        settlement.settle(payment);
    }

    function test_a_settlement_is_paid_whole_or_not_at_all() public {
        settlement.settle(somePayment(CLAIM, 2, 1));
        ClaimSettlement.Payment memory overlapping = somePayment("claim 2", 1, 2);
        vm.expectRevert(
            abi.encodeWithSelector(
                ClaimSettlement.NullifierSpent.selector, overlapping.lines[1].nullifier, CLAIM
            )
        );
        settlement.settle(overlapping);
        vm.assertEq(
            settlement.spentBy(HOSPITAL, overlapping.lines[0].nullifier),
            0,
            "the free line stays free"
        );
    }

    function test_a_part_of_the_lines_or_other_lines_are_refused() public {
        ClaimSettlement.Payment memory payment = somePayment(CLAIM, 1, 2);
        ClaimSettlement.Line[] memory all = payment.lines;
        payment.lines = new ClaimSettlement.Line[](1);
        payment.lines[0] = all[0];
        vm.expectRevert(abi.encodeWithSelector(ClaimSettlement.NotAllLines.selector, 1, 2));
        settlement.settle(payment);

        payment.lines = all;
        payment.lines[0].amount += 1;
        vm.expectRevert(ClaimSettlement.NotWhatThePayerSigned.selector);
        settlement.settle(payment);
        payment.lines[0].amount -= 1;
        payment.lines[0].patientShare += 1;
        vm.expectRevert(ClaimSettlement.NotWhatThePayerSigned.selector);
        settlement.settle(payment);
        payment.lines[0].patientShare -= 1;
        payment.claim = "claim 2";
        vm.expectRevert(ClaimSettlement.NotWhatThePayerSigned.selector);
        settlement.settle(payment);
    }

    function test_a_settlement_without_lines_is_refused() public {
        ClaimSettlement.Payment memory payment = somePayment(CLAIM, 1, 1);
        payment.lines = new ClaimSettlement.Line[](0);
        payment.settlement = Signers.tree(
            INSURER_KEY,
            "settle/1",
            block.chainid,
            address(settlement),
            INSURER,
            0,
            0,
            uint64(block.timestamp)
        );
        vm.expectRevert(Rfc9162.EmptyTree.selector);
        settlement.settle(payment);
    }

    function test_a_claim_has_an_identity() public {
        ClaimSettlement.Payment memory payment = somePayment(0, 1, 1);
        vm.expectRevert(ClaimSettlement.NoClaim.selector);
        settlement.settle(payment);
    }

    function test_more_than_was_billed_is_refused() public {
        ClaimSettlement.Payment memory payment = somePayment(CLAIM, 1, 1);
        payment.lines[0].amount = 981;
        signSettlement(payment, INSURER_KEY, INSURER, uint64(block.timestamp));
        bytes memory why = abi.encodeWithSelector(
            ClaimSettlement.MoreThanBilled.selector, payment.lines[0].nullifier
        );
        vm.expectRevert(why);
        settlement.settle(payment);
        payment.lines[0].billed = 1001;
        vm.expectRevert(Rfc9162.NotIncluded.selector);
        settlement.settle(payment);
        payment.lines[0].amount = type(uint128).max;
        payment.lines[0].patientShare = type(uint128).max;
        signSettlement(payment, INSURER_KEY, INSURER, uint64(block.timestamp));
        vm.expectRevert(why);
        settlement.settle(payment);
    }

    function test_a_bill_to_another_payer_claim_or_service_is_refused() public {
        Billed[] memory bill = new Billed[](1);
        for (uint256 i = 0; i < 3; ++i) {
            ClaimSettlement.Payment memory payment = somePayment(CLAIM, 1, 1);
            bill[0] = Billed(payment.lines[0].nullifier, CLAIM, INSURER, 1000);
            if (i == 0) bill[0].payer = OTHER_HOSPITAL;
            if (i == 1) bill[0].claim = "claim 2";
            if (i == 2) bill[0].nullifier = "another";
            signBill(payment, bill, HOSPITAL_KEY, HOSPITAL);
            vm.expectRevert(Rfc9162.NotIncluded.selector);
            settlement.settle(payment);
        }
    }

    function test_the_payment_goes_to_whom_the_insurer_named() public {
        setPayout(OTHER_HOSPITAL_KEY, OTHER_HOSPITAL, address(0xBAD));
        ClaimSettlement.Payment memory payment = somePayment(CLAIM, 1, 1);
        signBill(payment, billOf(payment, 1000), OTHER_HOSPITAL_KEY, OTHER_HOSPITAL);
        vm.expectRevert(ClaimSettlement.NotWhatThePayerSigned.selector);
        settlement.settle(payment);
    }

    function test_another_hospital_cannot_spend_or_block_a_nullifier() public {
        setPayout(OTHER_HOSPITAL_KEY, OTHER_HOSPITAL, address(0xBAD));
        ClaimSettlement.Payment memory squat = somePayment("squat", 1, 1);
        signBill(squat, billOf(squat, 1000), OTHER_HOSPITAL_KEY, OTHER_HOSPITAL);
        signSettlement(squat, INSURER_KEY, INSURER, uint64(block.timestamp));
        settlement.settle(squat);
        settlement.settle(somePayment(CLAIM, 1, 1));
        vm.assertEq(token.balanceOf(PAYOUT), 100, "paid all the same");
    }

    function test_a_pool_that_is_too_small_pays_nothing() public {
        actOn(
            settlement,
            INSURER_KEY,
            INSURER,
            abi.encodeCall(SettlementActions.withdraw, (POOL - 200, PAYOUT))
        );
        ClaimSettlement.Payment memory payment = somePayment(CLAIM, 1, 2);
        vm.expectRevert(abi.encodeWithSelector(ClaimSettlement.PoolTooSmall.selector, 201, 200));
        settlement.settle(payment);
    }

    function test_a_payee_without_an_account_is_not_paid() public {
        ClaimSettlement.Payment memory payment = somePayment(CLAIM, 1, 1);
        signBill(payment, billOf(payment, 1000), OTHER_HOSPITAL_KEY, OTHER_HOSPITAL);
        vm.expectRevert(
            abi.encodeWithSelector(ClaimSettlement.NoPayoutAccount.selector, OTHER_HOSPITAL)
        );
        settlement.settle(payment);
    }

    function test_unlicensed_or_revoked_keys_neither_bill_nor_settle() public {
        ClaimSettlement.Payment memory payment = somePayment(CLAIM, 1, 1);
        signSettlement(payment, STRANGER, INSURER, uint64(block.timestamp));
        vm.expectRevert(notLicensed(INSURER, STRANGER, 0));
        settlement.settle(payment);
        signSettlement(payment, INSURER_KEY, INSURER, uint64(block.timestamp));
        signBill(payment, billOf(payment, 1000), STRANGER, HOSPITAL);
        vm.expectRevert(notLicensed(HOSPITAL, STRANGER, 0));
        settlement.settle(payment);
        signBill(payment, billOf(payment, 1000), DOCTOR, HOSPITAL);
        asRegistrar(abi.encodeCall(RegistryActions.revoke, (HOSPITAL, Signers.keyId(DOCTOR), 0)));
        vm.expectRevert(notLicensed(HOSPITAL, DOCTOR, 3));
        settlement.settle(payment);
    }

    function test_a_bill_is_no_settlement_and_a_settlement_no_bill() public {
        ClaimSettlement.Payment memory payment = somePayment(CLAIM, 1, 1);
        Statement.Signed memory right = payment.settlement;
        payment.settlement = Signers.tree(
            INSURER_KEY,
            "bill/1",
            block.chainid,
            address(settlement),
            INSURER,
            right.root,
            1,
            right.signedAt
        );
        vm.expectRevert(Statement.BadSignature.selector);
        settlement.settle(payment);
        payment.settlement = right;
        payment.bill = Signers.tree(
            HOSPITAL_KEY,
            "settle/1",
            block.chainid,
            address(settlement),
            HOSPITAL,
            payment.bill.root,
            1,
            right.signedAt
        );
        vm.expectRevert(Statement.BadSignature.selector);
        settlement.settle(payment);
    }

    function test_a_statement_for_another_chain_or_contract_is_refused() public {
        ClaimSettlement.Payment memory payment = somePayment(CLAIM, 1, 1);
        Statement.Signed memory right = payment.settlement;
        payment.settlement = Signers.tree(
            INSURER_KEY,
            "settle/1",
            block.chainid,
            address(ledger),
            INSURER,
            right.root,
            1,
            right.signedAt
        );
        vm.expectRevert(Statement.BadSignature.selector);
        settlement.settle(payment);
        payment.settlement = Signers.tree(
            INSURER_KEY,
            "settle/1",
            block.chainid + 1,
            address(settlement),
            INSURER,
            right.root,
            1,
            right.signedAt
        );
        vm.expectRevert(Statement.BadSignature.selector);
        settlement.settle(payment);
    }

    function test_a_settlement_is_accepted_for_30_days_and_a_bill_for_a_year() public {
        ClaimSettlement.Payment memory payment = somePayment(CLAIM, 1, 1);
        uint256 billedAt = block.timestamp;
        vm.warp(billedAt + 31 days);
        vm.expectRevert(abi.encodeWithSelector(Statement.SignedTooLongAgo.selector, billedAt));
        settlement.settle(payment);
        vm.warp(billedAt + 365 days + 1);
        signSettlement(payment, INSURER_KEY, INSURER, uint64(block.timestamp));
        vm.expectRevert(abi.encodeWithSelector(Statement.SignedTooLongAgo.selector, billedAt));
        settlement.settle(payment);
        vm.warp(billedAt + 365 days);
        signSettlement(payment, INSURER_KEY, INSURER, uint64(block.timestamp));
        settlement.settle(payment);
    }

    // Reversing

    function test_a_reversal_gives_the_money_back_and_frees_the_nullifier_for_another_claim()
        public
    {
        ClaimSettlement.Payment memory payment = somePayment(CLAIM, 1, 1);
        bytes32 nullifier = payment.lines[0].nullifier;
        settlement.settle(payment);
        uint256 before = token.balanceOf(address(this));
        vm.expectEmit();
        emit ClaimSettlement.Reversed(nullifier, CLAIM, HOSPITAL, INSURER, 100);
        reverse(HOSPITAL_KEY, HOSPITAL, CLAIM, nullifier);
        vm.assertEq(token.balanceOf(address(this)), before - 100, "the sender brings the tokens");
        vm.assertEq(settlement.poolOf(INSURER), POOL, "the pool has them");
        vm.assertEq(settlement.spentBy(HOSPITAL, nullifier), 0, "free");
        settlement.settle(somePayment("claim 2", 1, 1));
        vm.assertEq(
            settlement.spentBy(HOSPITAL, nullifier), "claim 2", "spent by the corrected claim"
        );
    }

    function test_a_reversed_claims_statements_pay_nothing_again() public {
        ClaimSettlement.Payment memory payment = somePayment(CLAIM, 1, 1);
        settlement.settle(payment);
        reverse(HOSPITAL_KEY, HOSPITAL, CLAIM, payment.lines[0].nullifier);
        bytes memory why = abi.encodeWithSelector(
            ClaimSettlement.PaidBefore.selector, payment.lines[0].nullifier, CLAIM
        );
        vm.expectRevert(why);
        settlement.settle(payment);
        // A second statement, signed before the reversal and kept back.
        signSettlement(payment, INSURER_KEY, INSURER, uint64(block.timestamp + 200));
        vm.expectRevert(why);
        settlement.settle(payment);
    }

    function test_a_line_is_reversed_once_and_only_if_it_was_paid() public {
        ClaimSettlement.Payment memory payment = somePayment(CLAIM, 1, 1);
        bytes32 nullifier = payment.lines[0].nullifier;
        bytes memory why =
            abi.encodeWithSelector(ClaimSettlement.NotPaid.selector, nullifier, CLAIM);
        refusedActOn(settlement, HOSPITAL_KEY, HOSPITAL, reversal(CLAIM, nullifier), why);
        settlement.settle(payment);
        reverse(HOSPITAL_KEY, HOSPITAL, CLAIM, nullifier);
        refusedActOn(settlement, HOSPITAL_KEY, HOSPITAL, reversal(CLAIM, nullifier), why);
    }

    function test_reversing_an_old_claim_does_not_free_what_a_newer_one_spent() public {
        ClaimSettlement.Payment memory payment = somePayment(CLAIM, 1, 1);
        bytes32 nullifier = payment.lines[0].nullifier;
        settlement.settle(payment);
        reverse(HOSPITAL_KEY, HOSPITAL, CLAIM, nullifier);
        settlement.settle(somePayment("claim 2", 1, 1));
        refusedActOn(
            settlement,
            HOSPITAL_KEY,
            HOSPITAL,
            reversal(CLAIM, nullifier),
            abi.encodeWithSelector(ClaimSettlement.NotPaid.selector, nullifier, CLAIM)
        );
        vm.assertEq(settlement.spentBy(HOSPITAL, nullifier), "claim 2", "spent");
    }

    function test_only_the_payee_reverses() public {
        ClaimSettlement.Payment memory payment = somePayment(CLAIM, 1, 1);
        bytes32 nullifier = payment.lines[0].nullifier;
        settlement.settle(payment);
        bytes memory why =
            abi.encodeWithSelector(ClaimSettlement.NotPaid.selector, nullifier, CLAIM);
        refusedActOn(
            settlement, OTHER_HOSPITAL_KEY, OTHER_HOSPITAL, reversal(CLAIM, nullifier), why
        );
        refusedActOn(settlement, INSURER_KEY, INSURER, reversal(CLAIM, nullifier), why);
    }

    function test_a_reversal_spends_nobody_elses_allowance() public {
        settlement.settle(somePayment(CLAIM, 1, 1));
        setPayout(HOSPITAL_KEY, HOSPITAL, address(this));
        bytes32 nullifier = somePayment(CLAIM, 1, 1).lines[0].nullifier;
        bytes memory call = reversal(CLAIM, nullifier);
        uint32 nonce = settlement.nonceOf(Signers.keyId(HOSPITAL_KEY));
        uint64 notAfter = uint64(block.timestamp);
        Signers.Signature memory by = Signers.action(
            HOSPITAL_KEY, block.chainid, address(settlement), HOSPITAL, call, nonce, notAfter
        );
        vm.prank(address(0xFEE));
        vm.expectRevert();
        settlement.act(HOSPITAL, call, by.x, by.y, by.r, by.s, nonce, notAfter);
    }

    // Pools and accounts

    function test_only_the_insurer_takes_from_its_pool() public {
        bytes memory call = abi.encodeCall(SettlementActions.withdraw, (100, address(0xBAD)));
        refusedActOn(
            settlement,
            HOSPITAL_KEY,
            HOSPITAL,
            call,
            abi.encodeWithSelector(ClaimSettlement.PoolTooSmall.selector, 100, 0)
        );
        refusedActOn(settlement, HOSPITAL_KEY, INSURER, call, notLicensed(INSURER, HOSPITAL_KEY, 0));
        refusedActOn(settlement, REGISTRAR, INSURER, call, notLicensed(INSURER, REGISTRAR, 0));
        license(INSURER, INSURER_KEY, DOCTOR);
        refusedActOn(
            settlement,
            DOCTOR,
            INSURER,
            call,
            abi.encodeWithSelector(
                Licensing.NotTheOrganisationsKey.selector, INSURER, Signers.keyId(DOCTOR)
            )
        );
        actOn(settlement, INSURER_KEY, INSURER, call);
        vm.assertEq(token.balanceOf(address(0xBAD)), 100, "withdrawn");
        vm.assertEq(settlement.poolOf(INSURER), POOL - 100, "pool");
    }

    function test_nothing_is_paid_to_the_zero_address() public {
        bytes memory why = abi.encodeWithSelector(ClaimSettlement.NoAccount.selector);
        refusedActOn(
            settlement,
            INSURER_KEY,
            INSURER,
            abi.encodeCall(SettlementActions.withdraw, (1, address(0))),
            why
        );
        refusedActOn(
            settlement,
            HOSPITAL_KEY,
            HOSPITAL,
            abi.encodeCall(SettlementActions.setPayoutAccount, (address(0))),
            why
        );
    }

    function test_a_deposit_to_nobody_is_refused() public {
        vm.expectRevert(abi.encodeWithSelector(ClaimSettlement.UnknownInsurer.selector, 50));
        settlement.deposit(50, 1);
    }

    function test_an_action_for_the_ledger_is_none_for_the_settlement() public {
        bytes memory call = abi.encodeCall(SettlementActions.withdraw, (1, address(0xBAD)));
        uint64 notAfter = uint64(block.timestamp);
        uint32 nonce = settlement.nonceOf(Signers.keyId(INSURER_KEY));
        Signers.Signature memory by = Signers.action(
            INSURER_KEY, block.chainid, address(ledger), INSURER, call, nonce, notAfter
        );
        vm.expectRevert(Statement.BadSignature.selector);
        settlement.act(INSURER, call, by.x, by.y, by.r, by.s, nonce, notAfter);
        refusedActOn(
            settlement,
            INSURER_KEY,
            INSURER,
            hex"01020304",
            abi.encodeWithSelector(SignedActions.ActionRefused.selector, bytes4(hex"01020304"))
        );
    }

    function testFuzz_a_settlement_moves_exactly_its_total(
        uint8 count,
        uint64[8] memory amounts,
        uint64 deposit
    ) public {
        ClaimSettlement.Payment memory payment = somePayment(CLAIM, 1, 1 + count % 8);
        Billed[] memory bill = billOf(payment, type(uint128).max);
        uint256 total = 0;
        for (uint256 i = 0; i < payment.lines.length; ++i) {
            payment.lines[i].amount = amounts[i];
            total += amounts[i];
        }
        signBill(payment, bill, HOSPITAL_KEY, HOSPITAL);
        signSettlement(payment, INSURER_KEY, INSURER, uint64(block.timestamp));
        token.mint(address(this), deposit);
        settlement.deposit(INSURER, deposit);
        uint256 pool = POOL + deposit;
        if (total > pool) {
            vm.expectRevert(
                abi.encodeWithSelector(ClaimSettlement.PoolTooSmall.selector, total, pool)
            );
        }
        settlement.settle(payment);
        uint256 moved = total > pool ? 0 : total;
        vm.assertEq(token.balanceOf(PAYOUT), moved, "payee");
        vm.assertEq(settlement.poolOf(INSURER), pool - moved, "pool");
        vm.assertEq(token.balanceOf(address(settlement)), pool - moved, "tokens");
    }

    function billOf(ClaimSettlement.Payment memory payment, uint128 amount)
        private
        pure
        returns (Billed[] memory bill)
    {
        bill = new Billed[](payment.lines.length);
        for (uint256 i = 0; i < bill.length; ++i) {
            bill[i] = Billed(payment.lines[i].nullifier, payment.claim, INSURER, amount);
        }
    }

    function notLicensed(uint64 organisation, uint256 key, uint8 status)
        private
        pure
        returns (bytes memory)
    {
        return abi.encodeWithSelector(
            Licensing.NotLicensed.selector, organisation, Signers.keyId(key), status
        );
    }
}

package org.chartseal.services.ledger.internal;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chartseal.services.seal.Fault;

/** The contracts' custom errors, by selector, as faults with stable codes. */
final class Reverts {

  private static final int SELECTOR_DIGITS = 10;

  private final Map<String, Fault> faults = new HashMap<>();

  Reverts() {
    // The record ledger.
    add(
        "BadSignature()",
        "CS-LEDG-30",
        "The ledger refused the signature: it is not this key's over this statement, for this ledger.");
    add(
        "SignedInTheFuture(uint64)",
        "CS-LEDG-31",
        "The statement is signed in the future. Correct this computer's clock and sign again.");
    add(
        "SignedTooLongAgo(uint64)",
        "CS-LEDG-32",
        "The statement was signed more than 30 days ago. It must be attested by the organisation's own key.");
    add(
        "NotLicensed(uint64,bytes32,uint8)",
        "CS-LEDG-33",
        "The key is not licensed to sign for this organisation, or its licence is suspended or revoked.");
    add(
        "OutsideLicence(uint64,bytes32)",
        "CS-LEDG-34",
        "The signature lies outside the interval of the key's licence.");
    add(
        "OrganisationNotActive(uint64)",
        "CS-LEDG-35",
        "The organisation is not active in the registry.");
    add(
        "TooManyLeaves(uint32)",
        "CS-LEDG-36",
        "The statement covers more entries than one statement may.");
    add("EmptyTree()", "CS-LEDG-37", "The statement covers no entries.");
    add(
        "NotAWholeRun(uint256,uint256,uint256)",
        "CS-LEDG-38",
        "The entries are not a whole run of their statement.");
    add(
        "NotIncluded()",
        "CS-LEDG-39",
        "The entries are not those that the statement was signed over.");
    add(
        "NotAnchored(bytes32)",
        "CS-LEDG-40",
        "An entry that is to be retracted does not stand on the ledger under this author.");
    add(
        "NotTheAuthor(bytes32,bytes32)",
        "CS-LEDG-41",
        "A practitioner's key retracts only what it wrote. The organisation's own key retracts the rest.");
    add(
        "HeadOnlyGrows(uint32,uint32)",
        "CS-LEDG-42",
        "The ledger already knows a newer seal block of the organisation.");
    // The registry.
    add("ActionExpired(uint64)", "CS-LEDG-50", "The signed action came too late. Sign it again.");
    add(
        "WrongNonce(uint32,uint32)",
        "CS-LEDG-51",
        "Another action of this key was performed in the meantime. Sign it again.");
    add(
        "ActionRefused(bytes4)",
        "CS-LEDG-52",
        "The contract knows no such action, or not for whom the key acts.");
    add(
        "NotYourOrganisation(uint64,uint64)",
        "CS-LEDG-53",
        "The key acts for another organisation than the action names.");
    add("NotAKey(bytes32,bytes32)", "CS-LEDG-54", "The key is no point on the curve P-256.");
    add("NotARegistrar(bytes32)", "CS-LEDG-55", "The key is not a registrar's.");
    add("AlreadyARegistrar(bytes32)", "CS-LEDG-56", "The key is a registrar's already.");
    add("LastRegistrar(bytes32)", "CS-LEDG-57", "The last registrar cannot be removed.");
    add(
        "NotTheOrganisationsKey(uint64,bytes32)",
        "CS-LEDG-58",
        "Only the organisation's own key may do this.");
    add(
        "PractitionerNotInGoodStanding(bytes32,uint8)",
        "CS-LEDG-59",
        "The practitioner is not registered, or is suspended or revoked.");
    add(
        "BadInterval(uint40,uint40)",
        "CS-LEDG-60",
        "The interval of the licence is empty, past, or shorter than the one it would replace.");
    add(
        "WrongStatus(bytes32,uint8)",
        "CS-LEDG-61",
        "The key's standing does not allow this change.");
    add("OtherRole(bytes32,uint8)", "CS-LEDG-62", "The key is licensed in another role.");
    add(
        "HeldByRegistrar(bytes32)",
        "CS-LEDG-63",
        "A registrar suspended this key; only a registrar reinstates it.");
    add(
        "CompromisedSinceOnlyEarlier(uint40,uint40)",
        "CS-LEDG-64",
        "The time of compromise can only be moved to an earlier one.");
    add("NumberNotFree(uint64)", "CS-LEDG-65", "The organisation's number is taken.");
    add(
        "UnknownOrganisation(uint64)",
        "CS-LEDG-66",
        "The registry knows no organisation of this number.");
    add("UnknownStatus(uint8)", "CS-LEDG-67", "The registry knows no such standing.");
    add(
        "LanesOnlyGrow(uint16,uint16)",
        "CS-LEDG-68",
        "An organisation's lanes can only become more.");
    // The settlement and its token.
    add("UnknownInsurer(uint64)", "CS-LEDG-70", "The registry knows no insurer of this number.");
    add("NoAccount()", "CS-LEDG-71", "The zero address cannot be paid.");
    add(
        "NoPayoutAccount(uint64)",
        "CS-LEDG-72",
        "The hospital has named no account to be paid at.");
    add(
        "PoolTooSmall(uint256,uint256)",
        "CS-LEDG-73",
        "The insurer's pool does not cover the amount. Deposit first.");
    add("NoClaim()", "CS-LEDG-74", "The settlement names no claim.");
    add(
        "NotAllLines(uint256,uint32)",
        "CS-LEDG-75",
        "The settlement's lines are not all that the insurer signed.");
    add(
        "NotWhatThePayerSigned()",
        "CS-LEDG-76",
        "The settlement's lines are not what the insurer signed for this claim.");
    add(
        "MoreThanBilled(bytes32)",
        "CS-LEDG-77",
        "Insurer and patient together would pay more than was billed.");
    add(
        "NothingPayable(bytes32)",
        "CS-LEDG-78",
        "A line that pays nothing is a denial and does not belong in a settlement.");
    add(
        "NullifierSpent(bytes32,bytes32)",
        "CS-LEDG-79",
        "A service of this settlement is paid by another claim already.");
    add("PaidBefore(bytes32,bytes32)", "CS-LEDG-80", "A line of this claim was paid before.");
    add("NotPaid(bytes32,bytes32)", "CS-LEDG-81", "There is no payment of this line to give back.");
    add(
        "ERC20InsufficientBalance(address,uint256,uint256)",
        "CS-LEDG-82",
        "The account does not hold enough tokens.");
    add(
        "ERC20InsufficientAllowance(address,uint256,uint256)",
        "CS-LEDG-83",
        "The settlement is not allowed to take the tokens. Approve the amount first.");
    add("OwnableUnauthorizedAccount(address)", "CS-LEDG-84", "Only the token's owner mints.");
  }

  /** The reason of a revert, from its data in hexadecimal. */
  Fault reason(String revertData) {
    if (revertData.length() < SELECTOR_DIGITS) {
      return LedgerFaults.REVERTED;
    }
    String selector = revertData.substring(2, SELECTOR_DIGITS).toLowerCase(Locale.ROOT);
    return faults.getOrDefault(selector, LedgerFaults.REVERTED);
  }

  /** The selectors that are known; the tests compare them with the compiled contracts. */
  Set<String> selectors() {
    return Set.copyOf(faults.keySet());
  }

  private void add(String signature, String code, String sentence) {
    faults.put(HexFormat.of().formatHex(Abi.selector(signature)), new Fault(code, sentence));
  }
}

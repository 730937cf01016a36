package org.chartseal.services.claims.internal;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.chartseal.services.claims.BillLeaf;
import org.chartseal.services.claims.EvidenceKind;
import org.chartseal.services.claims.Finding;
import org.chartseal.services.claims.LedgerObservation;
import org.chartseal.services.claims.ServiceLine;
import org.chartseal.services.claims.SubmittedClaim;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.Licence;
import org.chartseal.services.ledger.LicenceKey;
import org.chartseal.services.ledger.LicenceStatus;
import org.chartseal.services.ledger.SlotState;
import org.chartseal.services.ledger.Word;
import org.chartseal.services.seal.Disclosure;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.SignedStatement;
import org.jspecify.annotations.Nullable;

/** What the ledger says about the evidence of a claim. */
public final class LedgerFindings {

  private static final Finding NOT_READ = Finding.unknown("The ledger was not asked about it.");

  private final SubmittedClaim claim;
  private final LedgerObservation observation;

  public LedgerFindings(SubmittedClaim claim, LedgerObservation observation) {
    this.claim = claim;
    this.observation = observation;
  }

  /** Whether a line's entry is anchored, by whom, and stands. */
  public Map<EvidenceKind, Finding> of(ServiceLine line) {
    Disclosure disclosure = line.disclosure();
    if (!disclosure.organisation().equals(claim.file().hospital())) {
      return all(Finding.fails("The record is another organisation's."), NOT_READ, NOT_READ);
    }
    SlotState state = observation.slots().get(slot(disclosure));
    return switch (state) {
      case null -> all(NOT_READ, NOT_READ, NOT_READ);
      case SlotState.Empty() ->
          all(
              Finding.fails("The ledger proves that nothing is anchored there."),
              NOT_READ,
              NOT_READ);
      case SlotState.Filled(Word word) -> filled(disclosure, word);
    };
  }

  /** Whether the hospital signed this amount, with a key that may. */
  public Finding amount(ServiceLine line, boolean billSigned) {
    if (!billSigned) {
      return Finding.fails("The bill is not signed by the hospital as it stands.");
    }
    SignedStatement signed = claim.bill().signed();
    Finding key =
        billKey(observation.licences().get(billKey(claim)), signed.statement().signedInstant());
    if (!claim.bill().leaves().contains(BillLeaf.of(claim.file(), line))) {
      return Finding.fails("The hospital signed another amount, or did not bill this service.");
    }
    return key;
  }

  /** The slot of a disclosed entry. */
  public static LedgerSlot slot(Disclosure disclosure) {
    return new LedgerSlot(disclosure.organisation(), disclosure.entry().slot());
  }

  /** The licence of a disclosed entry's author. */
  public static LicenceKey author(Disclosure disclosure) {
    return new LicenceKey(
        disclosure.organisation(), KeyId.of(disclosure.signature().signed().key()));
  }

  /** The licence of the key that signed the bill. */
  public static LicenceKey billKey(SubmittedClaim claim) {
    return new LicenceKey(claim.file().hospital(), KeyId.of(claim.bill().signed().key()));
  }

  private Map<EvidenceKind, Finding> filled(Disclosure disclosure, Word word) {
    if (word.retractedAt().isPresent()) {
      return all(
          Finding.unknown("What stood there was retracted."),
          NOT_READ,
          Finding.fails("It was retracted at " + word.retractedAt().get() + "."));
    }
    LicenceKey author = author(disclosure);
    if (!word.matches(disclosure.entry().recordDigest(), author.key())) {
      return all(Finding.fails("Something else is anchored there."), NOT_READ, NOT_READ);
    }
    Finding stands =
        observation.current()
            ? Finding.holds("It stood at block " + observation.at().number() + ".")
            : Finding.unknown("The block is too old to say that it still stands.");
    return all(
        Finding.holds(
            "Anchored at "
                + word.anchoredAt()
                + ", proven at block "
                + observation.at().number()
                + "."),
        licensed(observation.licences().get(author), word.anchoredAt()),
        stands);
  }

  /**
   * The contract checked the licence when it anchored; only a compromise casts doubt on it
   * afterwards.
   */
  private static Finding licensed(@Nullable Licence licence, Instant anchoredAt) {
    if (licence == null || licence.status() == LicenceStatus.NONE) {
      return Finding.unknown("The registry was not asked about the author's key.");
    }
    return licence
        .compromisedSince()
        .filter(since -> !since.isAfter(anchoredAt))
        .map(since -> Finding.fails("The author's key counts as compromised since " + since + "."))
        .orElse(Finding.holds("The author's key was licensed when the entry was anchored."));
  }

  private static Finding billKey(@Nullable Licence licence, Instant signedAt) {
    if (licence == null) {
      return NOT_READ;
    }
    boolean compromised =
        licence.compromisedSince().filter(since -> !since.isAfter(signedAt)).isPresent();
    boolean valid =
        licence.status() == LicenceStatus.LICENSED
            && !signedAt.isBefore(licence.notBefore())
            && !signedAt.isAfter(licence.notAfter());
    return valid && !compromised
        ? Finding.holds("The hospital signed this amount for this claim and payer.")
        : Finding.unknown("The key that signed the bill is not licensed now, or was not then.");
  }

  private static Map<EvidenceKind, Finding> all(
      Finding anchored, Finding licensed, Finding stands) {
    Map<EvidenceKind, Finding> findings = new EnumMap<>(EvidenceKind.class);
    findings.put(EvidenceKind.ANCHORED, anchored);
    findings.put(EvidenceKind.LICENSED, licensed);
    findings.put(EvidenceKind.NOT_RETRACTED, stands);
    return findings;
  }
}

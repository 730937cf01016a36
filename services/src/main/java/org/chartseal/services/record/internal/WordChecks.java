package org.chartseal.services.record.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.Licence;
import org.chartseal.services.ledger.LicenceKey;
import org.chartseal.services.ledger.LicenceRole;
import org.chartseal.services.ledger.LicenceStatus;
import org.chartseal.services.ledger.RetractionEvidence;
import org.chartseal.services.ledger.Word;
import org.chartseal.services.record.Check;
import org.chartseal.services.record.CheckResult;
import org.chartseal.services.record.LaneReading;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.OrganisationId;

/** The checks that rest on proven words of the contract. */
final class WordChecks {

  private final Evidence evidence;

  WordChecks(Evidence evidence) {
    this.evidence = evidence;
  }

  CheckResult anchored(LaneReading.Filled anchor) {
    return CheckResult.passed(
        Check.ANCHORED,
        "Anchored at "
            + anchor.word().anchoredAt()
            + "; proven in block "
            + evidence.at().number()
            + ".");
  }

  /** Whether the word in the slot is that of these bytes and this author, retracted or not. */
  CheckResult bytes(LaneReading.Filled anchor, Hash32 recordDigest, KeyId author) {
    Word word = anchor.word();
    boolean stands =
        word.retractedAt().isEmpty()
            ? word.matches(recordDigest, author)
            : retractor(anchor.slot(), word, recordDigest, author).isPresent();
    if (!stands && word.retractedAt().isPresent()) {
      // The word of a retracted entry names the retractor too: without the right one it refutes
      // nothing.
      return CheckResult.unknown(
          Check.BYTES, "It was retracted, and no node at hand remembers truly by whom.");
    }
    return stands
        ? CheckResult.passed(Check.BYTES, "The bytes are those that were anchored.")
        : CheckResult.failed(
            Check.BYTES, "Other bytes, or another author, than what was anchored here.");
  }

  CheckResult notRetracted(LaneReading.Filled anchor) {
    Optional<Instant> retractedAt = anchor.word().retractedAt();
    if (retractedAt.isPresent()) {
      return CheckResult.failed(
          Check.NOT_RETRACTED, "Retracted at " + retractedAt.get() + " by its author's side.");
    }
    return evidence.fresh()
        ? CheckResult.passed(
            Check.NOT_RETRACTED, "Not retracted as of " + evidence.at().time() + ".")
        : CheckResult.unknown(
            Check.NOT_RETRACTED,
            "The newest block at hand is too old to say that it was not retracted.");
  }

  /**
   * The contract accepted the key when it anchored; what remains is whether it, or the key that
   * retracted, was reported compromised.
   */
  CheckResult licence(LaneReading.Filled anchor, Hash32 recordDigest, KeyId author) {
    OrganisationId organisation = anchor.slot().organisation();
    if (organisation.equals(OrganisationId.PATIENTS)) {
      return CheckResult.passed(
          Check.LICENCE, "A patient's own entry: its one-time slot key signed it.");
    }
    Optional<Licence> licence = evidence.licence(new LicenceKey(organisation, author));
    if (licence.isEmpty()) {
      return CheckResult.unknown(Check.LICENCE, "The registry could not be read for this author.");
    }
    if (licence.get().status() == LicenceStatus.NONE) {
      return CheckResult.failed(
          Check.LICENCE, "The registry knows no licence of this key for this organisation.");
    }
    Optional<Instant> since = licence.get().compromisedSince();
    if (since.isPresent() && !anchor.word().anchoredAt().isBefore(since.get())) {
      return CheckResult.failed(
          Check.LICENCE,
          "The key was reported compromised since " + since.get() + ", before this was anchored.");
    }
    if (isRetractedByThief(anchor, recordDigest, author)) {
      return CheckResult.failed(
          Check.LICENCE,
          "The key that retracted it was reported compromised before: a thief may have done it.");
    }
    return CheckResult.passed(
        Check.LICENCE,
        "The contract accepted the author's licence for the organisation when it was anchored.");
  }

  private boolean isRetractedByThief(LaneReading.Filled anchor, Hash32 recordDigest, KeyId author) {
    Optional<Instant> retractedAt = anchor.word().retractedAt();
    return retractedAt.isPresent()
        && retractor(anchor.slot(), anchor.word(), recordDigest, author)
            .flatMap(key -> compromise(anchor.slot().organisation(), key))
            .filter(since -> !retractedAt.get().isBefore(since))
            .isPresent();
  }

  private Optional<KeyId> retractor(LedgerSlot slot, Word word, Hash32 recordDigest, KeyId author) {
    for (KeyId candidate : candidates(slot, author)) {
      if (word.matchesRetracted(recordDigest, author, candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** Who may have retracted: the author, whom an event names, and the organisation's own keys. */
  private List<KeyId> candidates(LedgerSlot slot, KeyId author) {
    Set<KeyId> candidates = new LinkedHashSet<>();
    candidates.add(author);
    evidence.retractions(slot).stream().map(RetractionEvidence::retractor).forEach(candidates::add);
    evidence
        .licences()
        .forEach((key, licence) -> {
          if (key.organisation().equals(slot.organisation())
              && licence.role() == LicenceRole.ORGANISATION) {
            candidates.add(key.key());
          }
        });
    return new ArrayList<>(candidates);
  }

  private Optional<Instant> compromise(OrganisationId organisation, KeyId key) {
    return evidence.licence(new LicenceKey(organisation, key)).flatMap(Licence::compromisedSince);
  }
}

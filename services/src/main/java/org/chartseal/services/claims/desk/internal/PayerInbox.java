package org.chartseal.services.claims.desk.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.claims.ClaimCodec;
import org.chartseal.services.claims.ClaimFile;
import org.chartseal.services.claims.SubmittedClaim;
import org.chartseal.services.claims.desk.OrganisationSession;
import org.chartseal.services.claims.desk.ReceivedClaim;
import org.chartseal.services.claims.desk.ReceivedClaim.Standing;
import org.chartseal.services.identity.Organisation;
import org.chartseal.services.record.OrganisationPair;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.Subject;
import org.chartseal.services.seal.EntryDescription;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.PartyId;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;

/** Reads what the hospitals sent to an insurer, and what the insurer decided of it. */
public final class PayerInbox {

  private static final Fault OTHER_PARTIES =
      new Fault(
          "CS-PAYER-02",
          "The claim names another hospital, insurer or patient than the entry that carries it. Ask the hospital to send it again.");
  private static final Fault REPEATED =
      new Fault(
          "CS-PAYER-03",
          "The hospital sent a claim of this number before, and that one counts. Ask it to send a new claim.");

  private final Histories histories;
  private final Decisions decisions;

  public PayerInbox(Histories histories, Decisions decisions) {
    this.histories = histories;
    this.decisions = decisions;
  }

  /** A decision of the insurer's own. */
  public record Made(Decisions.Stated stated, Known known) {

    /** When it was anchored, if it was. */
    public Optional<Instant> at() {
      return known.standing() instanceof Known.Standing.Anchored(Instant at, var entry)
          ? Optional.of(at)
          : Optional.empty();
    }
  }

  /**
   * What a hospital sent in these years.
   *
   * @return in the order in which it was received
   * @throws RefusedException if its stream cannot be read
   */
  public List<ReceivedClaim> from(
      OrganisationSession insurer, Organisation hospital, int from, int to, Progress progress)
      throws RefusedException {
    OrganisationPair pair = insurer.with(hospital);
    List<RecordEntry> sent =
        new ArrayList<>(
            histories.foreign(
                new Subject.Anybody(),
                ClaimBooks.streams(pair, hospital.id(), from, to),
                progress));
    sent.removeIf(
        entry -> entry.description().filter(said -> said.kind() != EntryKind.CLAIM).isPresent());
    if (sent.isEmpty()) {
      return List.of();
    }
    sent.sort(
        Comparator.comparing((RecordEntry entry) -> entry.anchor().word().anchoredAt())
            .thenComparingInt(entry -> entry.anchor().place().lane())
            .thenComparingInt(entry -> entry.anchor().place().n()));
    Map<Hash32, Made> made;
    try {
      made = made(insurer, hospital, from, to, progress);
    } catch (RefusedException e) {
      return sent.stream()
          .map(entry -> received(hospital, entry, read(entry), new Standing.Refused(e.fault())))
          .toList();
    }
    Set<Hash32> seen = new HashSet<>();
    return sent.stream().map(entry -> received(insurer, hospital, entry, made, seen)).toList();
  }

  /**
   * The insurer's decisions to a hospital, by claim, in the order in which they were made; those in
   * the outbox too.
   *
   * @throws RefusedException if they cannot be read with certainty
   */
  public Map<Hash32, Made> made(
      OrganisationSession insurer, Organisation hospital, int from, int to, Progress progress)
      throws RefusedException {
    History own =
        histories
            .read(
                new Subject.Anybody(),
                ClaimBooks.streams(insurer.with(hospital), insurer.id(), from, to),
                progress)
            .sure();
    Map<Hash32, Made> made = new LinkedHashMap<>();
    for (Known known : own.entries()) {
      if (known.description().kind() == EntryKind.DECISION) {
        Decisions.Stated stated = decisions.in(known.description(), known.content());
        made.merge(
            stated.decision().inputs().claim().file().claim(),
            new Made(stated, known),
            PayerInbox::counting);
      }
    }
    return made;
  }

  /** The first one, until a person ruled on it. */
  private static Made counting(Made earlier, Made later) {
    return later.stated().decision().continues(earlier.stated().decision()) ? later : earlier;
  }

  private static ReceivedClaim received(
      OrganisationSession insurer,
      Organisation hospital,
      RecordEntry entry,
      Map<Hash32, Made> made,
      Set<Hash32> seen) {
    if (!entry.isProven()) {
      Fault fault =
          new Fault(
              "CS-PAYER-01",
              "The claim is not proven: "
                  + Histories.doubt(entry.verdict()).sentence()
                  + " It is not decided.");
      return received(hospital, entry, read(entry), new Standing.Refused(fault));
    }
    SubmittedClaim claim;
    try {
      claim = ClaimCodec.read(entry.content().orElseThrow());
    } catch (RefusedException e) {
      return received(hospital, entry, Optional.empty(), new Standing.Refused(e.fault()));
    }
    PartyId subject = entry.description().map(EntryDescription::subject).orElseThrow();
    return received(
        hospital,
        entry,
        Optional.of(claim),
        standing(insurer, hospital, claim.file(), subject, made, seen));
  }

  private static Standing standing(
      OrganisationSession insurer,
      Organisation hospital,
      ClaimFile file,
      PartyId subject,
      Map<Hash32, Made> made,
      Set<Hash32> seen) {
    if (!file.hospital().equals(hospital.id())
        || !file.insurer().equals(insurer.id())
        || !file.patient().equals(subject)) {
      return new Standing.Refused(OTHER_PARTIES);
    }
    if (!seen.add(file.claim())) {
      return new Standing.Refused(REPEATED);
    }
    Made before = made.get(file.claim());
    return before == null
        ? new Standing.Open()
        : new Standing.Decided(
            before.stated().decision(), before.known().standing() instanceof Known.Standing.Held);
  }

  private static ReceivedClaim received(
      Organisation hospital, RecordEntry entry, Optional<SubmittedClaim> claim, Standing standing) {
    return new ReceivedClaim(hospital, entry, entry.anchor().word().anchoredAt(), claim, standing);
  }

  /** What an entry that is not proven says, to be shown beside its doubt. */
  private static Optional<SubmittedClaim> read(RecordEntry entry) {
    try {
      return entry.content().isPresent()
          ? Optional.of(ClaimCodec.read(entry.content().get()))
          : Optional.empty();
    } catch (RefusedException e) {
      return Optional.empty();
    }
  }
}

package org.chartseal.services.claims.desk.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chartseal.services.claims.ClaimFile;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.ServiceLine;
import org.chartseal.services.claims.desk.OrganisationSession;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.ledger.SettlementQuery.ClaimLine;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.PartyId;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SensitivityClass;

/** The histories of an insurer's members, kept for one run of decisions. */
public final class MemberHistories {

  private final Histories histories;
  private final Decisions decisions;
  private final Payments payments;
  private final OrganisationSession insurer;
  private final Map<PartyId, MemberHistory> known = new HashMap<>();

  public MemberHistories(
      Histories histories, Decisions decisions, Payments payments, OrganisationSession insurer) {
    this.histories = histories;
    this.decisions = decisions;
    this.payments = payments;
    this.insurer = insurer;
  }

  /**
   * All that may matter for a claim: nothing is decided before the year of its service, nor before
   * the patient had a card.
   *
   * @param to this year
   * @throws RefusedException if it cannot be read with certainty
   */
  public MemberHistory of(PatientCard card, ClaimFile claim, int to) throws RefusedException {
    int service =
        claim.lines().stream()
            .map(ServiceLine::day)
            .mapToInt(day -> day.getYear())
            .min()
            .orElse(to);
    int from = Math.min(to, Math.max(service, ClaimEntries.year(card.issuedAt())));
    MemberHistory history = known.get(card.party());
    if (history == null || history.from() > from) {
      history = read(card, from, to);
      known.put(card.party(), history);
    }
    return history;
  }

  /** Notes what was just decided. */
  public void decided(PatientCard card, Decision decision) {
    known.computeIfPresent(card.party(), (party, history) -> history.with(decision));
  }

  /** Forgets what another process has made old. */
  public void forget(PatientCard card) {
    known.remove(card.party());
  }

  private MemberHistory read(PatientCard card, int from, int to) throws RefusedException {
    PairStreams pair = insurer.with(card);
    History own =
        histories
            .read(
                pair.patient(),
                ClaimEntries.years(
                    from, to, year -> pair.stream(insurer.id(), SensitivityClass.CLAIMS, 0, year)),
                Progress.NONE)
            .sure();
    Map<Hash32, Decision> decided = new LinkedHashMap<>();
    for (Known entry : own.entries()) {
      if (entry.description().kind() == EntryKind.EOB) {
        Decision decision = decisions.in(entry.description(), entry.content()).decision();
        decided.merge(
            decision.inputs().claim().file().claim(), decision, MemberHistories::counting);
      }
    }
    List<Decision> read = List.copyOf(decided.values());
    Set<ClaimLine> reversed = new HashSet<>();
    payments
        .of(read)
        .forEach((line, payment) -> {
          if (payment.reversed()) {
            reversed.add(line);
          }
        });
    return new MemberHistory(from, read, reversed, own.next());
  }

  /** The first one, until a person ruled on it. */
  private static Decision counting(Decision earlier, Decision later) {
    return later.continues(earlier) ? later : earlier;
  }
}

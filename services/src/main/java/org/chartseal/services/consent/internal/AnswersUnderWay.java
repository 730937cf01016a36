package org.chartseal.services.consent.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.consent.PatientSession;
import org.chartseal.services.identity.Organisation;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.outbox.HeldJobs;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.Position;
import org.chartseal.services.outbox.QueueMark;
import org.chartseal.services.outbox.Queued;
import org.chartseal.services.record.QueueGuard;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SensitivityClass;

/**
 * Objects while an earlier answer of the same patient is not final. An answer is planned from what
 * is anchored: one that is not yet there would be overlooked, and what it takes back be given anew.
 * Other patients' answers in the same outbox do not count.
 */
public final class AnswersUnderWay implements QueueGuard {

  private static final Fault UNDER_WAY =
      new Fault(
          "CS-CONS-13",
          "Your last answer is still on its way. Wait until it is final, then try again.");

  private static final Fault ANSWERED =
      new Fault(
          "CS-CONS-14",
          "You answered elsewhere since this was read. Look at your requests again, then answer.");

  private final Set<Hash32> streams;
  private final Set<LedgerSlot> grants;
  private final QueueMark readFrom;

  private AnswersUnderWay(Set<Hash32> streams, Set<LedgerSlot> grants, QueueMark readFrom) {
    this.streams = streams;
    this.grants = grants;
    this.readFrom = readFrom;
  }

  /** From one year to another, in UTC. */
  public record Years(int first, int last) {}

  /**
   * The answers of one patient.
   *
   * @param organisations to whom the patient may have answered
   * @param grants where the patient's grants stand, which may be retracted
   * @param readFrom how far the outbox was before they were read
   * @throws RefusedException if the device does not agree
   */
  public static AnswersUnderWay of(
      PatientSession session,
      List<Organisation> organisations,
      Years years,
      Set<LedgerSlot> grants,
      QueueMark readFrom)
      throws RefusedException {
    Set<Hash32> streams = new HashSet<>();
    for (Organisation organisation : organisations) {
      for (SensitivityClass own : List.of(SensitivityClass.CONSENT, SensitivityClass.INDEX)) {
        for (int year = years.first(); year <= years.last(); year++) {
          StreamAccess stream =
              session.with(organisation).stream(OrganisationId.PATIENTS, own, 0, year);
          streams.add(stream.keys().fingerprint());
          stream.keys().close();
        }
      }
    }
    return new AnswersUnderWay(streams, Set.copyOf(grants), readFrom);
  }

  @Override
  public Optional<Fault> objection(HeldJobs held, List<Position> positions) {
    boolean underWay =
        held.pending().stream()
            .filter(job -> job.job().state() != JobState.FAILED)
            .anyMatch(this::isAnswer);
    if (underWay) {
      return Optional.of(UNDER_WAY);
    }
    boolean answered =
        readFrom.since(held).stream()
            .filter(job -> job.job().state() == JobState.FINAL)
            .anyMatch(this::isAnswer);
    return answered ? Optional.of(ANSWERED) : Optional.empty();
  }

  private boolean isAnswer(Queued queued) {
    return switch (queued) {
      case Queued.QueuedEntry entry ->
          entry.lane().isPatients() && streams.contains(entry.lane().stream());
      case Queued.QueuedRetraction retraction -> grants.contains(retraction.target());
      case Queued.QueuedAct act -> false;
    };
  }
}

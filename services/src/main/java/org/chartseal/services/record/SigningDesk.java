package org.chartseal.services.record;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.identity.OrganisationParty;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.outbox.BatchOutcome;
import org.chartseal.services.outbox.ChangeOutcome;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.LaneKey;
import org.chartseal.services.outbox.Outbox;
import org.chartseal.services.outbox.Queued.QueuedEntry;
import org.chartseal.services.outbox.Queued.QueuedRetraction;
import org.chartseal.services.outbox.RetractionDraft;
import org.chartseal.services.outbox.SignedBatch;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.SignedStatement;
import org.chartseal.signing.SignOutcome;

/**
 * Signs what waits in the outbox: one statement, one device operation, for as many entries as there
 * are.
 */
public final class SigningDesk {

  private final Outbox outbox;
  private final InstantSource clock;

  public SigningDesk(Outbox outbox, InstantSource clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  /** What came of signing. */
  public sealed interface Outcome {
    /** They are signed, durably: nothing that follows can lose them. */
    record Signed(int entries) implements Outcome {}

    /** Nothing was signed; the drafts wait as before. */
    record Refused(Fault fault) implements Outcome {}
  }

  /**
   * Signs the drafts in these lanes that only this key can sign and that an earlier run left
   * behind: what comes after them would wait for them.
   */
  Outcome signLeftOver(UnlockedIdentity keys, OrganisationId organisation, Set<LaneKey> lanes) {
    List<JobId> jobs =
        outbox.unsigned(organisation, KeyId.of(keys.signing().publicKey())).stream()
            .filter(draft -> draft instanceof QueuedEntry entry && lanes.contains(entry.lane()))
            .map(draft -> draft.job().id())
            .toList();
    return jobs.isEmpty() ? new Outcome.Signed(0) : sign(keys, organisation, jobs);
  }

  /**
   * Signs the retractions of what these drafts replace: with the author's key what it wrote, with
   * the organisation's own the rest (DESIGN §3.4). They are sent when the drafts are final, so they
   * are signed first: a kill in between retracts nothing.
   */
  public Outcome signRetractions(
      UnlockedIdentity author, OrganisationParty organisation, List<JobId> drafts) {
    KeyId own = KeyId.of(author.signing().publicKey());
    List<JobId> written = new ArrayList<>();
    List<JobId> others = new ArrayList<>();
    for (QueuedRetraction retraction : outbox.unsignedAfter(drafts)) {
      (retraction.author().equals(own) ? written : others).add(retraction.job().id());
    }
    Outcome first =
        written.isEmpty() ? new Outcome.Signed(0) : sign(author, organisation.id(), written);
    return others.isEmpty() || first instanceof Outcome.Refused
        ? first
        : sign(organisation.keys(), organisation.id(), others);
  }

  /**
   * Queues a retraction and signs it. One of the same owner that an earlier run left unsigned is
   * signed, and one that is on its way goes on: a kill or a second call in between leaves nothing
   * that waits for nobody, and retracts once.
   */
  Outcome signRetraction(
      UnlockedIdentity keys,
      OrganisationId organisation,
      RetractionDraft.OfOrganisation retraction) {
    Optional<QueuedRetraction> before =
        outbox.ofOwner(retraction.owner()).stream()
            .filter(QueuedRetraction.class::isInstance)
            .map(QueuedRetraction.class::cast)
            .filter(queued -> queued.target().equals(retraction.target()))
            .filter(queued -> queued.job().state() != JobState.FAILED)
            .findFirst();
    if (before.isPresent() && before.get().job().state() != JobState.DRAFT) {
      return new Outcome.Signed(0);
    }
    QueuedRetraction queued =
        before.orElseGet(() -> outbox.retract(List.of(retraction)).getFirst());
    List<JobId> jobs = List.of(queued.job().id());
    Outcome outcome = sign(keys, organisation, jobs);
    if (outcome instanceof Outcome.Refused) {
      discard(jobs);
    }
    return outcome;
  }

  /** Forgets drafts that nobody is going to sign; what another draft follows already stays. */
  void discard(List<JobId> drafts) {
    drafts.reversed().forEach(outbox::discard);
  }

  /**
   * Signs drafts of one organisation, either all entries or all retractions.
   *
   * @param keys the unlocked device of the author, whom entries name
   */
  public Outcome sign(UnlockedIdentity keys, OrganisationId organisation, List<JobId> jobs) {
    return switch (outbox.prepare(
        organisation, KeyId.of(keys.signing().publicKey()), jobs, clock.instant())) {
      case BatchOutcome.Refused(var fault) -> new Outcome.Refused(fault);
      case BatchOutcome.Prepared(var statement, var ordered) ->
          switch (keys.sign(statement.bytes())) {
            case SignOutcome.SignRefused(var fault) ->
                new Outcome.Refused(new Fault(fault.code().shortCode(), fault.sentence()));
            case SignOutcome.Signed(var signature) -> {
              SignedStatement signed =
                  new SignedStatement(statement, keys.signing().publicKey(), signature);
              yield switch (outbox.signed(new SignedBatch(signed, ordered))) {
                case ChangeOutcome.Refused(var fault) -> new Outcome.Refused(fault);
                case ChangeOutcome.Done done -> new Outcome.Signed(ordered.size());
              };
            }
          };
    };
  }
}

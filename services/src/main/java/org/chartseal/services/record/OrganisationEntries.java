package org.chartseal.services.record;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chartseal.services.identity.OrganisationParty;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.outbox.LaneKey;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.outbox.RetractionDraft;
import org.chartseal.services.record.internal.Drafts;
import org.chartseal.services.seal.EntryReference;
import org.chartseal.services.seal.KeyId;

/**
 * Writes what an organisation's console signs by itself, with the organisation's own key: requests,
 * receipts, ends.
 */
public final class OrganisationEntries {

  /** The lane in which a console allocates. */
  public static final int LANE = 0;

  private final RecordWriter writer;
  private final SigningDesk desk;
  private final DisplacedEntries displaced;

  public OrganisationEntries(RecordWriter writer, SigningDesk desk, DisplacedEntries displaced) {
    this.writer = writer;
    this.desk = desk;
    this.displaced = displaced;
  }

  /**
   * Seals, queues and signs. When it returns {@link WriteOutcome.Queued}, the outbox holds them
   * signed; otherwise nothing of them is left there.
   *
   * <p>What an earlier run of the organisation left unsigned in the same lanes is signed first, and
   * what lost its place there gets another.
   */
  public WriteOutcome write(OrganisationParty author, List<EntryDraft> drafts, Owner owner) {
    if (displaced.restore(author.id(), among(drafts), author.keys())
        instanceof DisplacedEntries.Outcome.Waiting(var fault)) {
      return new WriteOutcome.Refused(fault);
    }
    Set<LaneKey> lanes = drafts.stream().map(Drafts::lane).collect(Collectors.toSet());
    if (finish(author, lanes) instanceof SigningDesk.Outcome.Refused(var fault)) {
      return new WriteOutcome.Refused(fault);
    }
    return switch (writer.queue(drafts, owner)) {
      case WriteOutcome.Refused refused -> refused;
      case WriteOutcome.Queued queued -> {
        List<JobId> jobs = queued.entries().stream().map(entry -> entry.job().id()).toList();
        yield switch (desk.sign(author.keys(), author.id(), jobs)) {
          case SigningDesk.Outcome.Refused(var fault) -> {
            desk.discard(jobs);
            yield new WriteOutcome.Refused(fault);
          }
          case SigningDesk.Outcome.Signed signed -> queued;
        };
      }
    };
  }

  /**
   * Retracts what the organisation wrote, without a word in its place. When it returns, that is
   * signed.
   *
   * @param author under whose key it stands: the organisation's own of that time
   * @param owner of the retraction: what an earlier call queued with it is gone on with
   */
  public SigningDesk.Outcome retract(
      OrganisationParty organisation, EntryReference written, KeyId author, Owner owner) {
    return desk.signRetraction(
        organisation.keys(),
        organisation.id(),
        new RetractionDraft.OfOrganisation(
            new LedgerSlot(organisation.id(), written.slot()),
            written.recordDigest(),
            author,
            owner,
            Set.of()));
  }

  private static StreamFinder among(List<EntryDraft> drafts) {
    return lane ->
        drafts.stream()
            .filter(draft -> Drafts.lane(draft).equals(lane))
            .findFirst()
            .map(draft -> new StreamFinder.Known(draft.stream(), draft.stream()));
  }

  /** Signs what an earlier run of the organisation left unsigned in these lanes. */
  public SigningDesk.Outcome finish(OrganisationParty author, Set<LaneKey> lanes) {
    return desk.signLeftOver(author.keys(), author.id(), lanes);
  }
}

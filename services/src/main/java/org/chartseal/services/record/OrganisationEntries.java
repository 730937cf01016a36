package org.chartseal.services.record;

import java.util.List;
import org.chartseal.services.identity.OrganisationParty;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.outbox.Queued;

/**
 * Writes what an organisation's console signs by itself, with the organisation's own key: requests,
 * receipts, ends.
 */
public final class OrganisationEntries {

  /** The lane in which a console allocates. */
  public static final int LANE = 0;

  private final RecordWriter writer;
  private final SigningDesk desk;

  public OrganisationEntries(RecordWriter writer, SigningDesk desk) {
    this.writer = writer;
    this.desk = desk;
  }

  /**
   * Seals, queues and signs. When it returns {@link WriteOutcome.Queued}, the outbox holds them
   * signed.
   */
  public WriteOutcome write(OrganisationParty author, List<EntryDraft> drafts, Owner owner) {
    return switch (writer.queue(drafts, owner)) {
      case WriteOutcome.Refused refused -> refused;
      case WriteOutcome.Queued queued ->
          switch (desk.sign(
              author.keys(),
              author.id(),
              queued.entries().stream().map(Queued::job).map(job -> job.id()).toList())) {
            case SigningDesk.Outcome.Refused(var fault) -> new WriteOutcome.Refused(fault);
            case SigningDesk.Outcome.Signed signed -> queued;
          };
    };
  }
}

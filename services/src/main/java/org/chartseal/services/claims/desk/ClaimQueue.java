package org.chartseal.services.claims.desk;

import java.util.List;
import org.chartseal.services.identity.OrganisationParty;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.outbox.Outbox;
import org.chartseal.services.outbox.Queued;
import org.chartseal.services.record.DisplacedEntries;
import org.chartseal.services.record.RecordWriter;
import org.chartseal.services.record.SigningDesk;

/** What the desks write with. */
public record ClaimQueue(
    RecordWriter writer, SigningDesk signing, DisplacedEntries displaced, Outbox outbox) {

  /** What of an organisation waits for its signature under labels of a kind. */
  List<Queued.QueuedEntry> waiting(OrganisationParty writer, String kind) {
    return outbox.unsigned(writer.id()).stream()
        .filter(Queued.QueuedEntry.class::isInstance)
        .map(Queued.QueuedEntry.class::cast)
        .filter(entry -> entry.job().owner().label().startsWith(kind))
        .toList();
  }

  /** Signs entries with the organisation's own key, all by one operation of the device. */
  SigningDesk.Outcome signAll(OrganisationParty author, List<Queued.QueuedEntry> entries) {
    if (entries.isEmpty()) {
      return new SigningDesk.Outcome.Signed(0);
    }
    List<JobId> jobs = entries.stream().map(entry -> entry.job().id()).toList();
    return signing.sign(author.keys(), author.id(), jobs);
  }

  /** Signs whatever waits under labels of a kind, what a crash left behind too. */
  SigningDesk.Outcome signWaiting(OrganisationParty author, String kind) {
    return signAll(author, waiting(author, kind));
  }
}

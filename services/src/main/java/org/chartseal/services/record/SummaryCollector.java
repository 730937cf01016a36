package org.chartseal.services.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.chartseal.services.blocks.Cid;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.clinical.SummaryRequest;
import org.chartseal.services.clinical.SummaryRequest.Completeness;
import org.chartseal.services.clinical.SummaryRequest.Source;
import org.chartseal.services.seal.OrganisationId;

/** Takes the entries of an opening and keeps, for a patient summary, the proven ones. */
public final class SummaryCollector implements Consumer<RecordEntry> {

  private final Function<RecordEntry, String> names;
  private final Function<OrganisationId, String> organisations;
  private final List<Source> sources = new ArrayList<>();
  private int leftOut;

  /**
   * @param names how people name an entry
   * @param organisations the names of organisations
   */
  public SummaryCollector(
      Function<RecordEntry, String> names, Function<OrganisationId, String> organisations) {
    this.names = names;
    this.organisations = organisations;
  }

  @Override
  public void accept(RecordEntry entry) {
    if (!entry.isProven() || entry.content().isEmpty() || entry.reference().isEmpty()) {
      leftOut++;
      return;
    }
    OrganisationId writer = entry.where().writer();
    sources.add(
        new Source(
            names.apply(entry),
            new Cid(entry.reference().get().digests().manifestDigest()).text(),
            entry.anchor().slot().slot().value().hex(),
            entry.anchor().word().anchoredAt(),
            entry.author().orElse(""),
            writer,
            organisations.apply(writer),
            entry.content().get()));
  }

  /** What a summary is made of. */
  public SummaryRequest request(PatientDetails patient, RecordOutcome.Opened how, Instant made) {
    return new SummaryRequest(
        patient,
        made,
        how.at().number(),
        how.complete() ? Completeness.COMPLETE : Completeness.PARTIAL,
        leftOut,
        sources);
  }
}

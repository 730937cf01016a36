package org.chartseal.services.consent;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.chartseal.services.clinical.AuditEventResources;
import org.chartseal.services.clinical.ConsentResources;
import org.chartseal.services.clinical.RevocationResources;
import org.chartseal.services.consent.internal.BookCollector;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.record.RecordOutcome;
import org.chartseal.services.record.RecordReader;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.SensitivityClass;

/** Reads what a patient and an organisation agreed, from either side of the pair. */
public final class PairBooks {

  private final RecordReader reader;
  private final ConsentResources consents;
  private final RevocationResources revocations;
  private final AuditEventResources receipts;
  private final InstantSource clock;

  public PairBooks(
      RecordReader reader,
      ConsentResources consents,
      RevocationResources revocations,
      AuditEventResources receipts,
      InstantSource clock) {
    this.reader = reader;
    this.consents = consents;
    this.revocations = revocations;
    this.receipts = receipts;
    this.clock = clock;
  }

  /**
   * Reads the book of a pair. A card is as old as its holder's oldest agreement, so the years since
   * its issue suffice.
   */
  public PairBookOutcome read(PatientCard card, OrganisationId organisation, PairStreams pair) {
    return read(
        card,
        organisation,
        pair,
        year ->
            List.of(
                pair.stream(organisation, SensitivityClass.CONSENT, 0, year),
                pair.stream(organisation, SensitivityClass.ACCESS, 0, year),
                pair.stream(OrganisationId.PATIENTS, SensitivityClass.CONSENT, 0, year),
                pair.stream(OrganisationId.PATIENTS, SensitivityClass.INDEX, 0, year)));
  }

  /** The patient's answers alone, for those who look often; the rest of the book stays empty. */
  PairBookOutcome answers(PatientCard card, OrganisationId organisation, PairStreams pair) {
    return read(
        card,
        organisation,
        pair,
        year -> List.of(pair.stream(OrganisationId.PATIENTS, SensitivityClass.CONSENT, 0, year)));
  }

  /** The organisation's requests alone; the rest of the book stays empty. */
  PairBookOutcome requests(PatientCard card, OrganisationId organisation, PairStreams pair) {
    return read(
        card,
        organisation,
        pair,
        year -> List.of(pair.stream(organisation, SensitivityClass.CONSENT, 0, year)));
  }

  private PairBookOutcome read(
      PatientCard card,
      OrganisationId organisation,
      PairStreams pair,
      IntFunction<List<StreamAccess>> ofYear) {
    List<StreamAccess> streams = new ArrayList<>();
    int from = card.issuedAt().atZone(ZoneOffset.UTC).getYear();
    int to = clock.instant().atZone(ZoneOffset.UTC).getYear();
    for (int year = from; year <= to; year++) {
      streams.addAll(ofYear.apply(year));
    }
    BookCollector collector =
        new BookCollector(organisation, consents, revocations, receipts, clock.instant());
    try {
      return switch (reader.read(pair.patient(), streams, Progress.NONE, collector)) {
        case RecordOutcome.Failed(var fault) -> new PairBookOutcome.Failed(fault);
        case RecordOutcome.Stopped stopped ->
            throw new IllegalStateException("nobody asked to stop");
        case RecordOutcome.Opened opened ->
            collector.doubt().isPresent()
                ? new PairBookOutcome.Failed(doubt(collector.doubt().get()))
                : new PairBookOutcome.Read(collector.book(opened.at()));
      };
    } finally {
      streams.forEach(stream -> stream.keys().close());
    }
  }

  private static Fault doubt(String reason) {
    return new Fault(
        "CS-CONS-01",
        "What was agreed with this patient cannot be read with certainty ("
            + reason
            + "). Nothing is opened. Try again when the network is well.");
  }
}

package org.chartseal.services.consent;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chartseal.services.clinical.ActorReference;
import org.chartseal.services.clinical.Reading;
import org.chartseal.services.clinical.RevocationResources;
import org.chartseal.services.clinical.StreamAct;
import org.chartseal.services.consent.internal.Descriptions;
import org.chartseal.services.identity.Organisation;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.record.EntryDraft;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.record.PatientWriter;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.RecordOutcome;
import org.chartseal.services.record.RecordReader;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.record.WriteOutcome;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Part;
import org.chartseal.services.seal.PartRole;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SensitivityClass;

/** The patient's index: with whom they have streams (DESIGN §3.2). Nobody else can read it. */
public final class Relations {

  private final RecordReader reader;
  private final PatientWriter writer;
  private final RevocationResources acts;
  private final InstantSource clock;
  private final Descriptions descriptions = new Descriptions();

  public Relations(
      RecordReader reader, PatientWriter writer, RevocationResources acts, InstantSource clock) {
    this.reader = reader;
    this.writer = writer;
    this.acts = acts;
    this.clock = clock;
  }

  /**
   * The organisations in the index, in the order in which they were added.
   *
   * @throws RefusedException if the index cannot be read
   */
  public Set<OrganisationId> read(PatientSession session) throws RefusedException {
    List<RecordEntry> entries = new ArrayList<>();
    PairStreams self = session.self();
    List<StreamAccess> streams = new ArrayList<>();
    for (int year = year(session.patient().card().issuedAt());
        year <= year(clock.instant());
        year++) {
      streams.add(self.stream(OrganisationId.PATIENTS, SensitivityClass.INDEX, 0, year));
    }
    try {
      switch (reader.read(self.patient(), streams, Progress.NONE, entries::add)) {
        case RecordOutcome.Failed(var fault) -> throw new RefusedException(fault);
        case RecordOutcome.Stopped stopped ->
            throw new IllegalStateException("nobody asked to stop");
        case RecordOutcome.Opened opened -> requireProven(entries);
      }
    } finally {
      streams.forEach(stream -> stream.keys().close());
    }
    Set<OrganisationId> organisations = new LinkedHashSet<>();
    entries.forEach(entry -> organisations.addAll(named(entry)));
    return organisations;
  }

  /**
   * Adds an organisation to the index.
   *
   * @param lane 0 at the patient's own console, 1 at a desk
   * @throws RefusedException if the device does not agree
   */
  public WriteOutcome add(PatientSession session, Organisation organisation, int lane, Owner owner)
      throws RefusedException {
    PatientCard card = session.patient().card();
    Instant now = clock.instant();
    StreamAct act =
        new StreamAct(
            UUID.randomUUID().toString(),
            StreamAct.Kind.RELATION,
            new ActorReference(ActorReference.Kind.PATIENT, card.party().toString(), ""),
            new ActorReference(
                ActorReference.Kind.ORGANISATION,
                organisation.id().toString(),
                organisation.name()),
            SensitivityClass.GENERAL,
            0,
            now);
    EntryDraft draft =
        new EntryDraft(
            session.self().stream(OrganisationId.PATIENTS, SensitivityClass.INDEX, 0, year(now)),
            lane,
            descriptions.of(session.patient(), EntryKind.RELATION, "Relation", now),
            descriptions.content(acts.resource(act)),
            Optional.empty());
    return writer.queue(
        session.patient().keys(), session.slots(), List.of(draft), List.of(), owner);
  }

  /** An organisation that is overlooked would go on reading after a revocation. */
  private static void requireProven(List<RecordEntry> entries) throws RefusedException {
    if (!entries.stream().allMatch(RecordEntry::isProven)) {
      throw new RefusedException(
          new Fault(
              "CS-CONS-11",
              "Your list of organisations cannot be read with certainty now, so nothing was shown or changed. Try again when the network is well."));
    }
  }

  private List<OrganisationId> named(RecordEntry entry) {
    List<OrganisationId> named = new ArrayList<>();
    for (Part part : entry.content().orElseThrow().parts(PartRole.RESOURCE)) {
      if (acts.read(part.bytes()) instanceof Reading.Understood<StreamAct>(StreamAct act)
          && act.kind() == StreamAct.Kind.RELATION) {
        named.add(new OrganisationId(Long.parseLong(act.writer().identifier())));
      }
    }
    return named;
  }

  private static int year(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).getYear();
  }
}

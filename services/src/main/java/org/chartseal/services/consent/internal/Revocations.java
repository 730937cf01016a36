package org.chartseal.services.consent.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.chartseal.services.clinical.ActorReference;
import org.chartseal.services.clinical.RevocationResources;
import org.chartseal.services.clinical.StreamAct;
import org.chartseal.services.consent.Capability;
import org.chartseal.services.consent.Grant;
import org.chartseal.services.consent.GrantStatus;
import org.chartseal.services.consent.PatientBooks;
import org.chartseal.services.consent.PatientSession;
import org.chartseal.services.identity.Organisation;
import org.chartseal.services.record.EntryDraft;
import org.chartseal.services.record.PatientWriter;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Part;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.seal.StreamId;

/**
 * Plans what a revocation takes: retractions, new generations, and the grants that remain,
 * reissued.
 */
public final class Revocations {

  private static final int OWN_CONSOLE = 0;

  private final Answers answers;
  private final RevocationResources acts;
  private final InstantSource clock;
  private final Descriptions descriptions = new Descriptions();

  public Revocations(Answers answers, RevocationResources acts, InstantSource clock) {
    this.answers = answers;
    this.acts = acts;
    this.clock = clock;
  }

  /** What is to be written and retracted in one step. */
  public record Plan(List<EntryDraft> entries, List<PatientWriter.Retraction> retractions) {}

  private record Opened(OrganisationId writer, SensitivityClass sensitivity) {}

  /**
   * Plans the revocation of all grants with this id.
   *
   * @param sources every organisation in the patient's index
   * @throws RefusedException if the device does not agree, or no grant with this id is left to
   *     revoke
   */
  public Plan plan(
      PatientSession session, PatientBooks known, String id, List<Answers.Source> sources)
      throws RefusedException {
    List<Grant> revoked = new ArrayList<>();
    List<Grant> remaining = new ArrayList<>();
    for (Grant grant : known.grants()) {
      if (grant.entry().anchor().word().retractedAt().isEmpty()) {
        (grant.terms().id().equals(id) ? revoked : remaining).add(grant);
      }
    }
    if (revoked.isEmpty()) {
      throw new RefusedException(
          new Fault(
              "CS-CONS-10",
              "There is no consent with this number that could be revoked. List what is shared, and choose one of it."));
    }
    Set<Opened> streams = new LinkedHashSet<>();
    for (Grant grant : revoked) {
      for (Capability capability : grant.capabilities()) {
        streams.add(new Opened(capability.writer(), capability.sensitivity()));
      }
    }
    List<EntryDraft> entries = new ArrayList<>();
    List<Answers.Source> advanced = new ArrayList<>();
    for (Answers.Source source : sources) {
      advance(session, source, streams).ifPresent(entries::add);
      advanced.add(new Answers.Source(source.organisation(), next(source, streams)));
    }
    requireSources(streams, sources);
    for (Grant grant : newestOfEach(remaining)) {
      boolean touched =
          !(grant.status() instanceof GrantStatus.Expired)
              && grant.capabilities().stream()
                  .anyMatch(
                      open -> streams.contains(new Opened(open.writer(), open.sensitivity())));
      if (touched) {
        entries.add(answers.grant(session, grantee(grant, sources), grant.terms(), advanced));
      }
    }
    List<PatientWriter.Retraction> retractions = new ArrayList<>();
    for (Grant grant : revoked) {
      retractions.add(retraction(session, grant, sources));
    }
    return new Plan(entries, retractions);
  }

  /**
   * A writer whom nobody tells of the new generation would go on writing for the revoked reader.
   */
  private static void requireSources(Set<Opened> streams, List<Answers.Source> sources)
      throws RefusedException {
    for (Opened opened : streams) {
      if (sources.stream().noneMatch(known -> known.organisation().id().equals(opened.writer()))) {
        throw new RefusedException(
            new Fault(
                "CS-CONS-12",
                "The consent covers organisation "
                    + opened.writer()
                    + ", which is not in your list. Nothing was revoked. Read your list again, then revoke."));
      }
    }
  }

  /** A grant that was reissued before stands several times under its id: the newest holds all. */
  private static List<Grant> newestOfEach(List<Grant> grants) {
    Map<String, Grant> newest = new LinkedHashMap<>();
    for (Grant grant : grants) {
      newest.merge(
          grant.terms().id(),
          grant,
          (one, other) -> anchoredAt(one).isAfter(anchoredAt(other)) ? one : other);
    }
    return List.copyOf(newest.values());
  }

  private static Instant anchoredAt(Grant grant) {
    return grant.entry().anchor().word().anchoredAt();
  }

  private static ToIntFunction<SensitivityClass> next(Answers.Source source, Set<Opened> streams) {
    return sensitivity ->
        source.generation().applyAsInt(sensitivity)
            + (streams.contains(new Opened(source.organisation().id(), sensitivity)) ? 1 : 0);
  }

  /** One entry to a writer, with an act for each of its streams that begin anew. */
  private Optional<EntryDraft> advance(
      PatientSession session, Answers.Source source, Set<Opened> streams) throws RefusedException {
    Organisation writer = source.organisation();
    Instant now = clock.instant();
    List<Part> parts = new ArrayList<>();
    for (Opened opened : streams) {
      if (opened.writer().equals(writer.id())) {
        parts.addAll(
            descriptions.content(acts.resource(act(session, source, opened, now))).parts());
      }
    }
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new EntryDraft(
            own(session, writer, SensitivityClass.INDEX, now.atZone(ZoneOffset.UTC).getYear()),
            OWN_CONSOLE,
            descriptions.of(session.patient(), EntryKind.ADVANCE, "New generation", now),
            new Content(parts),
            Optional.empty()));
  }

  private static StreamAct act(
      PatientSession session, Answers.Source source, Opened opened, Instant now) {
    Organisation writer = source.organisation();
    return new StreamAct(
        UUID.randomUUID().toString(),
        StreamAct.Kind.ADVANCE,
        new ActorReference(
            ActorReference.Kind.PATIENT, session.patient().card().party().toString(), ""),
        new ActorReference(ActorReference.Kind.ORGANISATION, writer.id().toString(), writer.name()),
        opened.sensitivity(),
        source.generation().applyAsInt(opened.sensitivity()) + 1,
        now);
  }

  private static StreamAccess own(
      PatientSession session, Organisation with, SensitivityClass sensitivity, int year)
      throws RefusedException {
    return session.with(with).stream(OrganisationId.PATIENTS, sensitivity, 0, year);
  }

  private static Organisation grantee(Grant grant, List<Answers.Source> sources)
      throws RefusedException {
    for (Answers.Source source : sources) {
      if (source.organisation().id().equals(grant.grantee())) {
        return source.organisation();
      }
    }
    throw WriterStreams.unknown(grant.grantee());
  }

  private static PatientWriter.Retraction retraction(
      PatientSession session, Grant grant, List<Answers.Source> sources) throws RefusedException {
    RecordEntry entry = grant.entry();
    StreamId stream = entry.where().stream();
    return new PatientWriter.Retraction(
        own(session, grantee(grant, sources), stream.sensitivity(), stream.year()),
        entry.anchor().place(),
        entry.reference().orElseThrow());
  }
}

package org.chartseal.services.consent;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chartseal.services.clinical.ActorReference;
import org.chartseal.services.clinical.ConsentResources;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.clinical.RevocationResources;
import org.chartseal.services.consent.internal.Answers;
import org.chartseal.services.consent.internal.AnswersUnderWay;
import org.chartseal.services.consent.internal.Revocations;
import org.chartseal.services.consent.internal.WriterStreams;
import org.chartseal.services.identity.Directory;
import org.chartseal.services.identity.Organisation;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.outbox.QueueMark;
import org.chartseal.services.record.PairStreamFinder;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.record.PatientWriter;
import org.chartseal.services.record.QueueGuard;
import org.chartseal.services.record.WriteOutcome;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.RefusedException;

/**
 * The patient's side: what is asked, what is shared, who looked; approving, refusing, revoking
 * (DESIGN §3.6).
 */
public final class PatientDesk {

  private static final Fault TAKEN_BACK =
      new Fault(
          "CS-CONS-16", "This request was taken back since. There is nothing to answer any more.");

  private final Relations relations;
  private final PairBooks books;
  private final Directory directory;
  private final PatientWriter writer;
  private final InstantSource clock;
  private final Answers answers;
  private final Revocations revocations;

  public PatientDesk(
      Relations relations,
      PairBooks books,
      Directory directory,
      PatientWriter writer,
      ConsentResources consents,
      RevocationResources acts,
      InstantSource clock) {
    this.relations = relations;
    this.books = books;
    this.directory = directory;
    this.writer = writer;
    this.clock = clock;
    this.answers = new Answers(consents, clock);
    this.revocations = new Revocations(answers, acts, clock);
  }

  /**
   * Everything that the patient agreed with the organisations in their index. Nothing is signed.
   *
   * @throws RefusedException if index or streams cannot be read
   */
  public PatientBooks read(PatientSession session) throws RefusedException {
    QueueMark readFrom = writer.mark();
    List<PairBook> read = new ArrayList<>();
    boolean whole = false;
    try {
      for (OrganisationId id : relations.read(session)) {
        Organisation organisation = directory.find(id).orElseThrow(() -> WriterStreams.unknown(id));
        switch (books.read(session.patient().card(), id, session.with(organisation))) {
          case PairBookOutcome.Failed(var fault) -> throw new RefusedException(fault);
          case PairBookOutcome.Read(var book) -> read.add(book);
        }
      }
      whole = true;
      return new PatientBooks(read, readFrom);
    } finally {
      if (!whole) {
        read.forEach(PairBook::close);
      }
    }
  }

  /**
   * Grants what was asked for, or less. As with every answer, what the patient signed here before
   * and lost its place to another machine's entry gets the next one, and nothing is queued until
   * the answers before it are final.
   *
   * @param terms the request's terms, or narrower ones with the same id
   * @throws RefusedException if the device does not agree, the terms are wider than the request, or
   *     that was taken back
   */
  public WriteOutcome approve(
      PatientSession session, PatientBooks known, Ask ask, ConsentTerms terms, Owner owner)
      throws RefusedException {
    requireWithin(terms, ask.terms());
    requireStanding(session, ask);
    List<Answers.Source> sources = sources(known);
    restore(session, sources);
    return writer.queue(
        session.patient().keys(),
        session.slots(),
        List.of(answers.grant(session, asker(ask), terms, sources)),
        List.of(),
        owner,
        guard(session, known, sources));
  }

  /**
   * Refuses a request, which tells the asker so.
   *
   * @throws RefusedException if the device does not agree
   */
  public WriteOutcome refuse(PatientSession session, PatientBooks known, Ask ask, Owner owner)
      throws RefusedException {
    List<Answers.Source> sources = sources(known);
    restore(session, sources);
    return writer.queue(
        session.patient().keys(),
        session.slots(),
        List.of(answers.refusal(session, asker(ask), ask.terms())),
        List.of(),
        owner,
        guard(session, known, sources));
  }

  /**
   * Revokes a consent: retracts its grants, begins a new generation of every stream that they
   * opened, and gives the grants that remain to others their capabilities for it, in one step
   * (DESIGN §3.2).
   *
   * @param id of the consent's terms
   * @throws RefusedException if the device does not agree, or there is nothing to revoke
   */
  public WriteOutcome revoke(PatientSession session, PatientBooks known, String id, Owner owner)
      throws RefusedException {
    List<Answers.Source> sources = sources(known);
    restore(session, sources);
    Revocations.Plan plan = revocations.plan(session, known, id, sources);
    return writer.queue(
        session.patient().keys(),
        session.slots(),
        plan.entries(),
        plan.retractions(),
        owner,
        guard(session, known, sources));
  }

  private void restore(PatientSession session, List<Answers.Source> sources)
      throws RefusedException {
    List<PairStreams> pairs = new ArrayList<>(List.of(session.self()));
    for (Answers.Source source : sources) {
      pairs.add(session.with(source.organisation()));
    }
    for (PairStreams pair : pairs) {
      try (PairStreamFinder streams = own(session, pair)) {
        writer.restore(session.patient().keys(), session.slots(), streams);
      } catch (RefusedException _) {
        // It waits in the outbox for the next answer; until then the guard lets no other in.
      }
    }
  }

  /** The patient's own streams in a pair. */
  private PairStreamFinder own(PatientSession session, PairStreams pair) {
    AnswersUnderWay.Years years = years(session);
    return new PairStreamFinder(
        pair, OrganisationId.PATIENTS, years.first(), years.last(), sensitivity -> 0);
  }

  private QueueGuard guard(PatientSession session, PatientBooks known, List<Answers.Source> sources)
      throws RefusedException {
    return AnswersUnderWay.of(
        session,
        sources.stream().map(Answers.Source::organisation).toList(),
        years(session),
        known.grants().stream()
            .map(grant -> grant.entry().anchor().slot())
            .collect(Collectors.toSet()),
        known.readFrom());
  }

  private AnswersUnderWay.Years years(PatientSession session) {
    return new AnswersUnderWay.Years(
        session.patient().card().issuedAt().atZone(ZoneOffset.UTC).getYear(),
        clock.instant().atZone(ZoneOffset.UTC).getYear());
  }

  /**
   * Sends what failed of an act again: its entries with a new signature, its retractions as they
   * were signed.
   *
   * @param owner the act's label
   * @throws RefusedException if index or streams cannot be read, or it cannot be sent now
   */
  public void sendAgain(PatientSession session, Owner owner) throws RefusedException {
    signAnew(session, session.self(), owner);
    for (OrganisationId id : relations.read(session)) {
      Organisation organisation = directory.find(id).orElseThrow(() -> WriterStreams.unknown(id));
      signAnew(session, session.with(organisation), owner);
    }
    writer.retry(owner);
  }

  private void signAnew(PatientSession session, PairStreams pair, Owner owner)
      throws RefusedException {
    try (PairStreamFinder streams = own(session, pair)) {
      writer.signAnew(session.slots(), streams, owner);
    }
  }

  private List<Answers.Source> sources(PatientBooks known) throws RefusedException {
    List<Answers.Source> sources = new ArrayList<>();
    for (PairBook book : known.books()) {
      Organisation organisation =
          directory
              .find(book.organisation())
              .orElseThrow(() -> WriterStreams.unknown(book.organisation()));
      sources.add(new Answers.Source(organisation, book::generation));
    }
    return sources;
  }

  /** The books may have been open for a while. */
  private void requireStanding(PatientSession session, Ask ask) throws RefusedException {
    PairStreams pair = session.with(asker(ask));
    switch (books.requests(session.patient().card(), ask.asker(), pair)) {
      case PairBookOutcome.Failed(var fault) -> throw new RefusedException(fault);
      case PairBookOutcome.Read(PairBook book) -> {
        try (book) {
          if (book.takenBack().contains(ask.terms().id())) {
            throw new RefusedException(TAKEN_BACK);
          }
        }
      }
    }
  }

  private Organisation asker(Ask ask) throws RefusedException {
    return directory.find(ask.asker()).orElseThrow(() -> WriterStreams.unknown(ask.asker()));
  }

  private static void requireWithin(ConsentTerms granted, ConsentTerms asked)
      throws RefusedException {
    boolean within =
        granted.id().equals(asked.id())
            && granted.patient().identifier().equals(asked.patient().identifier())
            && granted.grantee().identifier().equals(asked.grantee().identifier())
            && isWithin(writers(granted), writers(asked))
            && granted.purpose() == asked.purpose()
            && asked.classes().containsAll(granted.classes())
            && !granted.classes().isEmpty()
            && isWithin(granted.years(), asked.years())
            && !granted.from().isBefore(asked.from())
            && !granted.until().isAfter(asked.until());
    if (!within) {
      throw new RefusedException(
          new Fault(
              "CS-CONS-08",
              "The answer gives more than was asked for. Narrow it, then approve again."));
    }
  }

  /** An empty set stands for everything. */
  private static boolean isWithin(Set<?> granted, Set<?> asked) {
    return asked.isEmpty() || (!granted.isEmpty() && asked.containsAll(granted));
  }

  private static Set<String> writers(ConsentTerms terms) {
    return terms.writers().stream().map(ActorReference::identifier).collect(Collectors.toSet());
  }
}

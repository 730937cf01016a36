package org.chartseal.services.consent;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.chartseal.services.clinical.AccessReceipt;
import org.chartseal.services.clinical.ActorReference;
import org.chartseal.services.clinical.AuditEventResources;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.clinical.PurposeOfUse;
import org.chartseal.services.consent.internal.Descriptions;
import org.chartseal.services.consent.internal.OpeningPlan;
import org.chartseal.services.identity.OrganisationParty;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.record.DisplacedEntries;
import org.chartseal.services.record.EntryDraft;
import org.chartseal.services.record.OrganisationEntries;
import org.chartseal.services.record.PairStreamFinder;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.RecordReader;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.record.WriteOutcome;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SensitivityClass;

/**
 * Opens a patient's record under a grant: checks the grant, queues the access receipt durably, then
 * reads (DESIGN §3.6). Without a grant that is proven to hold, nothing is opened, the
 * organisation's own entries included.
 */
public final class RecordOpening {

  private final PairBooks books;
  private final RecordReader reader;
  private final OrganisationEntries entries;
  private final DisplacedEntries displaced;
  private final AuditEventResources audits;
  private final InstantSource clock;
  private final Descriptions descriptions = new Descriptions();

  public RecordOpening(
      PairBooks books,
      RecordReader reader,
      OrganisationEntries entries,
      DisplacedEntries displaced,
      AuditEventResources audits,
      InstantSource clock) {
    this.books = books;
    this.reader = reader;
    this.entries = entries;
    this.displaced = displaced;
    this.audits = audits;
    this.clock = clock;
  }

  /** Opens the whole record with its contents. */
  public OpeningOutcome open(
      OrganisationParty reading,
      ActorReference practitioner,
      PatientCard card,
      PairStreams pair,
      PurposeOfUse purpose,
      Owner owner,
      Progress progress,
      Consumer<RecordEntry> sink) {
    return open(
        reading, practitioner, card, pair, purpose, owner, OpeningScope.EVERYTHING, progress, sink);
  }

  /**
   * Opens the record.
   *
   * @param reading the organisation for which it is opened
   * @param practitioner who opens it
   * @param scope what of it is read
   * @param sink takes each entry, newest year first
   */
  public OpeningOutcome open(
      OrganisationParty reading,
      ActorReference practitioner,
      PatientCard card,
      PairStreams pair,
      PurposeOfUse purpose,
      Owner owner,
      OpeningScope scope,
      Progress progress,
      Consumer<RecordEntry> sink) {
    return switch (books.read(card, reading.id(), pair)) {
      case PairBookOutcome.Failed(var fault) -> new OpeningOutcome.Refused(fault);
      case PairBookOutcome.Read(var book) -> {
        try (book) {
          List<Grant> valid = valid(book, purpose);
          if (valid.isEmpty()) {
            yield new OpeningOutcome.Refused(whyNot(book));
          }
          restore(reading, card, pair, book);
          WriteOutcome receipt =
              entries.write(
                  reading,
                  List.of(receipt(reading, practitioner, card, pair, purpose, valid)),
                  owner);
          yield switch (receipt) {
            case WriteOutcome.Refused(var fault) -> new OpeningOutcome.Refused(fault);
            case WriteOutcome.Queued queued ->
                read(reading.id(), card, pair, book, valid, scope, progress, sink);
          };
        }
      }
    };
  }

  /**
   * Reads on in a record that is open, without another receipt: of what the organisation that
   * opened it wrote itself, only what was signed where it is open, as its reader has seen that. The
   * grant has to hold still.
   *
   * @param reading the organisation for which it was opened
   * @param scope the places of what was signed there
   * @param sink takes each entry, newest year first
   */
  public OpeningOutcome readOwn(
      OrganisationId reading,
      PatientCard card,
      PairStreams pair,
      PurposeOfUse purpose,
      OpeningScope scope,
      Progress progress,
      Consumer<RecordEntry> sink) {
    return switch (books.read(card, reading, pair)) {
      case PairBookOutcome.Failed(var fault) -> new OpeningOutcome.Refused(fault);
      case PairBookOutcome.Read(var book) -> {
        try (book) {
          List<Grant> valid = valid(book, purpose);
          yield valid.isEmpty()
              ? new OpeningOutcome.Refused(whyNot(book.grants()))
              : read(reading, card, pair, book, valid, scope.writtenBy(reading), progress, sink);
        }
      }
    };
  }

  /**
   * Why a record that is open has to be closed: a consent under which it was opened is proven to
   * hold no more. It takes no more than the patient's answers, and nothing of the record is read.
   *
   * @param under the terms of the opening; none if it was refused, or has not come to its end
   * @return the reason; empty as long as all of them hold
   * @throws RefusedException if that cannot be proven now
   */
  public Optional<Fault> over(
      OrganisationId reading,
      PatientCard card,
      PairStreams pair,
      PurposeOfUse purpose,
      List<ConsentTerms> under)
      throws RefusedException {
    Instant now = clock.instant();
    Optional<Instant> ended =
        under.stream()
            .map(ConsentTerms::until)
            .filter(until -> !now.isBefore(until))
            .max(Comparator.naturalOrder());
    if (ended.isPresent()) {
      return Optional.of(whyNot(new GrantStatus.Expired(ended.get())));
    }
    return switch (books.answers(card, reading, pair)) {
      case PairBookOutcome.Failed(var fault) -> throw new RefusedException(fault);
      case PairBookOutcome.Read(var book) -> {
        try (book) {
          yield over(book, purpose, under);
        }
      }
    };
  }

  private static Optional<Fault> over(PairBook book, PurposeOfUse purpose, List<ConsentTerms> under)
      throws RefusedException {
    Set<String> holding =
        valid(book, purpose).stream().map(grant -> grant.terms().id()).collect(Collectors.toSet());
    Set<String> needed = under.stream().map(ConsentTerms::id).collect(Collectors.toSet());
    boolean open = needed.isEmpty() ? !holding.isEmpty() : holding.containsAll(needed);
    if (open) {
      return Optional.empty();
    }
    List<Grant> lost =
        book.grants().stream()
            .filter(grant -> needed.isEmpty() || needed.contains(grant.terms().id()))
            .filter(grant -> !holding.contains(grant.terms().id()))
            .toList();
    if (newest(lost).filter(grant -> grant.status() instanceof GrantStatus.Unknown).isPresent()) {
      throw new RefusedException(whyNot(lost));
    }
    return Optional.of(whyNot(lost));
  }

  private static List<Grant> valid(PairBook book, PurposeOfUse purpose) {
    return book.grants().stream()
        .filter(grant -> grant.isValid() && grant.terms().purpose() == purpose)
        .toList();
  }

  /**
   * What the organisation itself signed in this pair gets its place again; if not now, then with
   * the next opening.
   */
  private void restore(
      OrganisationParty reading, PatientCard card, PairStreams pair, PairBook book) {
    int today = clock.instant().atZone(ZoneOffset.UTC).getYear();
    try (PairStreamFinder streams =
        new PairStreamFinder(pair, reading.id(), card.firstYear(today), today, book::generation)) {
      displaced.restore(reading.id(), streams, reading.keys());
    }
  }

  private OpeningOutcome read(
      OrganisationId reading,
      PatientCard card,
      PairStreams pair,
      PairBook book,
      List<Grant> grants,
      OpeningScope scope,
      Progress progress,
      Consumer<RecordEntry> sink) {
    int today = clock.instant().atZone(ZoneOffset.UTC).getYear();
    List<StreamAccess> streams =
        new OpeningPlan(reading, card, pair, today).streams(grants, book::generation);
    try {
      return new OpeningOutcome.Opened(
          grants.stream().map(Grant::terms).toList(),
          reader.read(
              pair.patient(),
              streams.stream().filter(scope::covers).toList(),
              scope.detail(),
              scope.places(),
              progress,
              sink));
    } finally {
      streams.forEach(stream -> stream.keys().close());
    }
  }

  private EntryDraft receipt(
      OrganisationParty reading,
      ActorReference practitioner,
      PatientCard card,
      PairStreams pair,
      PurposeOfUse purpose,
      List<Grant> grants) {
    Instant now = clock.instant();
    List<SensitivityClass> classes =
        grants.stream().flatMap(grant -> grant.terms().classes().stream()).distinct().toList();
    AccessReceipt receipt =
        new AccessReceipt(
            UUID.randomUUID().toString(),
            now,
            practitioner,
            new ActorReference(
                ActorReference.Kind.ORGANISATION, reading.id().toString(), reading.name()),
            new ActorReference(
                ActorReference.Kind.PATIENT, card.party().toString(), card.person().name()),
            purpose,
            grants.getFirst().entry().anchor().slot().slot().toString(),
            classes,
            "");
    return new EntryDraft(
        pair.stream(reading.id(), SensitivityClass.ACCESS, 0, now.atZone(ZoneOffset.UTC).getYear()),
        OrganisationEntries.LANE,
        descriptions.of(reading, card.party(), EntryKind.RECEIPT, "Record opened", now),
        descriptions.content(audits.resource(receipt)),
        Optional.empty());
  }

  private static Optional<Grant> newest(List<Grant> grants) {
    return grants.stream().max(Comparator.comparing(RecordOpening::given));
  }

  private static Instant given(Grant grant) {
    return grant.entry().anchor().word().anchoredAt();
  }

  /** When the patient said the last word about a grant. */
  private static Instant lastSaid(Grant grant) {
    return grant.status() instanceof GrantStatus.Revoked(var at) ? at : given(grant);
  }

  /** The newest request, if it came after the last word and was answered with no. */
  private static Optional<Ask> refusedSince(PairBook book, Instant lastSaid) {
    return book.asks().stream()
        .max(Comparator.comparing(Ask::askedAt))
        .filter(Ask::answered)
        .filter(ask -> ask.askedAt().isAfter(lastSaid))
        .filter(ask ->
            book.grants().stream().noneMatch(grant -> grant.terms().id().equals(ask.terms().id())));
  }

  private static Fault whyNot(PairBook book) {
    Instant lastSaid = newest(book.grants()).map(RecordOpening::lastSaid).orElse(Instant.MIN);
    return refusedSince(book, lastSaid)
        .map(ask -> refused(ask.askedAt().toString()))
        .orElseGet(() -> whyNot(book.grants()));
  }

  private static Fault refused(String asked) {
    return new Fault(
        "CS-CONS-15",
        "The patient refused what was asked at "
            + asked
            + ". Nothing can be opened; ask again if care requires it.",
        List.of(asked));
  }

  private static Fault whyNot(List<Grant> grants) {
    return newest(grants)
        .map(grant -> whyNot(grant.status()))
        .orElseGet(() ->
            new Fault(
                "CS-CONS-02",
                "The patient has not granted access to this organisation. Ask for consent first."));
  }

  private static Fault whyNot(GrantStatus status) {
    return switch (status) {
      case GrantStatus.Revoked(var at) ->
          new Fault(
              "CS-CONS-03",
              "The patient revoked the consent at "
                  + at
                  + ". Nothing can be opened; ask again if care requires it.",
              List.of(at.toString()));
      case GrantStatus.Expired(var at) ->
          new Fault(
              "CS-CONS-04",
              "The consent ended at " + at + ". Ask for a new one.",
              List.of(at.toString()));
      case GrantStatus.NotYet(var from) ->
          new Fault(
              "CS-CONS-05",
              "The consent begins at " + from + ". Until then nothing can be opened.",
              List.of(from.toString()));
      case GrantStatus.Unknown(var check) ->
          new Fault(
              "CS-CONS-06",
              "Whether the consent still holds cannot be proven now: "
                  + check.reason()
                  + " Nothing is opened. Try again when the network is well.");
      case GrantStatus.Valid valid ->
          new Fault(
              "CS-CONS-07",
              "The patient's consent is for another purpose. Ask for consent for this one.");
    };
  }
}

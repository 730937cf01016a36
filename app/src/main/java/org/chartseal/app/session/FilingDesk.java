package org.chartseal.app.session;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.claims.EarlierServices;
import org.chartseal.services.clinical.ActorReference;
import org.chartseal.services.clinical.ClinicalNote;
import org.chartseal.services.clinical.NoteContent;
import org.chartseal.services.clinical.ParsedEntry;
import org.chartseal.services.consent.PairBook;
import org.chartseal.services.consent.StreamKeeper;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.outbox.Queued;
import org.chartseal.services.record.DisplacedEntries;
import org.chartseal.services.record.DocumentFiling;
import org.chartseal.services.record.PairStreamFinder;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.record.Replaced;
import org.chartseal.services.record.SigningDesk;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.seal.ClinicalDate;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Part;
import org.chartseal.services.seal.PartRole;
import org.chartseal.services.seal.PartyId;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.seal.StreamId;

/**
 * Adds documents and notes to a patient's record and signs all of them with one use of the author's
 * key.
 */
public final class FilingDesk implements AutoCloseable {

  private static final String FHIR_JSON = "application/fhir+json";

  private final Workspace workspace;
  private final Seat seat;
  private final PatientCard card;
  private final String patient;
  private final PairStreams pair;
  private final PairBook book;

  private FilingDesk(
      Workspace workspace,
      Seat seat,
      PatientCard card,
      String patient,
      PairStreams pair,
      PairBook book) {
    this.workspace = workspace;
    this.seat = seat;
    this.card = card;
    this.patient = patient;
    this.pair = pair;
    this.book = book;
  }

  /**
   * Opens at the console of somebody whose device is unlocked: what the author wrote and lost its
   * place is given the next one too.
   *
   * @param patient how the caller names the patient
   */
  public static FilingDesk open(Workspace workspace, Desk desk, PatientCard card, String patient)
      throws RefusedException {
    FilingDesk filing = open(workspace, desk.seat(), card, patient);
    boolean open = false;
    try {
      if (!desk.keys().equals(desk.organisation().keys())) {
        filing.restore(desk.keys());
      }
      open = true;
      return filing;
    } finally {
      if (!open) {
        filing.close();
      }
    }
  }

  /**
   * Reads in which generation the organisation writes now, ends what the patient has ended, and
   * gives what the organisation wrote and lost its place to another console's entries the next one.
   *
   * @param patient how the caller names the patient
   */
  public static FilingDesk open(Workspace workspace, Seat seat, PatientCard card, String patient)
      throws RefusedException {
    PairStreams pair = seat.pair(card);
    boolean open = false;
    try {
      PairBook book = seat.book(card, pair);
      FilingDesk filing = new FilingDesk(workspace, seat, card, patient, pair, book);
      try {
        filing.keepEnds();
        filing.restore(seat.organisation().keys());
        open = true;
        return filing;
      } finally {
        if (!open) {
          book.close();
        }
      }
    } finally {
      if (!open) {
        pair.close();
      }
    }
  }

  private void keepEnds() throws RefusedException {
    if (workspace
            .consents()
            .keeper()
            .keep(seat.organisation(), card, pair, book, new Owner("stream-end"))
        instanceof StreamKeeper.Outcome.Failed(var fault)) {
      throw new RefusedException(fault);
    }
  }

  /**
   * Seals anew and signs what these keys signed in this record and lost its place. What cannot be
   * done now waits in the outbox for the next time.
   *
   * @return how many entries have a place again
   */
  public int restore(UnlockedIdentity keys) {
    return restore(keys, entry -> true);
  }

  /**
   * The same for what the author was shown.
   *
   * @return how many entries have a place again
   */
  public int restore(UnlockedIdentity keys, Predicate<JobId> shown) {
    int today = workspace.clock().instant().atZone(ZoneOffset.UTC).getYear();
    try (PairStreamFinder streams =
        new PairStreamFinder(
            pair, seat.organisation().id(), card.firstYear(today), today, book::generation)) {
      return workspace.records().displaced().restore(seat.organisation().id(), streams, keys, shown)
              instanceof DisplacedEntries.Outcome.Restored(int entries)
          ? entries
          : 0;
    }
  }

  /** A note of the author's own in words alone, as an entry to be filed. */
  public ParsedEntry note(String title, List<String> paragraphs, InstantSource clock) {
    return note(NoteContent.words(title, paragraphs), clock);
  }

  /** A note of the author's own, as an entry to be filed. */
  public ParsedEntry note(NoteContent content, InstantSource clock) {
    ClinicalNote note =
        new ClinicalNote(
            UUID.randomUUID().toString(),
            clock.instant(),
            seat.practitioner(),
            seat.organisationReference(),
            new ActorReference(
                ActorReference.Kind.PATIENT, card.party().value().hex(), card.person().name()),
            content);
    List<Part> parts = new ArrayList<>();
    for (byte[] resource : workspace.clinical().notes().resources(note)) {
      parts.add(new Part(PartRole.RESOURCE, FHIR_JSON, resource));
    }
    return new ParsedEntry(
        "note",
        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
        content.title(),
        seat.person().name(),
        SensitivityClass.GENERAL,
        Map.of(),
        new Content(parts),
        card.person());
  }

  /** Files entries, which wait for {@link #sign}. */
  public List<DocumentFiling.Filed> file(List<ParsedEntry> entries, DocumentFiling.Match match)
      throws RefusedException {
    EarlierServices earlier =
        workspace
            .records()
            .services()
            .before(seat.organisation().id(), pair, book::generation, entries, Set.of());
    return switch (workspace
        .records()
        .filing()
        .file(seat.author(), card, pair, book::generation, earlier, entries, match)) {
      case DocumentFiling.Outcome.Refused(var fault) -> throw new RefusedException(fault);
      case DocumentFiling.Outcome.Done(var filed) -> filed;
    };
  }

  /** Files one entry in the place of another of the organisation, which is taken back with it. */
  public DocumentFiling.Filed replace(
      ParsedEntry entry, DocumentFiling.Match match, Replaced replaced) throws RefusedException {
    EarlierServices earlier =
        workspace
            .records()
            .services()
            .before(
                seat.organisation().id(),
                pair,
                book::generation,
                List.of(entry),
                Set.of(replaced.slot()));
    return workspace
        .records()
        .filing()
        .replace(seat.author(), card, pair, book::generation, earlier, entry, match, replaced);
  }

  /** Takes an entry back: what says why stands in its place. */
  public DocumentFiling.Filed withdraw(Replaced replaced, String reason) throws RefusedException {
    ParsedEntry said = note("Withdrawn", reason.lines().toList(), workspace.clock());
    ParsedEntry withdrawal =
        new ParsedEntry(
            EntryKind.VOID.code(),
            replaced.date(),
            said.title(),
            said.authorName(),
            replaced.stream().sensitivity(),
            Map.of(),
            said.content(),
            said.patient());
    return replace(withdrawal, DocumentFiling.Match.REQUIRED, replaced);
  }

  /**
   * One of the organisation's own entries about this patient.
   *
   * @throws RefusedException if it is not there, or was taken back
   */
  public Replaced own(EntryName name) throws RefusedException {
    if (!name.writer().equals(seat.organisation().id())) {
      throw new RefusedException(
          new Fault(
              "CS-FILE-04",
              "Only the organisation that wrote an entry can correct it or take it back. Ask "
                  + new OrganisationText(workspace.identity().directory()).of(name.writer())
                  + "."));
    }
    StreamId stream =
        new StreamId(PartyId.of(name.writer()), name.sensitivity(), name.generation(), name.year());
    return workspace.records().own().find(seat.organisation(), pair, stream, name.place());
  }

  /**
   * Signs what was filed and is not signed yet, an earlier run's too, and the retraction of what it
   * replaces.
   *
   * @param keys the author's unlocked device
   * @return how many entries were signed
   */
  public int sign(UnlockedIdentity keys, List<DocumentFiling.Filed> filed) throws RefusedException {
    List<JobId> unsigned =
        filed.stream()
            .flatMap(one -> queued(one).stream())
            .filter(entry -> entry.job().state() == JobState.DRAFT)
            .map(entry -> entry.job().id())
            .distinct()
            .toList();
    if (unsigned.isEmpty()) {
      return 0;
    }
    if (workspace.records().signing().signRetractions(keys, seat.organisation(), unsigned)
        instanceof SigningDesk.Outcome.Refused(var fault)) {
      throw new RefusedException(fault);
    }
    return switch (workspace.records().signing().sign(keys, seat.organisation().id(), unsigned)) {
      case SigningDesk.Outcome.Refused(var fault) -> throw new RefusedException(fault);
      case SigningDesk.Outcome.Signed(int entries) -> entries;
    };
  }

  /** How people name an entry that was filed. */
  public String name(ParsedEntry entry, Queued.QueuedEntry queued) {
    int now = workspace.clock().instant().atZone(ZoneOffset.UTC).getYear();
    int year = ClinicalDate.utcYear(entry.date()).orElse(now);
    SensitivityClass sensitivity = entry.sensitivity();
    for (int generation = book.generation(sensitivity); generation >= 0; generation--) {
      StreamAccess stream = pair.stream(seat.organisation().id(), sensitivity, generation, year);
      try {
        if (stream.slot(queued.place()).equals(queued.slot())) {
          return EntryName.of(patient, stream.writer(), stream.stream(), queued.place()).toString();
        }
      } finally {
        stream.keys().close();
      }
    }
    return queued.slot().slot().value().hex();
  }

  private static List<Queued.QueuedEntry> queued(DocumentFiling.Filed filed) {
    return switch (filed) {
      case DocumentFiling.Filed.Drafted drafted -> List.of(drafted.queued());
      case DocumentFiling.Filed.Known known -> List.of(known.before());
      case DocumentFiling.Filed.OtherPatient other -> List.of();
      case DocumentFiling.Filed.Refused refused -> List.of();
    };
  }

  @Override
  public void close() {
    book.close();
    pair.close();
  }
}

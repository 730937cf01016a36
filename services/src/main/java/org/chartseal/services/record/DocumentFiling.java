package org.chartseal.services.record;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.chartseal.services.claims.BillableServices;
import org.chartseal.services.claims.EarlierServices;
import org.chartseal.services.claims.RecordedService;
import org.chartseal.services.clinical.MatchExplanation;
import org.chartseal.services.clinical.ParsedEntry;
import org.chartseal.services.clinical.PatientMatcher;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.outbox.Outbox;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.outbox.Queued;
import org.chartseal.services.record.internal.ServiceCounter;
import org.chartseal.services.seal.ClinicalDate;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.EntryDescription;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.EntryReference;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.NamedService;
import org.chartseal.services.seal.NullifierKey;
import org.chartseal.services.seal.Part;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SensitivityClass;

/**
 * Files documents into a patient's record as drafts that wait for their author's signature.
 *
 * <p>A document of another patient is filed only on a deliberate word; the same document twice
 * stays one entry.
 */
public final class DocumentFiling {

  /** Where nobody would look for it: a record is opened from the year of birth on. */
  private static final Fault BEFORE_BIRTH =
      new Fault(
          "CS-WRITE-05",
          "The document is dated before the patient's birth. Correct its date, or look whether it is this patient's.");

  private static final Fault UNFIT =
      new Fault(
          "CS-WRITE-07",
          "A text of the document is too long for the record, or is no text. Shorten its title and its summary, then add"
              + " it again.");

  private static final Fault REPLACED =
      new Fault(
          "CS-WRITE-09",
          "Another entry is already on its way to replace this one. Wait until it is final, then correct that one.");

  private static final Fault MORE_SENSITIVE =
      new Fault(
          "CS-WRITE-10",
          "The entry that is to be replaced is more sensitive than the new one, which must not point to it. Give the new document the same sensitivity label.");

  private final RecordWriter writer;
  private final Outbox outbox;
  private final PatientMatcher matcher;
  private final InstantSource clock;

  public DocumentFiling(
      RecordWriter writer, Outbox outbox, PatientMatcher matcher, InstantSource clock) {
    this.writer = writer;
    this.outbox = outbox;
    this.matcher = matcher;
    this.clock = clock;
  }

  /** Whether a document that does not name the patient beyond doubt is filed all the same. */
  public enum Match {
    /** Only what is surely about this patient. */
    REQUIRED,
    /** Somebody looked, and says that it belongs here. */
    DELIBERATE
  }

  /** What became of one document's entry. */
  public sealed interface Filed {

    /** The document's entry. */
    ParsedEntry entry();

    /** It waits for its signature. */
    record Drafted(ParsedEntry entry, Queued.QueuedEntry queued) implements Filed {}

    /** It was filed before; nothing was added. */
    record Known(ParsedEntry entry, Queued.QueuedEntry before) implements Filed {}

    /** It is about somebody else, or may be; nothing was added. */
    record OtherPatient(ParsedEntry entry, MatchExplanation match) implements Filed {}

    /** It cannot be an entry as it is: its date, a text that is too long. Nothing was added. */
    record Refused(ParsedEntry entry, Fault fault) implements Filed {}
  }

  /** What became of all of them. */
  public sealed interface Outcome {
    /** One result for each entry, in their order. */
    record Done(List<Filed> entries) implements Outcome {
      public Done {
        entries = List.copyOf(entries);
      }
    }

    /** Nothing was filed. */
    record Refused(Fault fault) implements Outcome {}
  }

  /**
   * Files entries.
   *
   * @param author who will sign
   * @param pair of the author's organisation and the patient
   * @param generation the present generation of the organisation's streams of a class
   * @param earlier services of that day that the organisation's entries hold already
   */
  public Outcome file(
      EntryAuthor author,
      PatientCard card,
      PairStreams pair,
      ToIntFunction<SensitivityClass> generation,
      EarlierServices earlier,
      List<ParsedEntry> entries,
      Match match) {
    Map<Integer, Filed> settled = new HashMap<>();
    List<Integer> open = new ArrayList<>();
    List<EntryDraft> drafts = new ArrayList<>();
    List<Owner> owners = new ArrayList<>();
    Set<Owner> seen = new HashSet<>();
    ServiceCounter counter = new ServiceCounter(earlier);
    try (NullifierKey nullifiers = pair.nullifierKey()) {
      for (int i = 0; i < entries.size(); i++) {
        ParsedEntry entry = entries.get(i);
        MatchExplanation explanation = matcher.compare(entry.patient(), card.person());
        if (explanation.verdict() != MatchExplanation.Verdict.SAME && match == Match.REQUIRED) {
          settled.put(i, new Filed.OtherPatient(entry, explanation));
          continue;
        }
        EntryDraft draft;
        try {
          draft =
              draft(author, card, pair, generation, counter, nullifiers, entry, Optional.empty());
        } catch (RefusedException e) {
          settled.put(i, new Filed.Refused(entry, e.fault()));
          continue;
        } catch (IllegalArgumentException e) {
          settled.put(i, new Filed.Refused(entry, UNFIT));
          continue;
        }
        Owner owner = fingerprint(pair, author, entry);
        Optional<Queued.QueuedEntry> before = before(owner);
        if (before.isPresent()) {
          settled.put(i, new Filed.Known(entry, before.get()));
        } else if (seen.add(owner)) {
          open.add(i);
          drafts.add(draft);
          owners.add(owner);
          counter.add(services(entry));
        }
      }
    }
    return queue(entries, settled, open, drafts, owners);
  }

  /**
   * Files an entry that takes the place of another, whose retraction is sent when it is final. A
   * correction of a document is filed like any document; what only takes the other back says why.
   *
   * @param earlier services of that day, without those of the replaced entry
   * @param entry of kind {@code void} if it only takes the other back
   */
  public Filed replace(
      EntryAuthor author,
      PatientCard card,
      PairStreams pair,
      ToIntFunction<SensitivityClass> generation,
      EarlierServices earlier,
      ParsedEntry entry,
      Match match,
      Replaced replaced) {
    MatchExplanation explanation = matcher.compare(entry.patient(), card.person());
    if (explanation.verdict() != MatchExplanation.Verdict.SAME && match == Match.REQUIRED) {
      return new Filed.OtherPatient(entry, explanation);
    }
    Owner owner =
        isVoid(entry)
            ? label("void-", pair, author, replaced.slot().slot().value())
            : fingerprint(pair, author, entry);
    Optional<Queued.QueuedEntry> before = before(owner);
    if (before.isPresent()) {
      return new Filed.Known(entry, before.get());
    }
    if (isBeingReplaced(replaced)) {
      return new Filed.Refused(entry, REPLACED);
    }
    if (!mayPointTo(entry.sensitivity(), replaced.stream().sensitivity())) {
      return new Filed.Refused(entry, MORE_SENSITIVE);
    }
    try (NullifierKey nullifiers = pair.nullifierKey()) {
      EntryDraft draft =
          draft(
              author,
              card,
              pair,
              generation,
              new ServiceCounter(earlier),
              nullifiers,
              entry,
              Optional.of(replaced.reference()));
      return switch (writer.queueCorrection(draft, replaced, owner)) {
        case WriteOutcome.Refused(var fault) -> new Filed.Refused(entry, fault);
        case WriteOutcome.Queued(var queued) -> new Filed.Drafted(entry, queued.getFirst());
      };
    } catch (RefusedException e) {
      return new Filed.Refused(entry, e.fault());
    } catch (IllegalArgumentException e) {
      return new Filed.Refused(entry, UNFIT);
    }
  }

  private static boolean isVoid(ParsedEntry entry) {
    return entry.kind().equals(EntryKind.VOID.code());
  }

  private boolean isBeingReplaced(Replaced replaced) {
    return outbox.pending().stream()
        .anyMatch(queued ->
            queued instanceof Queued.QueuedRetraction retraction
                && retraction.target().equals(replaced.slot()));
  }

  /** No entry of a less sensitive class points into a more sensitive one (DESIGN §3.2). */
  private static boolean mayPointTo(SensitivityClass from, SensitivityClass to) {
    return from.equals(to) || to.equals(SensitivityClass.GENERAL);
  }

  private Outcome queue(
      List<ParsedEntry> entries,
      Map<Integer, Filed> settled,
      List<Integer> open,
      List<EntryDraft> drafts,
      List<Owner> owners) {
    if (!drafts.isEmpty()) {
      switch (writer.queueEach(drafts, owners)) {
        case WriteOutcome.Refused(var fault) -> {
          return new Outcome.Refused(fault);
        }
        case WriteOutcome.Queued(var queued) -> {
          for (int i = 0; i < open.size(); i++) {
            settled.put(open.get(i), new Filed.Drafted(entries.get(open.get(i)), queued.get(i)));
          }
        }
      }
    }
    List<Filed> results = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Filed result = settled.get(i);
      // What is neither settled nor queued stood in the list before.
      results.add(result != null ? result : repeated(entries, settled, i));
    }
    return new Outcome.Done(results);
  }

  private static Filed repeated(List<ParsedEntry> entries, Map<Integer, Filed> settled, int index) {
    ParsedEntry entry = entries.get(index);
    for (int i = 0; i < index; i++) {
      if (settled.get(i) instanceof Filed.Drafted(ParsedEntry first, Queued.QueuedEntry queued)
          && first.fingerprint().equals(entry.fingerprint())) {
        return new Filed.Known(entry, queued);
      }
    }
    throw new IllegalStateException("an entry was neither filed nor explained");
  }

  private EntryDraft draft(
      EntryAuthor author,
      PatientCard card,
      PairStreams pair,
      ToIntFunction<SensitivityClass> generation,
      ServiceCounter counter,
      NullifierKey nullifiers,
      ParsedEntry entry,
      Optional<EntryReference> replaces)
      throws RefusedException {
    Instant now = clock.instant();
    String date =
        entry.date().isEmpty() ? now.truncatedTo(ChronoUnit.SECONDS).toString() : entry.date();
    EntryDescription description =
        new EntryDescription(
            EntryKind.valueOf(entry.kind().toUpperCase(Locale.ROOT)),
            card.party(),
            author.organisation(),
            author.key(),
            author.name(),
            date,
            now,
            entry.title(),
            entry.summary(),
            author.certificates());
    List<NamedService> services =
        BillableServices.named(entry.content(), author.organisation(), nullifiers, counter);
    return new EntryDraft(
        pair.stream(
            author.organisation(),
            entry.sensitivity(),
            generation.applyAsInt(entry.sensitivity()),
            year(card, date)),
        OrganisationEntries.LANE,
        description,
        withNames(entry.content(), services),
        replaces);
  }

  private static List<RecordedService> services(ParsedEntry entry) {
    try {
      return BillableServices.in(entry.content(), EarlierServices.NONE);
    } catch (RefusedException e) {
      throw new IllegalStateException("its services were named before", e);
    }
  }

  private int year(PatientCard card, String date) throws RefusedException {
    int today = clock.instant().atZone(ZoneOffset.UTC).getYear();
    int year =
        ClinicalDate.utcYear(date).orElseThrow(() -> new RefusedException(RecordWriter.YEAR));
    if (year > today) {
      throw new RefusedException(RecordWriter.YEAR);
    }
    if (year < card.firstYear(today)) {
      throw new RefusedException(BEFORE_BIRTH);
    }
    return year;
  }

  private static Content withNames(Content content, List<NamedService> services) {
    if (services.isEmpty()) {
      return content;
    }
    List<Part> parts = new ArrayList<>(content.parts());
    parts.add(NamedService.part(services));
    return new Content(parts);
  }

  /** Names a document, and nothing to whoever lacks the secret of the pair. */
  private static Owner fingerprint(PairStreams pair, EntryAuthor author, ParsedEntry entry) {
    return label("doc-", pair, author, entry.fingerprint());
  }

  private static Owner label(String kind, PairStreams pair, EntryAuthor author, Hash32 named) {
    return new Owner(kind + pair.document(author.organisation(), named).hex().substring(0, 48));
  }

  private Optional<Queued.QueuedEntry> before(Owner owner) {
    return outbox.ofOwner(owner).stream()
        .filter(Queued.QueuedEntry.class::isInstance)
        .map(Queued.QueuedEntry.class::cast)
        .findFirst();
  }
}

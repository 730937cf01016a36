package org.chartseal.app.console.clinician;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.chartseal.app.console.Refusals;
import org.chartseal.app.export.Summaries;
import org.chartseal.app.session.EntryName;
import org.chartseal.app.session.Seat;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.clinical.ContentView;
import org.chartseal.services.clinical.ContentViewer;
import org.chartseal.services.clinical.EntryView;
import org.chartseal.services.clinical.PatientSummary;
import org.chartseal.services.clinical.PurposeOfUse;
import org.chartseal.services.clinical.SharedLines;
import org.chartseal.services.consent.OpeningOutcome;
import org.chartseal.services.consent.OpeningScope;
import org.chartseal.services.identity.Organisation;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.outbox.Outbox;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.RecordOutcome;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.StreamId;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.record.RecordDesk;
import org.chartseal.views.record.RecordItem;
import org.jspecify.annotations.Nullable;

/** Opens records at the seat of a clinician. */
public final class ClinicianRecord implements RecordDesk {

  /** Bytes of content in memory: some thousand entries. */
  private static final long CACHED = 64L << 20;

  private static final Fault STOPPED =
      new Fault("CS-SHOW-03", "Opening was stopped. Open the record again to go on.");
  private static final Fault GONE =
      new Fault(
          "CS-SHOW-04", "The content of this entry cannot be had now. Open the record again.");

  private final Seat seat;
  private final Workspace workspace;
  private final Billables billables;
  private final OpenedRecord record;
  private final ContentCache contents = new ContentCache(CACHED);

  private volatile @Nullable Opening newest;

  /**
   * The newest opening.
   *
   * @param read what of it is on the screen
   * @param said takes what its entries say
   */
  private record Opening(ReadSoFar read, Consumer<RecordItem> said) {}

  /** Under which it was opened; none before it was read to its end. */
  private volatile List<ConsentTerms> under = List.of();

  /**
   * @param billables is told of each entry that is read
   * @param record takes what the entries say
   */
  public ClinicianRecord(Seat seat, Billables billables, OpenedRecord record) {
    this.seat = seat;
    this.record = record;
    this.billables = billables;
    this.workspace = seat.workspace();
  }

  @Override
  public Opened open(Visitor visitor, Progress progress, Consumer<RecordItem> sink)
      throws RefusedException {
    Opening begun = begin(progress);
    Opened opened =
        read(
            visitor,
            begun.read().everything(),
            progress,
            taking(
                visitor,
                begun,
                item -> {
                  // If this opening is left half-way, the next one begins anew.
                  begun.read().took(item.entry());
                  begun.said().accept(item);
                },
                sink));
    if (begun.equals(newest)) {
      under = opened.terms();
    }
    return opened;
  }

  /** One that was stopped before it began takes nothing from the one that came after it. */
  private synchronized Opening begin(Progress progress) throws RefusedException {
    if (!progress.step(0, 0, "reading the ledger")) {
      throw new RefusedException(STOPPED);
    }
    forget();
    ReadSoFar read = Refusals.in(() -> new ReadSoFar(seat.organisation().id(), outbox()));
    Opening begun = new Opening(read, record.begin());
    newest = begun;
    return begun;
  }

  @Override
  public Optional<Fault> over(Visitor visitor) throws RefusedException {
    Opening asked = newest;
    Optional<Fault> why =
        Refusals.in(() -> {
          PatientCard card = visitor.card().card();
          try (PairStreams pair = seat.pair(card)) {
            return workspace
                .consents()
                .opening()
                .over(seat.organisation().id(), card, pair, PurposeOfUse.TREATMENT, under);
          }
        });
    if (why.isPresent()) {
      forget(asked);
    }
    return why;
  }

  private synchronized void forget(@Nullable Opening one) {
    if (Objects.equals(one, newest)) {
      forget();
    }
  }

  /** Nothing of what was read stays, and what is still being read does not come any more. */
  private synchronized void forget() {
    newest = null;
    under = List.of();
    contents.clear();
    record.end();
  }

  @Override
  public Coming coming(Visitor visitor) throws RefusedException {
    Opening now = newest;
    if (now == null) {
      return new Coming(0, 0);
    }
    ReadSoFar.Anchored anchored = Refusals.in(() -> now.read().since(outbox()));
    return new Coming(anchored.underway(), anchored.jobs().size());
  }

  @Override
  public Opened more(Visitor visitor, Source source, Progress progress, Consumer<RecordItem> sink)
      throws RefusedException {
    Opening now = newest;
    if (now == null) {
      throw new RefusedException(STOPPED);
    }
    ReadSoFar.Anchored anchored = Refusals.in(() -> now.read().since(outbox()));
    now.read().looksFor(anchored);
    Consumer<RecordEntry> taker = taking(visitor, now, now.said(), sink);
    return switch (source) {
      case ANYONE -> read(visitor, now.read().everything(), progress, taker);
      case SIGNED_HERE -> readOwn(visitor, now.read().in(anchored), progress, taker);
    };
  }

  @Override
  public void taken(List<RecordItem> batch) {
    Opening now = newest;
    if (now != null) {
      batch.forEach(item -> now.read().took(item.entry()));
    }
  }

  @Override
  public void takenAll() {
    Opening now = newest;
    if (now != null) {
      now.read().looked();
    }
  }

  private Consumer<RecordEntry> taking(
      Visitor visitor, Opening begun, Consumer<RecordItem> remember, Consumer<RecordItem> sink) {
    SharedLines shared = new SharedLines();
    return entry -> {
      if (!begun.equals(newest)) {
        return;
      }
      RecordItem item = item(visitor.alias(), entry, shared);
      remember.accept(item);
      sink.accept(item);
    };
  }

  private Outbox outbox() {
    return workspace.stores().outbox();
  }

  @Override
  public ContentView content(Visitor visitor, RecordItem item, Progress progress)
      throws RefusedException {
    Optional<Content> held = contents.find(item.name());
    Content content = held.isPresent() ? held.get() : readAgain(visitor, item, progress);
    return workspace.clinical().viewer().view(content);
  }

  @Override
  public PatientSummary summary(Visitor visitor, Progress progress) throws RefusedException {
    Summaries summaries = new Summaries(workspace, visitor.alias());
    Opened opened = read(visitor, OpeningScope.EVERYTHING, progress, summaries);
    return summaries.make(visitor.card().card().person(), opened.outcome());
  }

  /** What is not in memory any more is opened anew, which the patient sees as one more opening. */
  private Content readAgain(Visitor visitor, RecordItem item, Progress progress)
      throws RefusedException {
    Opening asked = newest;
    AtomicReference<@Nullable Content> found = new AtomicReference<>();
    StreamId stream = item.entry().where().stream();
    read(
        visitor,
        OpeningScope.stream(access -> access.stream().equals(stream)),
        progress,
        entry -> {
          if (EntryName.of(visitor.alias(), entry).toString().equals(item.name())) {
            entry.content().ifPresent(found::set);
          }
        });
    Content content = found.get();
    if (content == null) {
      throw new RefusedException(GONE);
    }
    if (asked != null && asked.equals(newest)) {
      contents.put(item.name(), content);
    }
    return content;
  }

  private Opened read(
      Visitor visitor, OpeningScope scope, Progress progress, Consumer<RecordEntry> sink)
      throws RefusedException {
    return Refusals.in(() -> {
      PatientCard card = visitor.card().card();
      try (PairStreams pair = seat.pair(card)) {
        OpeningOutcome outcome =
            workspace
                .consents()
                .opening()
                .open(
                    seat.organisation(),
                    seat.practitioner(),
                    card,
                    pair,
                    PurposeOfUse.TREATMENT,
                    new Owner("receipt"),
                    scope,
                    progress,
                    sink);
        return opened(outcome);
      }
    });
  }

  private Opened readOwn(
      Visitor visitor, OpeningScope scope, Progress progress, Consumer<RecordEntry> sink)
      throws RefusedException {
    return Refusals.in(() -> {
      PatientCard card = visitor.card().card();
      try (PairStreams pair = seat.pair(card)) {
        return opened(
            workspace
                .consents()
                .opening()
                .readOwn(
                    seat.organisation().id(),
                    card,
                    pair,
                    PurposeOfUse.TREATMENT,
                    scope,
                    progress,
                    sink));
      }
    });
  }

  private static Opened opened(OpeningOutcome outcome) throws RefusedException {
    return switch (outcome) {
      case OpeningOutcome.Refused(var fault) -> throw new RefusedException(fault);
      case OpeningOutcome.Opened(var terms, RecordOutcome.Failed(var fault)) ->
          throw new RefusedException(fault);
      case OpeningOutcome.Opened(var terms, RecordOutcome.Stopped stopped) ->
          throw new RefusedException(STOPPED);
      case OpeningOutcome.Opened(var terms, RecordOutcome.Opened opened) ->
          new Opened(terms, opened);
    };
  }

  private RecordItem item(String alias, RecordEntry entry, SharedLines shared) {
    String name = EntryName.of(alias, entry).toString();
    entry.content().ifPresent(content -> contents.put(name, content));
    billables.note(entry);
    String writer =
        workspace
            .identity()
            .directory()
            .find(entry.where().writer())
            .map(Organisation::name)
            .orElseGet(() -> entry.where().writer().toString());
    return new RecordItem(name, writer, entry.withoutContent(), shared.of(lines(entry)));
  }

  private List<EntryView.Line> lines(RecordEntry entry) {
    if (!entry.isProven()) {
      return List.of();
    }
    List<EntryView.Line> lines = new ArrayList<>();
    entry
        .content()
        .ifPresent(content -> {
          if (workspace.clinical().viewer().entry(content)
              instanceof ContentViewer.EntryOutcome.Shown(var view)) {
            view.sections().forEach(section -> lines.addAll(section.lines()));
          }
        });
    return lines;
  }
}

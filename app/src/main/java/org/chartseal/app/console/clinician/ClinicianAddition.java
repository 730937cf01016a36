package org.chartseal.app.console.clinician;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.chartseal.app.console.Refusals;
import org.chartseal.app.session.FilingDesk;
import org.chartseal.app.session.Seat;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.clinical.BatchReader.BatchReport;
import org.chartseal.services.clinical.DocumentView.Coded;
import org.chartseal.services.clinical.NoteContent;
import org.chartseal.services.clinical.NoteHint;
import org.chartseal.services.clinical.NoteHints;
import org.chartseal.services.clinical.ParsedEntry;
import org.chartseal.services.clinical.ReadResult;
import org.chartseal.services.clinical.RecordTerms;
import org.chartseal.services.record.DocumentFiling;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.addition.AdditionDesk;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.sign.SignDesk;

/** Adds documents and notes at the seat of a clinician; they wait, sealed, for their signature. */
public final class ClinicianAddition implements AdditionDesk {

  private static final int OFFERS = 8;

  private static final Fault STOPPED =
      new Fault(
          "CS-FILE-05", "Reading was stopped. Nothing was added. Choose the files again to go on.");

  private final Seat seat;
  private final Workspace workspace;
  private final Tray tray;
  private final OpenedRecord record;
  private final NoteHints hints = new NoteHints(NoteHints.USUAL_DAYS);
  private final RecordTerms terms = new RecordTerms(OFFERS);

  /**
   * @param record which is open while something is added to it
   */
  public ClinicianAddition(Seat seat, Tray tray, OpenedRecord record) {
    this.record = record;
    this.seat = seat;
    this.workspace = seat.workspace();
    this.tray = tray;
  }

  @Override
  public List<Added> documents(Visitor visitor, List<Path> files, Progress progress)
      throws RefusedException {
    return Refusals.in(() -> {
      List<Added> added = new ArrayList<>();
      List<ParsedEntry> entries = new ArrayList<>();
      BatchReport report =
          workspace
              .clinical()
              .batches()
              .read(
                  files,
                  progress,
                  file -> {
                    switch (file.result()) {
                      case ReadResult.Parsed parsed -> entries.addAll(parsed.entries());
                      case ReadResult.Rejected(var fault) ->
                          added.add(
                              new Added.Refused(String.valueOf(file.file().getFileName()), fault));
                    }
                  });
      if (report.stopped()) {
        throw new RefusedException(STOPPED);
      }
      added.addAll(file(visitor, entries, DocumentFiling.Match.REQUIRED));
      return added;
    });
  }

  @Override
  public Added anyway(Visitor visitor, ParsedEntry entry) throws RefusedException {
    return Refusals.in(
        () -> file(visitor, List.of(entry), DocumentFiling.Match.DELIBERATE).getFirst());
  }

  @Override
  public Added note(Visitor visitor, NoteContent content) throws RefusedException {
    return Refusals.in(() -> {
      try (FilingDesk filing = filing(visitor)) {
        ParsedEntry note = filing.note(content, workspace.clock());
        return added(visitor, filing.file(List.of(note), DocumentFiling.Match.DELIBERATE))
            .getFirst();
      }
    });
  }

  @Override
  public List<Coded> offer(RecordTerms.Field field, String typed) {
    return record.with(stated -> terms.offer(field, typed, stated));
  }

  @Override
  public Advice advise(NoteContent content) {
    LocalDate today = LocalDate.ofInstant(workspace.clock().instant(), ZoneId.systemDefault());
    List<Hint> found = new ArrayList<>();
    for (NoteHint hint : record.with(stated -> hints.on(content, stated, today))) {
      found.add(new Hint(hint, record.grade(hint.because().entry())));
    }
    return new Advice(
        found,
        record.count(OpenedRecord.Standing.PROVEN),
        record.count(OpenedRecord.Standing.UNPROVEN));
  }

  private List<Added> file(Visitor visitor, List<ParsedEntry> entries, DocumentFiling.Match match)
      throws RefusedException {
    if (entries.isEmpty()) {
      return List.of();
    }
    try (FilingDesk filing = filing(visitor)) {
      return added(visitor, filing.file(entries, match));
    }
  }

  private FilingDesk filing(Visitor visitor) throws RefusedException {
    return FilingDesk.open(workspace, seat, visitor.card().card(), visitor.alias());
  }

  private List<Added> added(Visitor visitor, List<DocumentFiling.Filed> filed) {
    List<Added> added = new ArrayList<>();
    for (DocumentFiling.Filed one : filed) {
      added.add(
          switch (one) {
            case DocumentFiling.Filed.Drafted(var entry, var queued) -> {
              tray.put(
                  queued.job().id(),
                  new Tray.Held(
                      new SignDesk.About(visitor.name(), entry.kind(), entry.title(), entry.date()),
                      visitor.card().card()));
              yield new Added.Waiting(entry.kind(), entry.title());
            }
            case DocumentFiling.Filed.Known(var entry, var before) ->
                new Added.Known(entry.kind(), entry.title());
            case DocumentFiling.Filed.OtherPatient(var entry, var match) ->
                new Added.OtherPatient(entry, match);
            case DocumentFiling.Filed.Refused(var entry, var fault) ->
                new Added.Refused(entry.title(), fault);
          });
    }
    return added;
  }
}

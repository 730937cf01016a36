package org.chartseal.app.console.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.chartseal.app.export.Summaries;
import org.chartseal.app.session.EntryName;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.RuleSentences;
import org.chartseal.services.claims.desk.ClaimPayment;
import org.chartseal.services.clinical.ContentView;
import org.chartseal.services.clinical.ContentViewer;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.clinical.PatientSummary;
import org.chartseal.services.consent.PatientBooks;
import org.chartseal.services.consent.PatientSession;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.RecordOutcome;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.myrecord.MyRecordDesk;

/** A patient's own record, and what insurers told them. */
public final class PatientRecord implements MyRecordDesk {

  private final PatientSeat seat;
  private final ContentViewer viewer;
  private final OrganisationNames names;

  public PatientRecord(PatientSeat seat) {
    this.seat = seat;
    this.viewer = seat.workspace().clinical().viewer();
    this.names = new OrganisationNames(seat.workspace().identity().directory());
  }

  @Override
  public RecordOutcome read(Progress progress, Consumer<RecordEntry> sink) throws RefusedException {
    return seat.read(session -> {
      Workspace workspace = seat.workspace();
      // What insurers told is little, and must not wait for a long life.
      RecordOutcome costs = workspace.claims().patients().read(session, progress, sink);
      if (!(costs instanceof RecordOutcome.Opened told)) {
        return costs;
      }
      return switch (clinical(workspace, session, progress, sink)) {
        case RecordOutcome.Opened opened -> together(told, opened);
        case RecordOutcome.Failed failed -> failed;
        case RecordOutcome.Stopped stopped -> stopped;
      };
    });
  }

  private static RecordOutcome clinical(
      Workspace workspace, PatientSession session, Progress progress, Consumer<RecordEntry> sink)
      throws RefusedException {
    try (PatientBooks books = workspace.consents().patients().read(session)) {
      return workspace.consents().ownRecord().read(session, books, progress, sink);
    }
  }

  private static RecordOutcome together(RecordOutcome.Opened told, RecordOutcome.Opened opened) {
    List<Fault> gaps = new ArrayList<>(told.gaps());
    gaps.addAll(opened.gaps());
    return new RecordOutcome.Opened(
        opened.at(), told.entries() + opened.entries(), gaps.stream().distinct().toList());
  }

  @Override
  public ContentView readable(Content content) {
    return viewer.view(content);
  }

  @Override
  public Optional<Decision> decision(RecordEntry entry) {
    return entry
        .description()
        .filter(said -> said.kind() == EntryKind.EOB)
        .flatMap(said -> seat.workspace().claims().patients().decision(entry));
  }

  @Override
  public RuleSentences rules() {
    return seat.workspace().claims().rules().sentences();
  }

  @Override
  public Optional<ClaimPayment> payment(RecordEntry entry) throws RefusedException {
    return seat.read(session ->
        Optional.ofNullable(
            seat.workspace().claims().patients().payments(List.of(entry)).get(entry)));
  }

  @Override
  public PatientDetails patient() throws RefusedException {
    return seat.read(session -> session.patient().card().person());
  }

  @Override
  public PatientSummary summary(List<RecordEntry> entries, RecordOutcome.Opened how)
      throws RefusedException {
    Summaries summaries = new Summaries(seat.workspace(), seat.patient().alias());
    entries.forEach(summaries);
    return summaries.make(patient(), how);
  }

  @Override
  public String name(RecordEntry entry) {
    return EntryName.of(seat.patient().alias(), entry).toString();
  }

  @Override
  public String organisation(OrganisationId id) {
    return names.of(id);
  }
}

package org.chartseal.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.session.Desk;
import org.chartseal.app.session.EntryName;
import org.chartseal.app.session.FilingDesk;
import org.chartseal.app.session.Patients;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.clinical.PurposeOfUse;
import org.chartseal.services.consent.OpeningScope;
import org.chartseal.services.identity.SignedCard;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.RecordOutcome;
import org.chartseal.services.record.Replaced;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;

/** The entry that a command names, and the ways in which it is found at an organisation's desk. */
final class NamedEntry {

  private final EntryName name;

  private NamedEntry(EntryName name) {
    this.name = name;
  }

  /** Reads a name, before anything is opened. */
  static NamedEntry of(Invocation invocation, String text) throws CommandFailure, HomeException {
    EntryName name =
        EntryName.parse(text)
            .orElseThrow(() ->
                CommandFailure.usage(
                    "CS-USE-13",
                    "'"
                        + text
                        + "' is no entry's name. Names read like PATIENT/2.N.0.2026.0.0; 'chartseal record' shows them."));
    invocation.checkPatient(name.patient());
    return new NamedEntry(name);
  }

  /** How the patient is named whose entry it is. */
  String patient() {
    return name.patient();
  }

  /** The card of the patient, who is known at the desk. */
  SignedCard card(Desk desk) throws RefusedException, HomeException {
    return new Patients(desk.workspace()).known(desk.organisation().id(), name.patient());
  }

  /**
   * The entry in a record that the patient granted, which leaves its receipt, or in one's own.
   *
   * @param sending carries the receipt on
   */
  RecordEntry opened(
      Invocation invocation, Workspace workspace, PurposeOfUse purpose, Sending sending)
      throws CommandFailure, RefusedException, HomeException {
    List<RecordEntry> found = new ArrayList<>();
    RecordOpening.of(invocation, name.patient())
        .read(
            workspace,
            new RecordOpening.Granted(purpose, OpeningScope.stream(name::isIn), sending),
            new RecordOpening.Taker() {
              @Override
              public void take(RecordEntry entry) {
                keep(entry, found);
              }

              @Override
              public boolean ended(
                  PatientDetails whose, List<ConsentTerms> terms, RecordOutcome outcome)
                  throws CommandFailure {
                if (outcome instanceof RecordOutcome.Failed(var fault)) {
                  throw CommandFailure.environment(fault);
                }
                // Whether the entry is among what was granted is all that may be told.
                return true;
              }
            });
    if (found.isEmpty()) {
      throw CommandFailure.usage(
          "CS-USE-14",
          "There is no such entry in what was opened. 'chartseal record' shows the names.");
    }
    return found.getFirst();
  }

  /** The organisation's own entry, which it may read for its own bill. */
  RecordEntry own(Desk desk) throws CommandFailure, RefusedException, HomeException {
    List<RecordEntry> found = new ArrayList<>();
    try (PairStreams pair = desk.pair(card(desk).card())) {
      StreamAccess stream =
          pair.stream(desk.organisation().id(), name.sensitivity(), name.generation(), name.year());
      try {
        if (desk.workspace()
                .records()
                .reader()
                .read(pair.patient(), List.of(stream), Progress.NONE, read -> keep(read, found))
            instanceof RecordOutcome.Failed(var fault)) {
          throw CommandFailure.environment(fault);
        }
      } finally {
        stream.keys().close();
      }
    }
    if (found.isEmpty()) {
      throw CommandFailure.usage(
          "CS-USE-17",
          "There is no such entry of "
              + desk.organisation().name()
              + "'s own. 'chartseal record' shows the names.");
    }
    return found.getFirst();
  }

  /** The organisation's own entry, whose place another is to take. */
  Replaced replaced(FilingDesk filing) throws RefusedException {
    return filing.own(name);
  }

  private void keep(RecordEntry read, List<RecordEntry> found) {
    if (name.names(read)) {
      found.add(read);
    }
  }
}

package org.chartseal.app.cli;

import java.util.List;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.Identity;
import org.chartseal.app.home.IdentityRole;
import org.chartseal.app.session.Desk;
import org.chartseal.app.session.PatientDevice;
import org.chartseal.app.session.Patients;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.clinical.PurposeOfUse;
import org.chartseal.services.consent.OpeningOutcome;
import org.chartseal.services.consent.OpeningScope;
import org.chartseal.services.consent.PatientBooks;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.RecordOutcome;
import org.chartseal.services.seal.RefusedException;

/** A record opened by whoever acts: a patient's own, or one that its patient granted. */
final class RecordOpening {

  private final Invocation invocation;
  private final Identity person;
  private final String patient;

  private RecordOpening(Invocation invocation, Identity person, String patient) {
    this.invocation = invocation;
    this.person = person;
    this.patient = patient;
  }

  /** Takes a record while it is read. */
  interface Taker {

    /** Takes an entry as soon as it is verified. */
    void take(RecordEntry entry);

    /**
     * It was read.
     *
     * @param terms under which; none of one's own
     * @return whether all is as it should be
     */
    boolean ended(PatientDetails whose, List<ConsentTerms> terms, RecordOutcome outcome)
        throws CommandFailure;
  }

  /**
   * How a record is opened that was granted.
   *
   * @param sending carries the receipt on
   */
  record Granted(PurposeOfUse purpose, OpeningScope scope, Sending sending) {}

  /** Looks at who acts and whom they name, before anything is opened. */
  static RecordOpening of(Invocation invocation, String patient)
      throws CommandFailure, HomeException {
    Identity person = invocation.identity();
    invocation.checkPatient(patient);
    if (person.role() == IdentityRole.PATIENT && !patient.equals(person.alias())) {
      throw CommandFailure.usage(
          "CS-USE-28", "Patients open their own record, and nobody else's. Name yourself.");
    }
    return new RecordOpening(invocation, person, patient);
  }

  /**
   * Reads it.
   *
   * @return what the taker said at its end
   */
  boolean read(Workspace workspace, Granted granted, Taker taker)
      throws CommandFailure, RefusedException, HomeException {
    return person.role() == IdentityRole.PATIENT
        ? own(workspace, taker)
        : granted(workspace, granted, taker);
  }

  private boolean own(Workspace workspace, Taker taker)
      throws CommandFailure, RefusedException, HomeException {
    try (PatientDevice device =
            PatientDevice.open(workspace, invocation.keyring(), person, "open your own record");
        PatientBooks books = workspace.consents().patients().read(device.session())) {
      return taker.ended(
          device.session().patient().card().person(),
          List.of(),
          workspace
              .consents()
              .ownRecord()
              .read(device.session(), books, invocation.output().progress(), taker::take));
    }
  }

  private boolean granted(Workspace workspace, Granted how, Taker taker)
      throws CommandFailure, RefusedException, HomeException {
    try (Desk desk = Desk.open(workspace, invocation.keyring(), person, "open the record")) {
      PatientCard card = new Patients(workspace).known(desk.organisation().id(), patient).card();
      boolean good =
          switch (open(desk, card, how, taker)) {
            case OpeningOutcome.Refused(var fault) -> throw CommandFailure.refused(fault);
            case OpeningOutcome.Opened(var terms, RecordOutcome record) ->
                taker.ended(card.person(), terms, record);
          };
      how.sending().finish(desk, invocation.output());
      return good;
    }
  }

  private OpeningOutcome open(Desk desk, PatientCard card, Granted how, Taker taker)
      throws RefusedException {
    try (PairStreams pair = desk.pair(card)) {
      return desk.workspace()
          .consents()
          .opening()
          .open(
              desk.organisation(),
              desk.practitioner(),
              card,
              pair,
              how.purpose(),
              new Owner("receipt"),
              how.scope(),
              invocation.output().progress(),
              taker::take);
    }
  }
}

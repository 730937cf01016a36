package org.chartseal.app.session;

import java.util.Optional;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.Visits;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.identity.Counterparty;
import org.chartseal.services.identity.FirstVisit;
import org.chartseal.services.identity.Organisation;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.identity.VisitAnswer;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.RefusedException;

/**
 * The first use of a card at an organisation: the patient confirms, and notes the organisation in
 * their index.
 */
public final class FirstVisitDesk {

  private final Workspace workspace;

  public FirstVisitDesk(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Has the patient confirm.
   *
   * @param file the card as it was presented
   */
  public void confirm(Seat seat, PatientDevice patient, byte[] file)
      throws RefusedException, HomeException {
    PatientCard card = patient.session().patient().card();
    FirstVisit visit = workspace.identity().firstVisit();
    Organisation here =
        workspace
            .identity()
            .directory()
            .find(seat.organisation().id())
            .orElseThrow(FirstVisitDesk::unlisted);
    Counterparty counterparty = here.counterparty();
    Hash32 nonce = visit.challenge();
    VisitAnswer answer =
        switch (visit.answer(patient.keys(), card, here.id(), counterparty, nonce)) {
          case VisitAnswer.Outcome.Refused(var fault) -> throw new RefusedException(fault);
          case VisitAnswer.Outcome.Answered(var given) -> given;
        };
    Optional<Fault> refused =
        visit.verify(seat.organisation().keys(), here.id(), card, nonce, answer);
    if (refused.isPresent()) {
      throw new RefusedException(refused.get());
    }
    new PatientIndex(workspace).add(patient.session(), here, PatientIndex.Where.DESK);
    new Visits(workspace.home()).confirmed(here.id(), card.party(), file);
  }

  private static RefusedException unlisted() {
    return new RefusedException(
        new Fault(
            "CS-DESK-04",
            "The network's directory does not know this organisation. Update the directory, then try again."));
  }
}

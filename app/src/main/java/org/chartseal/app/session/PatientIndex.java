package org.chartseal.app.session;

import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.consent.PatientSession;
import org.chartseal.services.identity.Organisation;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.record.WriteOutcome;
import org.chartseal.services.seal.RefusedException;

/** Notes organisations in a patient's index, each once. */
public final class PatientIndex {

  /** A patient's lanes: their own console's, and the one for desks (DESIGN §3.2). */
  public enum Where {
    OWN_CONSOLE(0),
    DESK(1);

    private final int lane;

    Where(int lane) {
      this.lane = lane;
    }
  }

  private final Workspace workspace;

  public PatientIndex(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Writes the relation unless it is on the chain or in the outbox already. */
  public void add(PatientSession session, Organisation organisation, Where where)
      throws RefusedException {
    PatientCard card = session.patient().card();
    Owner owner =
        new Owner(
            "relation-%s-%d"
                .formatted(
                    card.party().value().hex().substring(0, 32), organisation.id().number()));
    if (!workspace.stores().outbox().ofOwner(owner).isEmpty()
        || workspace.consents().relations().read(session).contains(organisation.id())) {
      return;
    }
    if (workspace.consents().relations().add(session, organisation, where.lane, owner)
        instanceof WriteOutcome.Refused(var fault)) {
      throw new RefusedException(fault);
    }
  }
}

package org.chartseal.services.claims.desk;

import org.chartseal.services.claims.DecisionFile;
import org.chartseal.services.claims.desk.internal.ClaimEntries;
import org.chartseal.services.claims.desk.internal.Decisions;
import org.chartseal.services.claims.desk.internal.Histories;
import org.chartseal.services.claims.desk.internal.PayerInbox;
import org.chartseal.services.identity.Organisation;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;

/** The files of an insurer's own decisions, read again from where they were sent. */
public final class DecisionShelf {

  private static final Fault UNKNOWN =
      new Fault(
          "CS-PAYER-08",
          "No decision about this claim is here. Refresh the list to see how far it is.");

  private final ClaimSources sources;
  private final PayerInbox inbox;

  public DecisionShelf(ClaimSources sources, ClaimNetwork network) {
    this.sources = sources;
    this.inbox =
        new PayerInbox(
            new Histories(sources.records(), sources.queued()), new Decisions(network.verifier()));
  }

  /**
   * The file of the newest decision about a claim.
   *
   * @param hospital that sent the claim
   * @throws RefusedException CS-PAYER-08 if there is none, or it cannot be read with certainty
   */
  public DecisionFile file(
      OrganisationSession insurer, Organisation hospital, Hash32 claim, Progress progress)
      throws RefusedException {
    int to = ClaimEntries.year(sources.clock().instant());
    PayerInbox.Made made = inbox.made(insurer, hospital, to - 1, to, progress).get(claim);
    if (made == null) {
      throw new RefusedException(UNKNOWN);
    }
    return made.stated().file();
  }
}

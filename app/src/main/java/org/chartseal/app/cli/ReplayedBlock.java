package org.chartseal.app.cli;

import org.chartseal.app.home.HomeException;
import org.chartseal.app.wiring.UnavailableException;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.ReplayOutcome.LedgerBasis;
import org.chartseal.services.ledger.BlockRef;

/**
 * On what a replayed decision rests: the file's proofs, and what this home's network says of the
 * block that they are about.
 *
 * @param basis {@code proven} or {@code stated}
 * @param standing {@code canonical}, {@code other}, {@code other-contract}, {@code other-network},
 *     {@code unknown}, or {@code not-asked}
 */
record ReplayedBlock(String basis, long block, String standing) {

  static ReplayedBlock of(Invocation invocation, Decision decision, LedgerBasis basis) {
    BlockRef at = decision.inputs().observation().at();
    return new ReplayedBlock(
        basis instanceof LedgerBasis.Proven ? "proven" : "stated",
        at.number(),
        standing(invocation, decision, basis));
  }

  /** Whether nothing speaks against it. */
  boolean isGood() {
    return !standing.equals("other") && !standing.equals("other-contract");
  }

  String words() {
    String rests =
        basis.equals("proven")
            ? "That the records stood on the ledger is proven against block " + block + "."
            : "That the records stood on the ledger at block "
                + block
                + " is the insurer's signed word: the file holds no proofs.";
    return rests
        + " "
        + switch (standing) {
          case "canonical" -> "This home's network has that block.";
          case "other" -> "This home's network has ANOTHER block there: do not rely on it.";
          case "other-contract" ->
              "The proofs are of another contract than this home's network uses: do not rely on them.";
          case "other-network" -> "This home belongs to another network, which was not asked.";
          case "unknown" -> "This home's network could not say whether it has that block.";
          default -> "No network was asked whether it has that block.";
        };
  }

  private static String standing(Invocation invocation, Decision decision, LedgerBasis basis) {
    if (!invocation.home().isSetUp()) {
      return "not-asked";
    }
    try (Workspace workspace = invocation.open()) {
      return switch (workspace.claims().replayed().standing(decision, basis)) {
        case CANONICAL -> "canonical";
        case OTHER_BLOCK -> "other";
        case OTHER_CONTRACT -> "other-contract";
        case OTHER_NETWORK -> "other-network";
        case UNKNOWN -> "unknown";
      };
    } catch (HomeException | UnavailableException e) {
      // A replay does without a network; that it was not asked is said.
      return "unknown";
    }
  }
}

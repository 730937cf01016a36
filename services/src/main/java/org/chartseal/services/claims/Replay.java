package org.chartseal.services.claims;

import java.util.List;
import java.util.Optional;
import org.chartseal.services.claims.ReplayOutcome.Difference;
import org.chartseal.services.claims.ReplayOutcome.LedgerBasis;
import org.chartseal.services.claims.internal.DecisionComparison;
import org.chartseal.services.ledger.StateProof;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SignatureVerifier;
import org.chartseal.services.seal.StatementType;

/**
 * Decides again from a decision's file alone, without a network: signatures, disclosures, bill,
 * rules and arithmetic, and the proofs of what the ledger held at the block that the file names.
 * From a file without proofs it takes that from the insurer's word, and says so.
 */
public final class Replay {

  private static final Fault CHANGED =
      new Fault(
          "CS-DECISION-02",
          "The decision was changed after it was signed, or was signed by another key. Ask the insurer for it again.");
  private static final Fault NO_PACK =
      new Fault(
          "CS-DECISION-03",
          "The rule pack of this decision is not here. Ask the insurer for the file with its rule pack.");
  private static final Fault OTHER_PACK =
      new Fault(
          "CS-DECISION-04",
          "The rule pack that lies in the file is not the one that the decision names. Ask the insurer for the file again.");

  private final SignatureVerifier verifier;
  private final PackLibrary library;

  public Replay(SignatureVerifier verifier, PackLibrary library) {
    this.verifier = verifier;
    this.library = library;
  }

  /** Decides again and compares line by line. */
  public ReplayOutcome replay(DecisionFile file) {
    byte[] body = file.body();
    if (!file.signature().verify(verifier, StatementType.DECISION, body)) {
      return new ReplayOutcome.Refused(CHANGED);
    }
    try {
      PackId id = file.packId();
      Optional<byte[]> archive = file.pack().or(() -> library.archive(id.digest()));
      if (archive.isEmpty()) {
        return new ReplayOutcome.Refused(NO_PACK);
      }
      if (!Digests.sha256(archive.get()).equals(id.digest())) {
        return new ReplayOutcome.Refused(OTHER_PACK);
      }
      RulePack pack = new RulePacks().open(archive.get());
      Decider decider = new Decider(verifier);
      Decision again = decider.decide(file.inputs(), pack);
      for (SignedRuling ruling : file.rulings()) {
        again = decider.rule(again, pack, ruling);
      }
      LedgerBasis ledger = ledger(file, again.inputs());
      List<Difference> differences = DecisionComparison.compare(body, again);
      return differences.isEmpty()
          ? new ReplayOutcome.Same(again, file.signature(), ledger)
          : new ReplayOutcome.Differs(again, differences);
    } catch (RefusedException e) {
      return new ReplayOutcome.Refused(e.fault());
    }
  }

  private static LedgerBasis ledger(DecisionFile file, DecisionInputs inputs)
      throws RefusedException {
    if (file.proofs().isEmpty()) {
      return new LedgerBasis.Stated();
    }
    LedgerObservation seen = inputs.observation();
    return switch (file.proofs()
        .get()
        .verify(seen.at(), inputs.ledger().ledger(), seen.slots(), seen.licences())) {
      case StateProof.Check.Holds(var codeHash) -> new LedgerBasis.Proven(codeHash);
      case StateProof.Check.Fails(String reason) ->
          throw new RefusedException(
              new Fault(
                  "CS-DECISION-07",
                  "The file's proofs of the ledger's state do not hold. "
                      + reason
                      + " Ask the insurer for the file again."));
    };
  }
}

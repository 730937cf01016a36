package org.chartseal.services.claims;

import java.util.List;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;

/** What came of deciding again from a decision's file. */
public sealed interface ReplayOutcome {

  /**
   * The same, to the cent and to the word.
   *
   * @param decision as decided again
   * @param signature the insurer's; whose the key is, the registry says
   * @param ledger on what it rests that the ledger held what the decision was made from
   */
  record Same(Decision decision, FileSignature signature, LedgerBasis ledger)
      implements ReplayOutcome {}

  /** On what it rests that words and licences stood on the ledger. */
  sealed interface LedgerBasis {
    /**
     * On proofs against the block that the decision names.
     *
     * @param codeHash of the contract that held them
     */
    record Proven(Hash32 codeHash) implements LedgerBasis {}

    /** On the insurer's signed word: the file holds no proofs. */
    record Stated() implements LedgerBasis {}
  }

  /** The file's own inputs and rules lead to another decision than it states. */
  record Differs(Decision decision, List<Difference> differences) implements ReplayOutcome {}

  /** It was changed after it was signed, cannot be read, or its rule pack is another or missing. */
  record Refused(Fault fault) implements ReplayOutcome {}

  /**
   * One difference.
   *
   * @param sequence number of the line, 0 for what concerns the whole claim
   * @param field which part of the decision
   * @param stated in the file, as JSON
   * @param decided again, as JSON
   */
  record Difference(int sequence, String field, String stated, String decided) {}
}

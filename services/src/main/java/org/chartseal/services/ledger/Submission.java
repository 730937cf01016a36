package org.chartseal.services.ledger;

import java.util.List;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.SignedStatement;

/** A transaction that carries its own authority; the relayer only pays for it. */
public sealed interface Submission {

  /**
   * Anchors one run of an {@code anchor/1} statement: its leaves 256·run … whole and in order.
   *
   * @param path RFC 9162 inclusion path of node {@code run} in the tree over the run roots
   */
  record AnchorRun(SignedStatement statement, int run, List<RunLeaf> leaves, List<Hash32> path)
      implements Submission {}

  /** Anchors patients' entries; at most 256 at once. */
  record PatientAnchors(List<PatientAnchor> anchors) implements Submission {}

  /** Retracts one run of a {@code retract/1} statement. */
  record RetractRun(
      SignedStatement statement, int run, List<RetractLeaf> leaves, List<Hash32> path)
      implements Submission {}

  /** Retracts patients' entries by their slot keys; the fields are those of what was anchored. */
  record PatientRetractions(List<PatientAnchor> retractions) implements Submission {}
}

package org.chartseal.services.claims;

import java.util.List;
import org.chartseal.services.claims.internal.DecisionWriter;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.Hash32;

/**
 * A decision about a claim, with all that it was made from.
 *
 * @param rulings what persons ruled after the rules, in the order in which they did
 */
public record Decision(DecisionInputs inputs, Adjudication result, List<SignedRuling> rulings) {

  public Decision {
    rulings = List.copyOf(rulings);
  }

  /** What the rules alone decided. */
  public static Decision byRules(DecisionInputs inputs, Adjudication result) {
    return new Decision(inputs, result, List.of());
  }

  /** SHA-256 of its body: what a further ruling names. */
  public Hash32 digest() {
    return Digests.sha256(DecisionWriter.bytes(this));
  }

  /**
   * Whether it is the other one with further rulings, and so takes its place. Each ruling names the
   * whole body that it was made on.
   */
  public boolean continues(Decision earlier) {
    int known = earlier.rulings().size();
    return rulings.size() > known && rulings.get(known).ruling().on().equals(earlier.digest());
  }
}

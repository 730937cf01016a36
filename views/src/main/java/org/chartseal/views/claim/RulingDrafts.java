package org.chartseal.views.claim;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.chartseal.services.seal.Hash32;

/**
 * What was typed of rulings and not signed yet. It stays with its claim and line however the claim
 * is left, until it is signed or discarded, or the person leaves or is locked out: it is kept
 * nowhere but here.
 */
public final class RulingDrafts {

  private final Map<Line, Draft> drafts = new HashMap<>();

  /** What stands in the fields of the form. */
  record Draft(Verdict verdict, String amount, String code, String reason, String person) {}

  /** Which of the two was chosen. */
  enum Verdict {
    APPROVE,
    DENY
  }

  private record Line(Hash32 claim, int number) {}

  /** What was typed about a line of a claim. */
  Optional<Draft> of(Hash32 claim, int line) {
    return Optional.ofNullable(drafts.get(new Line(claim, line)));
  }

  /** Keeps it in place of what was typed before. */
  void keep(Hash32 claim, int line, Draft draft) {
    drafts.put(new Line(claim, line), draft);
  }

  /** It was signed or discarded. */
  void drop(Hash32 claim, int line) {
    drafts.remove(new Line(claim, line));
  }
}

package org.chartseal.views.myrecord;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.chartseal.services.claims.ClaimFile;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.LineAmounts;
import org.chartseal.services.claims.LineDecision;
import org.chartseal.services.claims.Outcome;
import org.chartseal.services.claims.ServiceLine;
import org.chartseal.services.seal.Hash32;

/**
 * What an insurer decided about a bill.
 *
 * @param rulings how many a person made; a decision with more takes the place of one with fewer
 */
record MyCosts(Hash32 claim, int rulings, LineAmounts total, List<Line> lines) {

  /** One service that was billed. */
  record Line(
      String service, LocalDate day, Outcome outcome, LineAmounts amounts, String explanation) {}

  MyCosts {
    lines = List.copyOf(lines);
  }

  static MyCosts of(Decision decision) {
    ClaimFile claim = decision.inputs().claim().file();
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < claim.lines().size(); i++) {
      ServiceLine billed = claim.lines().get(i);
      LineDecision decided = decision.result().lines().get(i);
      lines.add(
          new Line(
              billed.display(),
              billed.day(),
              decided.outcome(),
              decided.amounts(),
              decided.explanation()));
    }
    return new MyCosts(claim.claim(), decision.rulings().size(), decision.result().totals(), lines);
  }
}

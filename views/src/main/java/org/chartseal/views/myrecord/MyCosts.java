package org.chartseal.views.myrecord;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.chartseal.services.claims.ClaimFile;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.LineAmounts;
import org.chartseal.services.claims.LineDecision;
import org.chartseal.services.claims.Ruling;
import org.chartseal.services.claims.ServiceLine;
import org.chartseal.services.claims.SignedRuling;
import org.chartseal.services.seal.Hash32;

/**
 * What an insurer decided about a bill.
 *
 * @param rulings that a person made; a decision with more takes the place of one with fewer
 */
record MyCosts(Hash32 claim, List<Ruling> rulings, LineAmounts total, List<Line> lines) {

  /** One service that was billed, and what was decided about it. */
  record Line(String service, LocalDate day, LineDecision decided) {

    LineAmounts amounts() {
      return decided.amounts();
    }
  }

  MyCosts {
    rulings = List.copyOf(rulings);
    lines = List.copyOf(lines);
  }

  static MyCosts of(Decision decision) {
    ClaimFile claim = decision.inputs().claim().file();
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < claim.lines().size(); i++) {
      ServiceLine billed = claim.lines().get(i);
      lines.add(new Line(billed.display(), billed.day(), decision.result().lines().get(i)));
    }
    return new MyCosts(
        claim.claim(),
        decision.rulings().stream().map(SignedRuling::ruling).toList(),
        decision.result().totals(),
        lines);
  }
}

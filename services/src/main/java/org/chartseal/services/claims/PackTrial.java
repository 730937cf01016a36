package org.chartseal.services.claims;

import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.chartseal.services.claims.TrialReport.NotTried;
import org.chartseal.services.claims.TrialReport.Sums;
import org.chartseal.services.claims.TriedLine.Effect;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.SignatureVerifier;

/**
 * Tries a rule pack on claims that were decided, before it decides any. Nothing is signed, kept or
 * sent, and nobody is asked: a claim is tried as it came up, on the evidence, the coverage and what
 * the member had paid that its decision names.
 */
public final class PackTrial {

  private static final Fault OTHER_CURRENCY =
      new Fault(
          "CS-RULE-05",
          "The claim's amounts are in another currency than the rule pack's, so the pack was not tried on it.");

  private final Decider decider;
  private final RulePack pack;

  public PackTrial(SignatureVerifier verifier, RulePack pack) {
    this.decider = new Decider(verifier);
    this.pack = pack;
  }

  /** Tries it on each; asked to stop, it says how many were left. */
  public TrialReport run(List<Decision> decided, Progress progress) {
    Tally tally = new Tally(pack.currency());
    int reached = 0;
    for (Decision decision : decided) {
      if (!progress.step(reached, decided.size(), "trying past claims")) {
        break;
      }
      reached++;
      tryOn(decision, tally);
    }
    return new TrialReport(
        pack.id(),
        decided.size(),
        reached - tally.notTried.size(),
        tally.lines,
        tally.sums,
        tally.changed,
        tally.notTried,
        decided.size() - reached);
  }

  private void tryOn(Decision decision, Tally tally) {
    ClaimFile claim = decision.inputs().claim().file();
    Currency currency = claim.total().currency();
    if (!currency.equals(pack.currency())) {
      tally.notTried.add(new NotTried(claim.claim(), OTHER_CURRENCY));
      return;
    }
    Adjudication again = decider.decide(decision.inputs(), pack).result();
    for (int i = 0; i < claim.lines().size(); i++) {
      tally.add(
          TriedLine.of(
              claim.claim(),
              claim.lines().get(i),
              decision.result().lines().get(i),
              again.lines().get(i)));
    }
  }

  private static final class Tally {
    private final Map<Effect, Integer> lines = new EnumMap<>(Effect.class);
    private final List<TriedLine> changed = new ArrayList<>();
    private final List<NotTried> notTried = new ArrayList<>();
    private Sums sums;

    Tally(Currency currency) {
      Money none = Money.zero(currency);
      sums = new Sums(none, none, none, none);
    }

    void add(TriedLine line) {
      lines.merge(line.effect(), 1, Integer::sum);
      // Where a person ruled over what this pack, too, comes to, that ruling would stand.
      sums =
          sums.plus(
              line.before().amounts(),
              line.effect() == Effect.UNCHANGED ? line.before().amounts() : line.after().amounts());
      if (line.effect() != Effect.UNCHANGED) {
        changed.add(line);
      }
    }
  }
}

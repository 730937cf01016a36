package org.chartseal.views.inbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.claims.LineAmounts;
import org.chartseal.services.claims.LineDecision;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.Outcome;
import org.chartseal.services.claims.Ruling;
import org.chartseal.services.claims.ServiceCode;
import org.chartseal.services.claims.desk.ClaimPayment;
import org.chartseal.services.record.Doubt;
import org.chartseal.services.seal.Hash32;

/**
 * A claim of the organisation's own, and how far it is.
 *
 * @param patient name, or the number where the name is not known here
 * @param made the day on which it was made
 * @param doubt why something about it could not be verified now, if so
 * @param verdict what the insurer decided, once it did
 */
public record ClaimItem(
    Hash32 claim,
    String patient,
    String insurer,
    LocalDate made,
    Money total,
    Stage stage,
    List<Line> lines,
    Optional<Doubt> doubt,
    Optional<Verdict> verdict) {

  private static final int SHORT = 16;

  public ClaimItem {
    lines = List.copyOf(lines);
  }

  /** How far it is. */
  public enum Stage {
    DRAFT,
    SENT,
    RECEIVED,
    DECIDED,
    PAID
  }

  /** What was billed. */
  public record Line(int sequence, ServiceCode code, String display, LocalDate day, Money billed) {}

  /**
   * What the insurer decided, and paid.
   *
   * @param at when the decision was anchored, where that is known
   * @param lines one for each of the claim's
   * @param rulings of persons in the stead of the rules
   * @param payment once it is proven
   */
  public record Verdict(
      Optional<Instant> at,
      List<LineDecision> lines,
      List<Ruling> rulings,
      Optional<ClaimPayment> payment) {
    public Verdict {
      lines = List.copyOf(lines);
      rulings = List.copyOf(rulings);
    }

    Optional<LineAmounts> amounts() {
      return lines.stream().map(LineDecision::amounts).reduce(LineAmounts::plus);
    }

    boolean has(Outcome outcome) {
      return lines.stream().anyMatch(line -> line.outcome() == outcome);
    }
  }

  /** Its number, as far as people need it. */
  public String number() {
    return claim.hex().substring(0, SHORT);
  }

  /** Names what is new about it; nothing while the insurer has not answered. */
  Optional<String> news() {
    return switch (stage) {
      case DRAFT, SENT, RECEIVED -> Optional.empty();
      case DECIDED, PAID ->
          Optional.of(
              claim.hex()
                  + ":"
                  + stage
                  + ":"
                  + verdict.map(Verdict::rulings).map(List::size).orElse(0));
    };
  }
}

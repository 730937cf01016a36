package org.chartseal.views.kit.verdict;

import java.util.Collection;
import java.util.stream.Collectors;
import org.chartseal.services.record.Doubt;
import org.chartseal.views.kit.state.FaultTexts;
import org.chartseal.views.kit.text.Localisation;

/** Why something may be missing or may not be relied on, in the reader's language. */
public final class DoubtText {

  private final ReasonText reasons;
  private final FaultTexts faults;

  public DoubtText(Localisation localisation) {
    this.reasons = new ReasonText(localisation);
    this.faults = new FaultTexts(localisation);
  }

  /** The sentence in the present language. */
  public String of(Doubt doubt) {
    return switch (doubt) {
      case Doubt.Unproven(var check) -> reasons.of(check);
      case Doubt.Hindered(var fault) -> faults.sentence(fault);
    };
  }

  /** All of them, each said once. */
  public String of(Collection<Doubt> doubts) {
    return doubts.stream().map(this::of).distinct().collect(Collectors.joining(" "));
  }
}

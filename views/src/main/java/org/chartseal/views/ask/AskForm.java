package org.chartseal.views.ask;

import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.chartseal.services.clinical.PurposeOfUse;
import org.chartseal.services.seal.SensitivityClass;

/**
 * What is asked for.
 *
 * @param classes kinds of information, at least one
 * @param years of the entries; empty for all
 * @param period from now
 */
public record AskForm(
    PurposeOfUse purpose,
    List<SensitivityClass> classes,
    SortedSet<Integer> years,
    Duration period) {

  public AskForm {
    classes = List.copyOf(classes);
    years = new TreeSet<>(years);
  }

  /** A copy: the set can be changed, the form not. */
  @Override
  public SortedSet<Integer> years() {
    return new TreeSet<>(years);
  }
}

package org.chartseal.services.claims.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.chartseal.services.claims.Coverage;
import org.chartseal.services.claims.Plan;
import org.chartseal.services.claims.ServiceCategory;
import org.chartseal.services.claims.ServiceTerms;
import org.chartseal.services.claims.TableRow;

/**
 * The facts about a payable line that {@code sharing.csv} decides on, and what its outputs mean.
 */
public final class SharingFacts {

  /** File name of the table. */
  public static final String TABLE = PackArchive.SHARING;

  static final Set<String> OUTPUTS =
      Set.of("copay", "deductible", "rest", "remainder", "explain", "citation");

  private static final String OUT_OF_POCKET = "out-of-pocket";
  private static final String LINE = "line";
  private static final String PREVENTIVE = "service.preventive";
  private static final String CATEGORY = "service.category";
  private static final String KIND = "plan.kind";
  private static final String SECONDARY = "coverage.secondary";

  static final Set<String> NAMES =
      Set.of(OUT_OF_POCKET, LINE, PREVENTIVE, CATEGORY, KIND, SECONDARY);

  private SharingFacts() {}

  /** The facts about one payable line. */
  public static Map<String, String> of(
      Plan plan,
      Coverage coverage,
      ServiceCategory category,
      ServiceTerms terms,
      boolean first,
      boolean limitMet) {
    Map<String, String> facts = new HashMap<>();
    facts.put(OUT_OF_POCKET, limitMet ? "met" : "open");
    facts.put(LINE, first ? "first" : "later");
    facts.put(PREVENTIVE, terms.preventive());
    facts.put(CATEGORY, category.word());
    facts.put(KIND, plan.kind());
    facts.put(SECONDARY, coverage.secondary() ? "yes" : "no");
    return facts;
  }

  static void check(TableRow row) throws TableException {
    require(row, "copay", Set.of("yes", "no"));
    require(row, "deductible", Set.of("yes", "no"));
    require(row, "rest", Set.of("payer", "coinsurance"));
    require(row, "remainder", Set.of("patient", "secondary"));
  }

  private static void require(TableRow row, String output, Set<String> words)
      throws TableException {
    if (!words.contains(row.output(output))) {
      throw new TableException(
          row.table(), "the rule " + row.rule() + " has none of " + words + " in " + output);
    }
  }
}

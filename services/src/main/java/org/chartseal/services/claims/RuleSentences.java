package org.chartseal.services.claims;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chartseal.services.claims.internal.LineFacts;
import org.chartseal.services.claims.internal.LoadedRulePack;

/**
 * What rule packs say of the rows that decided, in each of their languages. A decision holds the
 * English sentences; in another language they are found by the row that it names.
 */
public final class RuleSentences {

  /** Of no pack: nothing is said. */
  public static final RuleSentences NONE = new RuleSentences(List.of());

  private final Map<PackId, RulePack> packs = new HashMap<>();

  /**
   * @param packs those at hand
   */
  public RuleSentences(List<RulePack> packs) {
    packs.forEach(pack -> this.packs.put(pack.id(), pack));
  }

  /** Why the row decided as it did; empty if its pack is not at hand, or has no such row. */
  public Optional<String> explanation(RuleReference rule, Locale language) {
    return pack(rule)
        .flatMap(pack ->
            rule.rule().isEmpty()
                ? Optional.of(LoadedRulePack.NO_RULE)
                : pack.row(rule).map(row -> row.output("explain")))
        .map(key -> text(rule, key, language));
  }

  /** What would change a denial by this row; empty where nothing is said of that. */
  public Optional<String> change(RuleReference rule, Locale language) {
    return pack(rule)
        .filter(pack -> rule.table().equals(LineFacts.TABLE))
        .flatMap(pack -> pack.row(rule))
        .map(row -> row.output("change"))
        .filter(key -> !key.isEmpty())
        .map(key -> text(rule, key, language));
  }

  private Optional<RulePack> pack(RuleReference rule) {
    return Optional.ofNullable(packs.get(rule.pack()));
  }

  private String text(RuleReference rule, String key, Locale language) {
    return pack(rule).orElseThrow().text(key, language);
  }
}

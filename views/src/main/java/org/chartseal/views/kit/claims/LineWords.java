package org.chartseal.views.kit.claims;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chartseal.services.claims.LineDecision;
import org.chartseal.services.claims.Outcome;
import org.chartseal.services.claims.RuleReference;
import org.chartseal.services.claims.RuleSentences;
import org.chartseal.services.claims.RulesOutcome;
import org.chartseal.services.claims.Ruling;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.text.Texts;

/**
 * Why a line was decided as it was, and what would change that. The decision holds it in English;
 * in another language the rows that decided say it, or it is the insurer's in its own words.
 */
public final class LineWords {

  private final Kit kit;
  private final Texts texts;
  private final RuleSentences rules;

  public LineWords(Kit kit, RuleSentences rules) {
    this.kit = kit;
    this.texts = kit.texts(LineWords.class);
    this.rules = rules;
  }

  /**
   * Why it was decided.
   *
   * @param rulings on the claim, in the order in which they were made
   */
  public String explanation(LineDecision line, List<Ruling> rulings) {
    if (english()) {
      return line.explanation();
    }
    if (line.byRules().isEmpty()) {
      return byRow(line.rule(), line.explanation()) + sharing(line);
    }
    return rulings.stream()
        .filter(ruling -> ruling.line() == line.sequence())
        .reduce((earlier, later) -> later)
        .map(last -> ruled(line, last))
        .orElseGet(() -> texts.get("original", line.explanation()));
  }

  /** What the rules alone had come to, where a person ruled in their stead. */
  public Optional<String> byRules(LineDecision line) {
    return line.byRules()
        .map(RulesOutcome::explanation)
        .map(words -> english() ? words : byRow(line.rule(), words));
  }

  /** What would change a denial. */
  public Optional<String> change(LineDecision line) {
    if (english() || line.change().isEmpty()) {
      return line.change();
    }
    return line.byRules().isPresent()
        ? Optional.of(texts.get("ruled.change"))
        : rules
            .change(line.rule(), locale())
            .or(() -> line.change().map(words -> texts.get("original", words)));
  }

  private String ruled(LineDecision line, Ruling ruling) {
    return line.outcome() == Outcome.APPROVED
        ? texts.get("ruled.approved", ruling.person(), ruling.reason()) + sharing(line)
        : texts.get("ruled.denied", ruling.person(), ruling.reason());
  }

  private String byRow(RuleReference rule, String original) {
    return rules.explanation(rule, locale()).orElseGet(() -> texts.get("original", original));
  }

  private String sharing(LineDecision line) {
    return line.sharing()
        .flatMap(rule -> rules.explanation(rule, locale()))
        .map(words -> " " + words)
        .orElse("");
  }

  private Locale locale() {
    return kit.localisation().languageProperty().get().locale();
  }

  private boolean english() {
    return kit.localisation().languageProperty().get() == Language.ENGLISH;
  }
}

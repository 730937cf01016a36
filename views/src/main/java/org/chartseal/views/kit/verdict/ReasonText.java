package org.chartseal.views.kit.verdict;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import org.chartseal.services.record.CheckResult;
import org.chartseal.services.record.Verdict;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.kit.text.Texts;

/**
 * Why a check went as it did. Services say it in English, with what they saw; in another language
 * each outcome of a check has a sentence of its own.
 */
public final class ReasonText {

  private final Localisation localisation;
  private final Texts translations;

  public ReasonText(Localisation localisation) {
    this.localisation = localisation;
    this.translations = localisation.translations(ReasonText.class, "reasons");
  }

  /** The reason of one check, which follows the language. */
  public StringBinding bind(CheckResult result) {
    return Bindings.createStringBinding(() -> of(result), localisation.languageProperty());
  }

  /** What weighs most against an entry; empty if nothing does. */
  public String against(Verdict verdict) {
    return first(verdict, result -> result.status() == CheckResult.Status.FAILED)
        .or(() -> first(verdict, result -> result.status() == CheckResult.Status.UNKNOWN))
        .map(this::of)
        .orElse("");
  }

  private static Optional<CheckResult> first(Verdict verdict, Predicate<CheckResult> which) {
    return verdict.checks().stream().filter(which).findFirst();
  }

  /** The reason of one check, in the present language. */
  public String of(CheckResult result) {
    String key = (result.check() + "." + result.status()).toLowerCase(Locale.ROOT);
    return translations.has(key)
        ? translations.get(key)
        : localisation.formats().sentence(result.reason());
  }
}

package org.chartseal.views.claim;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartseal.services.claims.Finding;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.state.FaultTexts;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.kit.text.Phrases;

/**
 * What was found about evidence. Decisions hold it in English; in another language each sentence
 * has one of its own.
 */
final class FindingText {

  private static final Pattern FAULT = Pattern.compile("(CS-[A-Z]+-\\d\\d): (.*)");

  private final Localisation localisation;
  private final FaultTexts faults;
  private final Phrases phrases;

  FindingText(Localisation localisation) {
    this.localisation = localisation;
    this.faults = new FaultTexts(localisation);
    this.phrases = new Phrases(localisation.translations(FindingText.class, "findings"));
  }

  /** The sentence in the present language. */
  String of(Finding finding) {
    Matcher fault = FAULT.matcher(finding.detail());
    if (fault.matches()) {
      return faults.sentence(new Fault(fault.group(1), fault.group(2)));
    }
    String words = localisation.formats().sentence(finding.detail());
    return localisation.languageProperty().get() == Language.ENGLISH
        ? words
        : phrases.of(words.replaceFirst("\\.$", "")).orElse(words);
  }
}

package org.chartseal.views.requests;

import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.consent.Ask;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.consent.ConsentWords;

/**
 * What a yes would open, in the words that are read before it is signed: the asker's own sentence,
 * or what is left of it.
 */
final class OfferWords {

  private final ConsentWords words;

  OfferWords(Kit kit) {
    this.words = new ConsentWords(kit);
  }

  String sentence(Ask ask, ConsentTerms offered) {
    ConsentTerms asked = ask.terms();
    boolean whole =
        asked.classes().equals(offered.classes())
            && asked.years().equals(offered.years())
            && asked.until().equals(offered.until());
    return whole ? words.sentence(asked) : words.coming(offered);
  }

  /** What stays closed. */
  String closed(ConsentTerms offered) {
    return words.closed(offered);
  }

  /** What a yes opens as soon as it is in effect. */
  String coming(ConsentTerms given) {
    return words.coming(given);
  }

  /** What a yes has opened. */
  String granted(ConsentTerms given) {
    return words.granted(given);
  }
}

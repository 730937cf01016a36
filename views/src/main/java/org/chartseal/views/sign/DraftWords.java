package org.chartseal.views.sign;

import org.chartseal.views.kit.text.Texts;

/** What drafts are called. */
final class DraftWords {

  private final Texts texts;

  DraftWords(Texts texts) {
    this.texts = texts;
  }

  /** A kind of entry; one that has no word here is called by its code. */
  String kind(String code) {
    return texts.has("kind." + code) ? texts.get("kind." + code) : code;
  }
}

package org.chartseal.views.looked;

import java.util.stream.Collectors;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.consent.ConsentWords;
import org.chartseal.views.kit.text.Texts;

/** An opening in words. */
final class LookedText {

  private final Kit kit;
  private final Texts texts;
  private final ConsentWords words;

  LookedText(Kit kit, ConsentWords words) {
    this.kit = kit;
    this.texts = kit.texts(LookedText.class);
    this.words = words;
  }

  /** When: a time, or from the first to the last and how often. */
  String when(Look look) {
    String first = kit.formats().time(look.first());
    return look.times() == 1
        ? first
        : texts.get("times", first, kit.formats().time(look.last()), look.times());
  }

  /** Who, of which organisation. */
  String who(Look look) {
    return look.organisation().isEmpty() || look.organisation().equals(look.reader())
        ? look.reader()
        : look.reader() + ", " + look.organisation();
  }

  /** For what, and what was opened. */
  String what(Look look) {
    String classes = look.classes().stream().map(words::clazz).collect(Collectors.joining(", "));
    String what = texts.get("what", words.purpose(look.purpose()), classes);
    return look.reason().isEmpty() ? what : what + " " + texts.get("reason", look.reason());
  }

  /** All of it, for the clipboard. */
  String line(Look look) {
    return String.join("\t", kit.formats().day(look.day()), when(look), who(look), what(look));
  }
}

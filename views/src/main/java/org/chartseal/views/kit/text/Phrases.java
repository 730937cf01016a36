package org.chartseal.views.kit.text;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Phrases that services say in English and that have no code, in another language: by the longest
 * beginning that is known. What follows it is a name or a moment, and an argument.
 */
public final class Phrases {

  private static final Pattern NO_LETTERS = Pattern.compile("[^a-z0-9]+");

  private final Texts translations;

  /**
   * @param translations by the English words, in lower case and with dashes between them
   */
  public Phrases(Texts translations) {
    this.translations = translations;
  }

  /** The phrase in the present language; empty if it is not known. */
  public Optional<String> of(String phrase) {
    for (int end = phrase.length(); end > 0; end = phrase.lastIndexOf(' ', end - 1)) {
      String key = key(phrase.substring(0, end));
      if (translations.has(key)) {
        return Optional.of(translations.get(key, phrase.substring(end).strip()));
      }
    }
    return Optional.empty();
  }

  private static String key(String phrase) {
    return NO_LETTERS.matcher(phrase.toLowerCase(Locale.ROOT)).replaceAll("-");
  }
}

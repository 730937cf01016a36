package org.chartseal.views.kit.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** What somebody looks for. Its letters count; their case and their accents do not. */
public final class Sought {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private static final char ASCII = 0x80;

  private final String folded;

  public Sought(String typed) {
    this.folded = fold(typed.strip());
  }

  /** Whether nothing was typed: that is found everywhere. */
  public boolean isEmpty() {
    return folded.isEmpty();
  }

  /** Whether it stands anywhere in a text. */
  public boolean isIn(String text) {
    return fold(text).contains(folded);
  }

  /** Whether each of its words stands somewhere in a text. */
  public boolean isInParts(String text) {
    String looked = fold(text);
    return Arrays.stream(folded.split("\\s+")).allMatch(looked::contains);
  }

  /** Whether a text begins with it. */
  public boolean begins(String text) {
    return fold(text).startsWith(folded);
  }

  private static String fold(String text) {
    String bare =
        isPlain(text)
            ? text
            : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return bare.toLowerCase(Locale.ROOT);
  }

  /** Of a hundred thousand texts most are, and a filter is typed into while they are looked at. */
  private static boolean isPlain(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) >= ASCII) {
        return false;
      }
    }
    return true;
  }
}

package org.chartseal.services.report.internal;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines: between words, and within one only if it is wider than the line. */
final class Lines {

  private Lines() {}

  /** At least one line, clean, none of them wider than this. */
  static List<String> of(Face face, float size, float width, String text) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : face.clean(text).split("\n", -1)) {
      wrap(face, size, width, paragraph.strip(), lines);
    }
    return lines;
  }

  private static void wrap(
      Face face, float size, float width, String paragraph, List<String> lines) {
    StringBuilder line = new StringBuilder();
    float used = 0;
    float space = face.width(" ", size);
    for (String word : paragraph.split(" +", -1)) {
      String rest = word;
      float wide = face.width(rest, size);
      if (!line.isEmpty() && used + space + wide > width) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      while (wide > width) {
        int fits = fitting(face, size, width, rest);
        lines.add(rest.substring(0, fits));
        rest = rest.substring(fits);
        wide = face.width(rest, size);
      }
      if (!line.isEmpty()) {
        line.append(' ');
        used += space;
      }
      line.append(rest);
      used += wide;
    }
    lines.add(line.toString());
  }

  /** How many characters fit; one at least. */
  private static int fitting(Face face, float size, float width, String word) {
    float used = 0;
    int at = 0;
    while (at < word.length()) {
      int next = at + Character.charCount(word.codePointAt(at));
      used += face.width(word.substring(at, next), size);
      if (used > width && at > 0) {
        return at;
      }
      at = next;
    }
    return at;
  }
}

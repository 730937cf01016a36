package org.chartseal.views.timeline.draw;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * Widths of text in one font, from the widths of its characters: a frame has no time to lay out
 * hundreds of labels.
 */
final class TextMeter {

  private static final String ELLIPSIS = "…";

  private final Font font;
  private final Map<Integer, Double> advances = new HashMap<>();

  TextMeter(Font font) {
    this.font = font;
  }

  Font font() {
    return font;
  }

  double width(String text) {
    double width = 0;
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      width += advance(character);
      at += Character.charCount(character);
    }
    return width;
  }

  /** As much of a text as there is room for; empty if that is hardly anything. */
  String fit(String text, double room) {
    double end = advance(ELLIPSIS.codePointAt(0));
    double width = 0;
    int kept = 0;
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      width += advance(character);
      if (width > room) {
        return kept < 2 ? "" : text.substring(0, kept).stripTrailing() + ELLIPSIS;
      }
      at += Character.charCount(character);
      if (width + end <= room) {
        kept = at;
      }
    }
    return text;
  }

  private double advance(int character) {
    return advances.computeIfAbsent(character, this::measure);
  }

  private double measure(int character) {
    Text text = new Text(Character.toString(character));
    text.setFont(font);
    return text.getLayoutBounds().getWidth();
  }
}

package org.chartseal.views.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The colours of the themes can be told apart: WCAG 2.2, 1.4.3 and 1.4.11, level AA. */
final class ContrastTest {

  private static final double TEXT = 4.5;
  private static final double GRAPHICS = 3;

  private static final List<String> SURFACES = List.of("ground", "surface", "raised", "banner");
  private static final List<String> SOFT =
      List.of("accent-soft", "proven-soft", "caution-soft", "failed-soft", "unknown-soft");

  @ParameterizedTest
  @ValueSource(strings = {"light.css", "dark.css", "contrast.css"})
  void every_text_can_be_read_on_every_surface_that_it_stands_on(String sheet) {
    Palette palette = new Palette(sheet, "-cs-");
    List<String> low = new ArrayList<>();
    for (String words : List.of("text", "quiet")) {
      SURFACES.forEach(surface -> palette.require(TEXT, words, surface, low));
      SOFT.forEach(surface -> palette.require(TEXT, words, surface, low));
    }
    for (String meaning : List.of("accent", "proven", "caution", "failed", "unknown")) {
      SURFACES.forEach(surface -> palette.require(TEXT, meaning, surface, low));
      palette.require(TEXT, meaning, meaning + "-soft", low);
    }
    palette.require(TEXT, "on-accent", "accent", low);
    assertThat(low).isEmpty();
  }

  @Test
  void in_the_high_contrast_theme_every_border_can_be_seen() {
    Palette palette = new Palette("contrast.css", "-cs-");
    List<String> low = new ArrayList<>();
    SURFACES.forEach(surface -> palette.require(GRAPHICS, "line", surface, low));
    SOFT.forEach(surface -> palette.require(GRAPHICS, "line", surface, low));
    assertThat(low).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"light.css", "dark.css", "contrast.css"})
  void the_edge_of_what_can_be_typed_in_or_pressed_can_be_seen(String sheet) {
    Palette palette = new Palette(sheet, "-cs-");
    List<String> low = new ArrayList<>();
    SURFACES.forEach(surface -> palette.require(GRAPHICS, "edge", surface, low));
    assertThat(low).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"light.css", "dark.css", "contrast.css"})
  void what_has_the_focus_can_be_seen(String sheet) {
    Palette palette = new Palette(sheet, "-cs-");
    List<String> low = new ArrayList<>();
    SURFACES.forEach(surface -> palette.require(GRAPHICS, "accent", surface, low));
    assertThat(low).isEmpty();
  }

  @Test
  void every_theme_has_every_token() {
    Map<String, String> light = StyleSheet.named("light.css").tokens();
    assertThat(StyleSheet.named("dark.css").tokens()).containsOnlyKeys(light.keySet());
    assertThat(StyleSheet.named("contrast.css").tokens()).containsOnlyKeys(light.keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"light.css", "dark.css", "contrast.css"})
  void the_timeline_can_be_read(String sheet) {
    Palette palette = new Palette(sheet, "-cs-timeline-");
    List<String> low = new ArrayList<>();
    for (String words : List.of("text", "muted")) {
      palette.require(TEXT, words, "background", low);
      palette.require(TEXT, words, "header", low);
    }
    for (String mark :
        List.of("accent", "today", "reference", "outside", "density", "doubtful", "failed")) {
      palette.require(GRAPHICS, mark, "background", low);
    }
    StyleSheet.named(sheet)
        .tokens()
        .forEach((token, colour) -> {
          if (token.startsWith("-cs-lane-")) {
            palette.require(GRAPHICS, token, colour, palette.colour("background"), low);
          }
        });
    assertThat(low).isEmpty();
  }

  /** The colours of one sheet, by the end of their names. */
  private record Palette(String sheet, String family) {

    /** A token's colour; it may name another token. */
    String colour(String token) {
      Map<String, String> tokens = StyleSheet.named(sheet).tokens();
      String name = family + token;
      String value = tokens.get(name);
      while (value != null && value.startsWith("-cs-")) {
        name = value;
        value = tokens.get(name);
      }
      return Objects.requireNonNull(value, sheet + ": " + name);
    }

    void require(double least, String words, String surface, List<String> low) {
      require(least, words + " on " + surface, colour(words), colour(surface), low);
    }

    void require(double least, String what, String above, String below, List<String> low) {
      double contrast = contrast(Color.web(above), Color.web(below));
      if (contrast < least) {
        low.add("%s: %s has %.2f, and needs %.1f".formatted(sheet, what, contrast, least));
      }
    }
  }

  private static double contrast(Color one, Color other) {
    double lighter = Math.max(luminance(one), luminance(other));
    double darker = Math.min(luminance(one), luminance(other));
    return (lighter + 0.05) / (darker + 0.05);
  }

  /** Relative luminance as WCAG 2.2 defines it. */
  private static double luminance(Color colour) {
    DoubleUnaryOperator linear =
        value -> value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    return 0.2126 * linear.applyAsDouble(colour.getRed())
        + 0.7152 * linear.applyAsDouble(colour.getGreen())
        + 0.0722 * linear.applyAsDouble(colour.getBlue());
  }
}

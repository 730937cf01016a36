package org.chartseal.services.report.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A weight of the reports' type: Latin, Greek and Cyrillic from one font, Hangul from another. What
 * neither has a glyph for is written as its code point, so that nothing is lost in a box.
 */
final class Face {

  private static final float EM = 1000;

  private final List<Font> fonts;
  private final Map<Integer, Float> widths = new HashMap<>();

  /** A font of the document. */
  private record Font(PDFont font, TrueTypeFont type, CmapLookup glyphs) {

    boolean has(int c) {
      return glyphs.getGlyphId(c) != 0;
    }

    float width(int c) throws IOException {
      return type.getAdvanceWidth(glyphs.getGlyphId(c)) * EM / type.getUnitsPerEm();
    }
  }

  /** Clean text that one font can set. */
  record Run(PDFont font, String text) {}

  private Face(List<Font> fonts) {
    this.fonts = fonts;
  }

  static Face regular(PDDocument document) {
    return load(
        document,
        "/fonts/noto-sans/400Regular/NotoSans_400Regular.ttf",
        "/fonts/nanum-gothic/400Regular/NanumGothic_400Regular.ttf");
  }

  static Face bold(PDDocument document) {
    return load(
        document,
        "/fonts/noto-sans/700Bold/NotoSans_700Bold.ttf",
        "/fonts/nanum-gothic/700Bold/NanumGothic_700Bold.ttf");
  }

  private static Face load(PDDocument document, String... resources) {
    return new Face(Stream.of(resources).map(resource -> font(document, resource)).toList());
  }

  private static Font font(PDDocument document, String resource) {
    try (InputStream in = Face.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the font is part of the program: " + resource);
      }
      TrueTypeFont type = new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(in));
      return new Font(PDType0Font.load(document, type, true), type, type.getUnicodeCmapLookup());
    } catch (IOException e) {
      throw new UncheckedIOException("the font is part of the program", e);
    }
  }

  /** A clean text by the fonts that set it, in its order. */
  List<Run> runs(String clean) {
    List<Run> runs = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    Font setting = fonts.getFirst();
    for (int c : clean.codePoints().toArray()) {
      Font next = font(c).orElse(setting);
      if (!next.equals(setting) && !run.isEmpty()) {
        runs.add(new Run(setting.font(), run.toString()));
        run.setLength(0);
      }
      setting = next;
      run.appendCodePoint(c);
    }
    if (!run.isEmpty()) {
      runs.add(new Run(setting.font(), run.toString()));
    }
    return runs;
  }

  /** The text in glyphs that there are; a line break stays. */
  String clean(String text) {
    StringBuilder clean = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> clean(c, clean));
    return clean.toString();
  }

  private void clean(int c, StringBuilder clean) {
    if (c == '\n') {
      clean.append('\n');
    } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      clean.append(' ');
    } else if (Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.SURROGATE) {
      // It has no look; a stray direction mark must not reorder what is read.
      return;
    } else if (font(c).isEmpty()) {
      clean.append("[U+%04X]".formatted(c));
    } else {
      clean.appendCodePoint(c);
    }
  }

  /** How wide a clean text is. */
  float width(String text, float size) {
    float width = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      width += widths.computeIfAbsent(text.codePointAt(i), this::width);
    }
    return width * size / EM;
  }

  private float width(int c) {
    try {
      return font(c).orElse(fonts.getFirst()).width(c);
    } catch (IOException e) {
      throw new UncheckedIOException("the font is in memory", e);
    }
  }

  private Optional<Font> font(int c) {
    return fonts.stream().filter(font -> font.has(c)).findFirst();
  }
}

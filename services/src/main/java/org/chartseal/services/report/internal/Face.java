package org.chartseal.services.report.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A weight of the font: Latin, Greek and all of Hangul. What it has no glyph for is written as its
 * code point, so that nothing is lost in a box.
 */
final class Face {

  private static final float EM = 1000;

  private final PDFont font;
  private final TrueTypeFont type;
  private final CmapLookup glyphs;
  private final Map<Integer, Float> widths = new HashMap<>();

  private Face(PDFont font, TrueTypeFont type, CmapLookup glyphs) {
    this.font = font;
    this.type = type;
    this.glyphs = glyphs;
  }

  static Face regular(PDDocument document) {
    return load(document, "/fonts/400Regular/NanumGothic_400Regular.ttf");
  }

  static Face bold(PDDocument document) {
    return load(document, "/fonts/700Bold/NanumGothic_700Bold.ttf");
  }

  private static Face load(PDDocument document, String resource) {
    try (InputStream in = Face.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the font is part of the program: " + resource);
      }
      TrueTypeFont type = new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(in));
      return new Face(PDType0Font.load(document, type, true), type, type.getUnicodeCmapLookup());
    } catch (IOException e) {
      throw new UncheckedIOException("the font is part of the program", e);
    }
  }

  PDFont font() {
    return font;
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
    } else if (glyphs.getGlyphId(c) == 0) {
      clean.append("[U+%04X]".formatted(c));
    } else {
      clean.appendCodePoint(c);
    }
  }

  /** How wide a clean text is. */
  float width(String text, float size) {
    float width = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      width += width(text.codePointAt(i));
    }
    return width * size / EM;
  }

  private float width(int c) {
    return widths.computeIfAbsent(
        c,
        code -> {
          try {
            return type.getAdvanceWidth(glyphs.getGlyphId(code)) * EM / type.getUnitsPerEm();
          } catch (IOException e) {
            throw new UncheckedIOException("the font is in memory", e);
          }
        });
  }
}

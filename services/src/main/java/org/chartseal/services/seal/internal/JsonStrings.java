package org.chartseal.services.seal.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * JSON arrays of strings in the one form that RFC 8785 §3.2.2.2 gives them: UTF-8, no white space,
 * the shortest escapes.
 */
public final class JsonStrings {

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private JsonStrings() {}

  /** Whether a surrogate stands alone, so that the text has no UTF-8 form. */
  public static boolean hasLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  /**
   * Writes a string with its quotation marks.
   *
   * @throws IllegalArgumentException at a lone surrogate
   */
  public static void write(String text, ByteSink sink) {
    sink.u8('"');
    for (int i = sink.plainAscii(text); i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        ascii(c, sink);
      } else if (c < 0x800) {
        sink.u8(0xc0 | (c >> 6)).u8(continuation(c));
      } else if (!Character.isSurrogate(c)) {
        sink.u8(0xe0 | (c >> 12)).u8(continuation(c >> 6)).u8(continuation(c));
      } else {
        i++;
        supplementary(c, i < text.length() ? text.charAt(i) : 0, sink);
      }
    }
    sink.u8('"');
  }

  private static void ascii(char c, ByteSink sink) {
    if (c >= 0x20) {
      if (c == '"' || c == '\\') {
        sink.u8('\\');
      }
      sink.u8(c);
      return;
    }
    switch (c) {
      case '\b' -> sink.u8('\\').u8('b');
      case '\t' -> sink.u8('\\').u8('t');
      case '\n' -> sink.u8('\\').u8('n');
      case '\f' -> sink.u8('\\').u8('f');
      case '\r' -> sink.u8('\\').u8('r');
      default -> sink.u8('\\').u8('u').u8('0').u8('0').u8(HEX[c >> 4]).u8(HEX[c & 0xf]);
    }
  }

  private static void supplementary(char high, char low, ByteSink sink) {
    if (!Character.isHighSurrogate(high) || !Character.isLowSurrogate(low)) {
      throw new IllegalArgumentException("a lone surrogate has no UTF-8 form");
    }
    int point = Character.toCodePoint(high, low);
    sink.u8(0xf0 | (point >> 18))
        .u8(continuation(point >> 12))
        .u8(continuation(point >> 6))
        .u8(continuation(point));
  }

  /** A byte of UTF-8 after the first: six bits. */
  private static int continuation(int bits) {
    return 0x80 | (bits & 0x3f);
  }

  /**
   * Reads an array of strings. It accepts more than the one form; whoever needs the form writes
   * again and compares.
   *
   * @throws IllegalArgumentException if it is no JSON array of strings
   */
  public static List<String> readArray(byte[] utf8) {
    // What is not UTF-8 becomes U+FFFD here, and does not come out the same when it is written
    // again.
    String json = new String(utf8, StandardCharsets.UTF_8);
    List<String> strings = new ArrayList<>();
    int[] position = {1};
    if (json.length() < 2 || json.charAt(0) != '[') {
      throw notStrings();
    }
    while (true) {
      strings.add(read(json, position));
      char after = at(json, position[0]++);
      if (after == ']' && position[0] == json.length()) {
        return strings;
      }
      if (after != ',') {
        throw notStrings();
      }
    }
  }

  private static String read(String json, int[] position) {
    if (at(json, position[0]++) != '"') {
      throw notStrings();
    }
    StringBuilder text = new StringBuilder();
    while (true) {
      char c = at(json, position[0]++);
      if (c == '"') {
        return text.toString();
      }
      text.append(c == '\\' ? escaped(json, position) : c);
    }
  }

  private static char escaped(String json, int[] position) {
    char c = at(json, position[0]++);
    return switch (c) {
      case '"', '\\' -> c;
      case 'b' -> '\b';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'u' -> {
        position[0] += 4;
        at(json, position[0] - 1);
        yield (char) Integer.parseInt(json, position[0] - 4, position[0], 16);
      }
      default -> throw notStrings();
    };
  }

  private static char at(String json, int index) {
    if (index >= json.length()) {
      throw notStrings();
    }
    return json.charAt(index);
  }

  private static IllegalArgumentException notStrings() {
    return new IllegalArgumentException("no JSON array of strings");
  }
}

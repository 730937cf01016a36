package org.chartseal.services.clinical.internal;

import java.nio.charset.StandardCharsets;

/** What a file seems to be, by how it begins. */
sealed interface DocumentFormat {

  /** XML of some kind. */
  record Xml() implements DocumentFormat {}

  /**
   * JSON of some kind.
   *
   * @param from where the text begins, after a byte order mark
   */
  record Json(int from) implements DocumentFormat {}

  /**
   * Neither.
   *
   * @param guess as it stands after "the file is"
   */
  record Unknown(String guess) implements DocumentFormat {}

  static DocumentFormat recognise(byte[] bytes) {
    int start = afterMark(bytes);
    for (int i = start; i < bytes.length; i++) {
      char c = (char) (bytes[i] & 0xff);
      if (c == '<') {
        return new Xml();
      }
      if ("{[\"-0123456789tfn".indexOf(c) >= 0) {
        return new Json(start);
      }
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != 0) {
        break;
      }
    }
    return new Unknown(
        guess(new String(bytes, 0, Math.min(8, bytes.length), StandardCharsets.ISO_8859_1)));
  }

  private static int afterMark(byte[] bytes) {
    if (bytes.length > 2
        && bytes[0] == (byte) 0xef
        && bytes[1] == (byte) 0xbb
        && bytes[2] == (byte) 0xbf) {
      return 3;
    }
    int first = bytes.length > 1 ? ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff) : 0;
    return first == 0xfeff || first == 0xfffe ? 2 : 0;
  }

  private static String guess(String begin) {
    if (begin.startsWith("%PDF")) {
      return "a PDF";
    }
    if (begin.startsWith("PK\u0003\u0004")) {
      return "a ZIP archive or an office document";
    }
    if (begin.startsWith("\u00ff\u00d8") || begin.startsWith("\u0089PNG")) {
      return "a picture";
    }
    return "neither XML nor JSON";
  }
}

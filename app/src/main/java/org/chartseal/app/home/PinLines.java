package org.chartseal.app.home;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.chartseal.signing.Pin;

/** Finds a PIN in a file's bytes without ever making a string of it. */
public final class PinLines {

  private PinLines() {}

  /**
   * The PIN of one identity: from its line {@code alias: PIN}, or from the first line that names
   * nobody. Lines that begin with {@code #} are comments.
   *
   * @param bytes UTF-8, wiped by this call
   */
  public static Optional<Pin> pin(byte[] bytes, String alias) {
    CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
    char[] text = decoded.array();
    try {
      return find(text, decoded.limit(), alias);
    } finally {
      Arrays.fill(text, '\0');
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private static Optional<Pin> find(char[] text, int length, String alias) {
    Optional<Pin> anybodys = Optional.empty();
    int from = 0;
    while (from < length) {
      int to = from;
      while (to < length && text[to] != '\n' && text[to] != '\r') {
        to++;
      }
      if (to > from && text[from] != '#') {
        int colon = indexOf(text, ':', from, to);
        if (colon < 0) {
          if (anybodys.isEmpty()) {
            anybodys = Optional.of(copy(text, from, to));
          }
        } else if (names(text, from, colon, alias)) {
          anybodys.ifPresent(Pin::close);
          int start = colon + 1;
          while (start < to && text[start] == ' ') {
            start++;
          }
          return Optional.of(copy(text, start, to));
        }
      }
      from = to + 1;
    }
    return anybodys;
  }

  private static int indexOf(char[] text, char wanted, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  private static boolean names(char[] text, int from, int to, String alias) {
    return alias.contentEquals(CharBuffer.wrap(text, from, to - from));
  }

  private static Pin copy(char[] text, int from, int to) {
    char[] pin = Arrays.copyOfRange(text, from, to);
    try {
      return Pin.copyOf(pin);
    } finally {
      Arrays.fill(pin, '\0');
    }
  }
}

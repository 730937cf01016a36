package org.chartseal.services.seal.cbor;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads one CBOR item from the front, in the deterministic encoding only. Every call names what
 * must come next and how large it may be.
 *
 * <pre>{@code
 * CborReader reader = new CborReader(bytes);
 * CborReader.Fields fields = reader.map();
 * long version = fields.require("v").unsigned(1);
 * fields.end();
 * reader.end();
 * }</pre>
 */
public final class CborReader {

  static final int UNSIGNED = 0;
  static final int BYTES = 2;
  static final int TEXT = 3;
  static final int ARRAY = 4;
  static final int MAP = 5;

  private final byte[] input;
  private int position;

  /** Reads from these bytes, which are not copied and must not change meanwhile. */
  public CborReader(byte[] input) {
    this.input = input;
  }

  /** An unsigned integer of at most {@code max}. */
  public long unsigned(long max) throws CborException {
    long value = head(UNSIGNED);
    if (value > max) {
      throw new CborException("an integer is larger than " + max);
    }
    return value;
  }

  /** A byte string of at most {@code max} bytes. */
  public byte[] bytes(int max) throws CborException {
    int size = size(BYTES, max);
    position += size;
    return Arrays.copyOfRange(input, position - size, position);
  }

  /** A byte string of exactly {@code size} bytes. */
  public byte[] bytesOf(int size) throws CborException {
    byte[] bytes = bytes(size);
    if (bytes.length != size) {
      throw new CborException("a byte string of " + size + " bytes is expected");
    }
    return bytes;
  }

  /** A text of at most {@code max} bytes of well-formed UTF-8. */
  public String text(int max) throws CborException {
    int size = size(TEXT, max);
    position += size;
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(input, position - size, size))
          .toString();
    } catch (CharacterCodingException e) {
      throw new CborException("a text is not UTF-8");
    }
  }

  /** Begins an array and says how many items it has, at most {@code max}. */
  public int array(int max) throws CborException {
    return size(ARRAY, max);
  }

  /** Begins an array of exactly so many items. */
  public void arrayOf(int items) throws CborException {
    if (array(items) != items) {
      throw new CborException("an array of " + items + " items is expected");
    }
  }

  /** Begins a map. */
  public Fields map() throws CborException {
    return new Fields(size(MAP, input.length));
  }

  /** Whether everything was read. */
  public boolean atEnd() {
    return position == input.length;
  }

  /** Refuses bytes after the item. */
  public void end() throws CborException {
    if (!atEnd()) {
      throw new CborException("there are bytes after the end");
    }
  }

  /** The entries of a map, whose keys come in the order of their encodings, each once. */
  public final class Fields {
    private int left;
    private @Nullable String next;
    private byte[] last = {};

    private Fields(int entries) {
      left = entries;
    }

    /** Whether another entry follows. */
    public boolean hasNext() {
      return next != null || left > 0;
    }

    /**
     * The key of the next entry, whose value the caller must read, of at most {@code max} bytes.
     */
    public String key(int max) throws CborException {
      String key = peek(max);
      if (key == null) {
        throw new CborException("a map ends too early");
      }
      next = null;
      return key;
    }

    /** If the next entry has this key: takes it, so that the value follows. */
    public boolean take(String key) throws CborException {
      if (!key.equals(peek(MAX_KEY))) {
        return false;
      }
      next = null;
      return true;
    }

    /** The next entry must have this key; the value follows. */
    public CborReader require(String key) throws CborException {
      if (!take(key)) {
        throw new CborException(
            "the entry '" + key + "' is missing, or another stands in its place");
      }
      return CborReader.this;
    }

    /** Refuses entries that nobody asked for. */
    public void end() throws CborException {
      if (hasNext()) {
        throw new CborException("a map holds an entry that this version does not know");
      }
    }

    private @Nullable String peek(int max) throws CborException {
      if (next == null && left > 0) {
        int start = position;
        next = text(max);
        left--;
        byte[] encoded = Arrays.copyOfRange(input, start, position);
        if (Arrays.compareUnsigned(last, encoded) >= 0) {
          throw new CborException("the keys of a map are not in order, or one comes twice");
        }
        last = encoded;
      }
      return next;
    }
  }

  private static final int MAX_KEY = 32;

  private int size(int majorType, int max) throws CborException {
    long size = head(majorType);
    if (size > max) {
      throw new CborException("a length is more than " + max);
    }
    // Every item is at least one byte long, an entry of a map two.
    if (size > input.length - position) {
      throw new CborException("a length goes beyond the end");
    }
    return (int) size;
  }

  private long head(int majorType) throws CborException {
    int initial = next();
    if (initial >>> 5 != majorType) {
      throw new CborException("an item of another type stands here");
    }
    int additional = initial & 0x1f;
    if (additional < 24) {
      return additional;
    }
    return switch (additional) {
      case 24 -> atLeast(number(1), 24);
      case 25 -> atLeast(number(2), 1L << 8);
      case 26 -> atLeast(number(4), 1L << 16);
      case 27 -> atLeast(number(8), 1L << 32);
      default -> throw new CborException("an indefinite length or a reserved value");
    };
  }

  /** Refuses what would have fitted into a shorter form, and what is 2^63 or more. */
  private static long atLeast(long value, long least) throws CborException {
    if (value < least) {
      throw new CborException("an integer or length is not in its shortest form, or too large");
    }
    return value;
  }

  private long number(int size) throws CborException {
    long value = 0;
    for (int i = 0; i < size; i++) {
      value = value << 8 | next();
    }
    return value;
  }

  private int next() throws CborException {
    if (position == input.length) {
      throw new CborException("the end comes too early");
    }
    return input[position++] & 0xff;
  }
}

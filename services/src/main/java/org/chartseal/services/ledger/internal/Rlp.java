package org.chartseal.services.ledger.internal;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Recursive Length Prefix (Yellow Paper, appendix B). Decoding is strict: one canonical encoding,
 * nothing left over, and no more nesting than trie nodes have.
 */
final class Rlp {

  private static final int SHORT = 55;
  private static final int MAX_DEPTH = 8;

  /** A byte string or a list. */
  sealed interface Item {

    /** A byte string; not to be changed. */
    final class Text implements Item {
      final byte[] bytes;

      Text(byte[] bytes) {
        this.bytes = bytes;
      }
    }

    /** A list of items. */
    record Sequence(List<Item> items) implements Item {}
  }

  /** The bytes are not the canonical encoding of one item. */
  static final class MalformedRlpException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedRlpException(String what) {
      super(what);
    }
  }

  private final byte[] input;
  private int position;

  private Rlp(byte[] input) {
    this.input = input;
  }

  static Item decode(byte[] input) throws MalformedRlpException {
    Rlp reader = new Rlp(input);
    Item item = reader.item(input.length, 0);
    if (reader.position != input.length) {
      throw new MalformedRlpException("bytes after the item");
    }
    return item;
  }

  private Item item(int end, int depth) throws MalformedRlpException {
    if (position >= end || depth > MAX_DEPTH) {
      throw new MalformedRlpException(depth > MAX_DEPTH ? "nested too deeply" : "truncated");
    }
    int first = input[position++] & 0xff;
    if (first < 0x80) {
      return new Item.Text(new byte[] {(byte) first});
    }
    if (first < 0xc0) {
      return text(length(first - 0x80, end));
    }
    int length = length(first - 0xc0, end);
    int stop = position + length;
    List<Item> items = new ArrayList<>();
    while (position < stop) {
      items.add(item(stop, depth + 1));
    }
    return new Item.Sequence(items);
  }

  private Item text(int length) throws MalformedRlpException {
    byte[] bytes = Arrays.copyOfRange(input, position, position + length);
    position += length;
    if (length == 1 && bytes[0] >= 0) {
      throw new MalformedRlpException("a single small byte with a prefix");
    }
    return new Item.Text(bytes);
  }

  private int length(int code, int end) throws MalformedRlpException {
    int length = code;
    if (code > SHORT) {
      int octets = code - SHORT;
      if (octets > 3 || position + octets > end || input[position] == 0) {
        throw new MalformedRlpException("bad length of a length");
      }
      length = 0;
      for (int i = 0; i < octets; i++) {
        length = (length << 8) | (input[position++] & 0xff);
      }
      if (length <= SHORT) {
        throw new MalformedRlpException("a short item with a long prefix");
      }
    }
    if (length > end - position) {
      throw new MalformedRlpException("truncated");
    }
    return length;
  }

  static byte[] encode(byte[] text) {
    if (text.length == 1 && text[0] >= 0) {
      return text.clone();
    }
    return prefixed(0x80, text);
  }

  /** The encoding of a list whose items are encoded already. */
  static byte[] encodeSequence(List<byte[]> encodedItems) {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    encodedItems.forEach(payload::writeBytes);
    return prefixed(0xc0, payload.toByteArray());
  }

  private static byte[] prefixed(int base, byte[] payload) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(payload.length + 4);
    if (payload.length <= SHORT) {
      out.write(base + payload.length);
    } else {
      int octets = (39 - Integer.numberOfLeadingZeros(payload.length)) / 8;
      out.write(base + SHORT + octets);
      for (int shift = 8 * (octets - 1); shift >= 0; shift -= 8) {
        out.write(payload.length >>> shift);
      }
    }
    out.writeBytes(payload);
    return out.toByteArray();
  }
}

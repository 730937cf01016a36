package org.chartseal.services.ledger.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Hash32;

/**
 * The two hexadecimal forms of Ethereum's JSON-RPC: data with all digits, quantities without
 * leading zeros.
 */
final class Hex {

  /** Compiled once: a proof has a quantity for each of thousands of words. */
  private static final Pattern QUANTITY = Pattern.compile("0x[0-9a-fA-F]{1,64}");

  private Hex() {}

  static String data(byte[] bytes) {
    return "0x" + HexFormat.of().formatHex(bytes);
  }

  static String quantity(long number) {
    return "0x" + Long.toHexString(number);
  }

  static byte[] bytes(JsonNode node) throws JsonRpcException {
    String text = node.asText("");
    if (!node.isTextual() || !text.startsWith("0x") || text.length() % 2 != 0) {
      throw JsonRpcException.malformed("data expected");
    }
    try {
      return HexFormat.of().parseHex(text, 2, text.length());
    } catch (IllegalArgumentException e) {
      throw JsonRpcException.malformed("data expected");
    }
  }

  static Hash32 hash(JsonNode node) throws JsonRpcException {
    byte[] bytes = bytes(node);
    if (bytes.length != 32) {
      throw JsonRpcException.malformed("32 bytes expected");
    }
    return Hash32.of(bytes);
  }

  static Address address(JsonNode node) throws JsonRpcException {
    byte[] bytes = bytes(node);
    if (bytes.length != 20) {
      throw JsonRpcException.malformed("20 bytes expected");
    }
    return Address.of(bytes);
  }

  static BigInteger number(JsonNode node) throws JsonRpcException {
    String text = node.asText("");
    if (!node.isTextual() || !QUANTITY.matcher(text).matches()) {
      throw JsonRpcException.malformed("a quantity expected");
    }
    return new BigInteger(text.substring(2), 16);
  }

  /** A quantity that fits a positive long. */
  static long small(JsonNode node) throws JsonRpcException {
    BigInteger number = number(node);
    if (number.bitLength() > 62) {
      throw JsonRpcException.malformed("too large a quantity");
    }
    return number.longValueExact();
  }
}

package org.chartseal.services.seal;

import java.util.Arrays;
import java.util.HexFormat;

/** A 20-byte account or contract address of an EVM chain. */
public final class Address {

  private final byte[] bytes;

  private Address(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * The address with these bytes.
   *
   * @throws IllegalArgumentException unless there are exactly 20 bytes
   */
  public static Address of(byte[] bytes) {
    if (bytes.length != 20) {
      throw new IllegalArgumentException("an address has 20 bytes, not " + bytes.length);
    }
    return new Address(bytes.clone());
  }

  /**
   * The address with these digits.
   *
   * @param hex 40 hexadecimal digits of either case, with or without {@code 0x}
   */
  public static Address ofHex(String hex) {
    return of(HexFormat.of().parseHex(hex.startsWith("0x") ? hex.substring(2) : hex));
  }

  /** A copy of the 20 bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** {@code 0x} and 40 lower-case digits. */
  public String hex() {
    return "0x" + HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Address address && Arrays.equals(bytes, address.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return hex();
  }
}

package org.chartseal.services.ledger;

import java.util.Arrays;
import java.util.HexFormat;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.Hash32;

/**
 * An ABI-encoded action, with its selector: what a {@code registry/1} statement orders. Made by
 * {@link RegistryCalls} and {@link SettlementCalls}.
 */
public final class ContractCall {

  private final byte[] bytes;

  private ContractCall(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Takes a copy. */
  public static ContractCall of(byte[] bytes) {
    return new ContractCall(bytes.clone());
  }

  /** A copy of the encoded action. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** {@code keccak(call)}, as the statement names it. */
  public Hash32 digest() {
    return Digests.keccak256(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ContractCall call && Arrays.equals(bytes, call.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "ContractCall[" + HexFormat.of().formatHex(bytes, 0, Math.min(4, bytes.length)) + "…]";
  }
}

package org.chartseal.services.ledger.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.Hash32;

/** The names under which the contract's interface goes on the wire. */
final class Abi {

  static final Hash32 ANCHORED = topic("Anchored(bytes32,bytes32,bytes32)");
  static final Hash32 SKIPPED = topic("Skipped(bytes32)");
  static final Hash32 PAID = topic("Paid(bytes32,bytes32,uint64,uint128,uint128)");
  static final Hash32 RETRACTED = topic("Retracted(bytes32,bytes32)");

  static final String ANCHOR =
      "anchor(uint64,bytes32,uint32,uint64,bytes32,bytes32,bytes32,bytes32,uint32,(bytes32,bytes32,bytes32)[],bytes32[])";

  private Abi() {}

  private static Hash32 topic(String signature) {
    return Digests.keccak256(signature.getBytes(StandardCharsets.US_ASCII));
  }

  /** The first four bytes of the hash of a signature. */
  static byte[] selector(String signature) {
    return Arrays.copyOf(topic(signature).bytes(), 4);
  }
}

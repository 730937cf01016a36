package org.chartseal.services.seal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a signature is for: the first 16 bytes of everything that is signed (§1.1). */
public enum StatementType {
  ANCHOR("anchor/1", true),
  RETRACT("retract/1", true),
  HEAD("head/1", true),
  BILL("bill/1", true),
  SETTLE("settle/1", true),
  REGISTRY("registry/1", false),
  POSSESSION("possession/1", false),
  CARD("card/1", false),
  CHALLENGE("challenge/1", false),
  RULEPACK("rulepack/1", false),
  DECISION("decision/1", false),
  RULING("ruling/1", false);

  /** Length of the type at the front of a payload. */
  public static final int LENGTH = 16;

  private final String label;
  private final boolean statement;

  StatementType(String name, boolean statement) {
    this.label = name;
    this.statement = statement;
  }

  /** The 16 bytes with which a payload of this type begins. */
  public byte[] prefix() {
    return Arrays.copyOf(label.getBytes(StandardCharsets.US_ASCII), LENGTH);
  }

  /** Whether a payload begins with this type. */
  public boolean begins(byte[] payload) {
    return payload.length >= LENGTH && Arrays.equals(prefix(), 0, LENGTH, payload, 0, LENGTH);
  }

  /** Whether its payload is a {@link Statement}. */
  public boolean isStatement() {
    return statement;
  }
}

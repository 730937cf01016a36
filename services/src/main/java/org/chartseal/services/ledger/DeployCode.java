package org.chartseal.services.ledger;

/** A contract's creation code with its constructor's arguments. */
public final class DeployCode {

  private final byte[] bytes;

  private DeployCode(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Takes a copy. */
  public static DeployCode of(byte[] bytes) {
    return new DeployCode(bytes.clone());
  }

  /** A copy of the code. */
  public byte[] bytes() {
    return bytes.clone();
  }
}

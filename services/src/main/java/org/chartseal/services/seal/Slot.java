package org.chartseal.services.seal;

/**
 * The on-chain place of one entry of a stream (protocol §2). It says nothing to whoever lacks the
 * stream's slot key.
 */
public record Slot(Hash32 value) {
  @Override
  public String toString() {
    return value.hex();
  }
}

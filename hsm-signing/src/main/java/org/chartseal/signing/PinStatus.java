package org.chartseal.signing;

/** What a device says about its PIN before it is asked for. */
public sealed interface PinStatus {

  /** At least one try is left, and the device counts them. */
  record TriesLeft(int tries) implements PinStatus {
    /**
     * @throws IllegalArgumentException if no try is left: that is {@link Blocked}
     */
    public TriesLeft {
      if (tries < 1) {
        throw new IllegalArgumentException("A PIN without tries is blocked.");
      }
    }
  }

  /** The device takes a PIN and does not say how many tries are left, or does not count. */
  record Unknown() implements PinStatus {}

  /** The device takes no PIN until it is unblocked. */
  record Blocked() implements PinStatus {}

  /** The device could not be asked. */
  record Unavailable(DeviceFault fault) implements PinStatus {}
}

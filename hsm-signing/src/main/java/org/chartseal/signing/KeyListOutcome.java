package org.chartseal.signing;

import java.util.List;

/** What {@link KeyDevice#keys()} answers. */
public sealed interface KeyListOutcome {

  /**
   * The keys that Chartseal can use, by purpose and index. Empty means that the device was read and
   * has none.
   */
  record Keys(List<DeviceKey> keys) implements KeyListOutcome {
    public Keys {
      keys = List.copyOf(keys);
    }
  }

  /** The device could not be read. */
  record Unavailable(DeviceFault fault) implements KeyListOutcome {}
}

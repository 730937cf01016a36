package org.chartseal.signing;

import java.util.OptionalInt;

/** What {@link KeyDevice#unlock(Pin)} answers. */
public sealed interface UnlockOutcome {

  /** The PIN was right. Whoever receives the session closes it. */
  record Unlocked(DeviceSession session) implements UnlockOutcome {}

  /** The PIN was wrong; the tries that are left, where the device says. */
  record WrongPin(OptionalInt triesLeft) implements UnlockOutcome {}

  /** The device takes no PIN any more, this one or another. */
  record PinBlocked() implements UnlockOutcome {}

  /** The PIN could not be tried. */
  record Unavailable(DeviceFault fault) implements UnlockOutcome {}
}

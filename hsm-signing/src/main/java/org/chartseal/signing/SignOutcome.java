package org.chartseal.signing;

/** What {@link DeviceSession#sign(DeviceKey, Digest)} answers. */
public sealed interface SignOutcome {

  /** The device signed. */
  record Signed(Signature signature) implements SignOutcome {}

  /** The device did not sign. */
  record SignRefused(DeviceFault fault) implements SignOutcome {}
}

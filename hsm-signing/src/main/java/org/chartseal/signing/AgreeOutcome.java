package org.chartseal.signing;

/** What {@link DeviceSession#agree(DeviceKey, P256PublicKey)} answers. */
public sealed interface AgreeOutcome {

  /** The device agreed. Whoever receives the secret closes it. */
  record Agreed(SharedSecret secret) implements AgreeOutcome {}

  /** The device did not agree. */
  record AgreeRefused(DeviceFault fault) implements AgreeOutcome {}
}

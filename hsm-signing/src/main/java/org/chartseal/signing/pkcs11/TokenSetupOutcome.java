package org.chartseal.signing.pkcs11;

import java.util.OptionalInt;
import org.chartseal.signing.DeviceFault;
import org.chartseal.signing.DeviceKey;

/** What {@link Pkcs11TokenSetup} answers. */
public sealed interface TokenSetupOutcome {

  /** The token holds two new keys. */
  record KeysMade(DeviceKey sign, DeviceKey agree) implements TokenSetupOutcome {}

  /** The PIN was wrong; nothing was made. */
  record WrongPin(OptionalInt triesLeft) implements TokenSetupOutcome {}

  /** The token takes no PIN any more; nothing was made. */
  record PinBlocked() implements TokenSetupOutcome {}

  /** The keys were not both made. A signing key that is left alone does no harm. */
  record NotMade(DeviceFault fault) implements TokenSetupOutcome {}
}

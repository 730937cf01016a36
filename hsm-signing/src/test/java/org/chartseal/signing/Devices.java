package org.chartseal.signing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.chartseal.signing.certificate.CertificateHolder;

/** Expects the good outcome of a device, and fails with the other one's words. */
public final class Devices {
  private Devices() {}

  public static CertificateHolder holder(String name) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return new CertificateHolder(
        new X500Principal(name), now.minus(1, ChronoUnit.HOURS), now.plus(365, ChronoUnit.DAYS));
  }

  public static List<DeviceKey> keys(KeyDevice device) {
    return switch (device.keys()) {
      case KeyListOutcome.Keys readable -> readable.keys();
      case KeyListOutcome.Unavailable unavailable -> throw new AssertionError(unavailable.fault());
    };
  }

  public static DeviceKey key(KeyDevice device, KeyPurpose purpose) {
    return keys(device).stream().filter(key -> key.purpose() == purpose).findFirst().orElseThrow();
  }

  public static DeviceSession unlock(KeyDevice device, Pin pin) {
    return switch (device.unlock(pin)) {
      case UnlockOutcome.Unlocked unlocked -> unlocked.session();
      case UnlockOutcome other -> throw new AssertionError(other);
    };
  }

  public static Signature sign(DeviceSession session, DeviceKey key, Digest digest) {
    return switch (session.sign(key, digest)) {
      case SignOutcome.Signed signed -> signed.signature();
      case SignOutcome.SignRefused refused -> throw new AssertionError(refused.fault());
    };
  }

  public static SharedSecret agree(DeviceSession session, DeviceKey key, P256PublicKey peer) {
    return switch (session.agree(key, peer)) {
      case AgreeOutcome.Agreed agreed -> agreed.secret();
      case AgreeOutcome.AgreeRefused refused -> throw new AssertionError(refused.fault());
    };
  }

  public static DeviceFault.Code refusal(SignOutcome outcome) {
    return switch (outcome) {
      case SignOutcome.Signed signed -> throw new AssertionError("It signed.");
      case SignOutcome.SignRefused refused -> refused.fault().code();
    };
  }

  public static DeviceFault.Code refusal(AgreeOutcome outcome) {
    return switch (outcome) {
      case AgreeOutcome.Agreed agreed -> throw new AssertionError("It agreed.");
      case AgreeOutcome.AgreeRefused refused -> refused.fault().code();
    };
  }

  public static DeviceFault.Code fault(KeyListOutcome outcome) {
    return switch (outcome) {
      case KeyListOutcome.Keys readable -> throw new AssertionError(readable);
      case KeyListOutcome.Unavailable unavailable -> unavailable.fault().code();
    };
  }

  public static DeviceFault.Code fault(UnlockOutcome outcome) {
    return switch (outcome) {
      case UnlockOutcome.Unavailable unavailable -> unavailable.fault().code();
      case UnlockOutcome other -> throw new AssertionError(other);
    };
  }
}

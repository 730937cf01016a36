package org.chartseal.services.bench;

import java.util.concurrent.atomic.AtomicInteger;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.signing.AgreeOutcome;
import org.chartseal.signing.DeviceKey;
import org.chartseal.signing.DeviceSession;
import org.chartseal.signing.Digest;
import org.chartseal.signing.P256PublicKey;
import org.chartseal.signing.SignOutcome;

/** Counts what a device is asked to do. */
final class CountingSession implements DeviceSession {

  private final DeviceSession device;
  private final AtomicInteger operations = new AtomicInteger();

  CountingSession(DeviceSession device) {
    this.device = device;
  }

  /** The same identity, counted. */
  static UnlockedIdentity around(UnlockedIdentity identity, CountingSession session) {
    return new UnlockedIdentity(session, identity.signing(), identity.agreement());
  }

  int operations() {
    return operations.get();
  }

  @Override
  public SignOutcome sign(DeviceKey key, Digest digest) {
    operations.incrementAndGet();
    return device.sign(key, digest);
  }

  @Override
  public AgreeOutcome agree(DeviceKey key, P256PublicKey peer) {
    operations.incrementAndGet();
    return device.agree(key, peer);
  }

  /** Leaves the device as it is: others use it. */
  @Override
  public void close() {}
}

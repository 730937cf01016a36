package org.chartseal.signing.internal;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.ProviderException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chartseal.signing.AgreeOutcome;
import org.chartseal.signing.DeviceFault;
import org.chartseal.signing.DeviceKey;
import org.chartseal.signing.DeviceSession;
import org.chartseal.signing.Digest;
import org.chartseal.signing.KeyPurpose;
import org.chartseal.signing.P256PublicKey;
import org.chartseal.signing.SignOutcome;

/**
 * An unlocked device whose keys a JCA provider uses. A key is found by its public part and used for
 * the purpose that the device's own certificate gives it, whatever the caller's handle says.
 */
public final class ProviderSession implements DeviceSession {
  private final KeyOperations operations;
  private final Function<Exception, DeviceFault> explain;
  private final Consumer<ProviderSession> lock;
  private volatile Map<P256PublicKey, HeldKey> keys;
  private volatile boolean closed;

  /**
   * @param explain says what a failure of the provider means on this device
   * @param lock is called once with this session, after it was closed
   */
  public ProviderSession(
      KeyOperations operations,
      List<HeldKey> keys,
      Function<Exception, DeviceFault> explain,
      Consumer<ProviderSession> lock) {
    this.operations = operations;
    this.explain = explain;
    this.lock = lock;
    this.keys =
        keys.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    held -> held.key().publicKey(), Function.identity(), (first, same) -> first));
  }

  @Override
  public SignOutcome sign(DeviceKey key, Digest digest) {
    try {
      HeldKey held = find(key, KeyPurpose.SIGN);
      return new SignOutcome.Signed(operations.sign(held.handle(), digest));
    } catch (DeviceFaultException e) {
      return new SignOutcome.SignRefused(e.fault());
    } catch (GeneralSecurityException | ProviderException | IllegalArgumentException e) {
      return new SignOutcome.SignRefused(explained(e));
    }
  }

  @Override
  public AgreeOutcome agree(DeviceKey key, P256PublicKey peer) {
    try {
      HeldKey held = find(key, KeyPurpose.AGREE);
      return new AgreeOutcome.Agreed(operations.agree(held.handle(), peer));
    } catch (DeviceFaultException e) {
      return new AgreeOutcome.AgreeRefused(e.fault());
    } catch (InvalidKeyException e) {
      return new AgreeOutcome.AgreeRefused(closed ? sessionClosed() : pointRefused());
    } catch (GeneralSecurityException | ProviderException | IllegalArgumentException e) {
      return new AgreeOutcome.AgreeRefused(explained(e));
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      keys = Map.of();
    }
    lock.accept(this);
  }

  private HeldKey find(DeviceKey key, KeyPurpose purpose) throws DeviceFaultException {
    HeldKey held = keys.get(key.publicKey());
    if (closed) {
      throw new DeviceFaultException(sessionClosed());
    }
    if (held == null) {
      throw new DeviceFaultException(
          DeviceFault.Code.KEY_NOT_FOUND,
          "This device does not hold the key that was asked for. Use the device that the key belongs to.");
    }
    if (held.key().purpose() != purpose) {
      throw new DeviceFaultException(
          DeviceFault.Code.KEY_NOT_USABLE,
          switch (purpose) {
            case SIGN -> "This is an agreement key; it signs nothing. Choose the signing key.";
            case AGREE -> "This is a signing key; it agrees with nobody. Choose the agreement key.";
          });
    }
    return held;
  }

  /** A session that was closed while the device worked says so, whatever the device made of it. */
  private DeviceFault explained(Exception e) {
    return closed ? sessionClosed() : explain.apply(e);
  }

  private static DeviceFault pointRefused() {
    return new DeviceFault(
        DeviceFault.Code.POINT_REFUSED,
        "The device refused the other party's key. Ask them for their card or certificate again.");
  }

  private static DeviceFault sessionClosed() {
    return new DeviceFault(
        DeviceFault.Code.SESSION_CLOSED, "The device is locked. Enter the PIN again.");
  }
}

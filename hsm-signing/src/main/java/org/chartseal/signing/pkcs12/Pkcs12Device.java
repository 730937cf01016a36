package org.chartseal.signing.pkcs12;

import java.io.IOException;
import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.chartseal.signing.KeyDevice;
import org.chartseal.signing.KeyListOutcome;
import org.chartseal.signing.Pin;
import org.chartseal.signing.PinStatus;
import org.chartseal.signing.UnlockOutcome;
import org.chartseal.signing.internal.DeviceFaultException;
import org.chartseal.signing.internal.KeyOperations;
import org.chartseal.signing.internal.ProviderSession;

/**
 * A PKCS#12 key file (RFC 7292) as a device, for demonstration and development.
 *
 * <p>Its limits are those of a file: whoever copies it may try PINs as often as they like, so it
 * never says how many are left; and while a session is open the private keys are in this process's
 * memory. They are decrypted by {@link #unlock} and let go when the session closes. The file is
 * read anew for every call.
 */
public final class Pkcs12Device implements KeyDevice {
  private final Path file;
  private final Set<ProviderSession> open = ConcurrentHashMap.newKeySet();

  /** A device on this file, which need not be there yet. */
  public Pkcs12Device(Path file) {
    this.file = file;
  }

  @Override
  public String label() {
    Path name = file.getFileName();
    return name == null ? "" : name.toString();
  }

  @Override
  public KeyListOutcome keys() {
    try {
      return new KeyListOutcome.Keys(Pkcs12Contents.read(file).keys());
    } catch (IOException e) {
      return new KeyListOutcome.Unavailable(Pkcs12Faults.of(e));
    } catch (DeviceFaultException e) {
      return new KeyListOutcome.Unavailable(e.fault());
    }
  }

  /** Unknown, as long as the file is one: nobody counts. */
  @Override
  public PinStatus pinStatus() {
    return switch (keys()) {
      case KeyListOutcome.Keys readable -> new PinStatus.Unknown();
      case KeyListOutcome.Unavailable unavailable -> new PinStatus.Unavailable(unavailable.fault());
    };
  }

  @Override
  public UnlockOutcome unlock(Pin pin) {
    try {
      return switch (Pkcs12Contents.read(file).open(pin)) {
        case Pkcs12Contents.Opened opened -> new UnlockOutcome.Unlocked(session(opened));
        case Pkcs12Contents.PinRefused refused -> new UnlockOutcome.WrongPin(OptionalInt.empty());
      };
    } catch (IOException e) {
      return new UnlockOutcome.Unavailable(Pkcs12Faults.of(e));
    } catch (DeviceFaultException e) {
      return new UnlockOutcome.Unavailable(e.fault());
    }
  }

  @Override
  public void close() {
    open.forEach(ProviderSession::close);
  }

  private ProviderSession session(Pkcs12Contents.Opened opened) {
    ProviderSession session =
        new ProviderSession(
            new KeyOperations(softwareProvider()),
            opened.keys(),
            failure -> Pkcs12Faults.softwareError(),
            open::remove);
    open.add(session);
    return session;
  }

  /** SunEC: constant-time arithmetic on P-256, part of every JDK. */
  static Provider softwareProvider() {
    Provider provider = Security.getProvider("SunEC");
    if (provider == null) {
      throw new IllegalStateException("This Java runtime has no provider SunEC.");
    }
    return provider;
  }
}

package org.chartseal.services.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.x500.X500Principal;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.signing.DeviceKey;
import org.chartseal.signing.DeviceSession;
import org.chartseal.signing.KeyDevice;
import org.chartseal.signing.KeyListOutcome;
import org.chartseal.signing.KeyPurpose;
import org.chartseal.signing.Pin;
import org.chartseal.signing.UnlockOutcome;
import org.chartseal.signing.certificate.CertificateHolder;
import org.chartseal.signing.certificate.CertificateIssuer;
import org.chartseal.signing.pkcs12.KeyFileOutcome;
import org.chartseal.signing.pkcs12.Pkcs12Device;
import org.chartseal.signing.pkcs12.Pkcs12KeyFile;

/** Key files in a folder, all under one authority. */
public final class TestIdentities {

  private static final String PIN = "123456";
  private static final String AUTHORITY = "registrar";

  private final Path folder;
  private final Map<String, UnlockedIdentity> unlocked = new ConcurrentHashMap<>();

  public TestIdentities(Path folder) {
    this.folder = folder;
    if (!folder.resolve(AUTHORITY + ".p12").toFile().exists()) {
      create(AUTHORITY);
    }
  }

  /** The registrar, whose certificate is the root. */
  public UnlockedIdentity registrar() {
    return identity(AUTHORITY);
  }

  /** An identity of that name; its key file is made at first use. */
  public UnlockedIdentity identity(String name) {
    return unlocked.computeIfAbsent(name, this::make);
  }

  /** An identity whose certificate ran out yesterday. */
  public UnlockedIdentity expired(String name) {
    Instant now = Instant.now();
    write(
        name,
        holder(name, now.minus(Duration.ofDays(30)), now.minus(Duration.ofDays(1))),
        Optional.of(authority()));
    return identity(name);
  }

  /** An identity that vouches for itself. */
  public UnlockedIdentity selfSigned(String name) {
    write(name, holder(name), Optional.empty());
    return identity(name);
  }

  /** The locked device with an identity's keys. */
  public KeyDevice device(String name) {
    return new Pkcs12Device(folder.resolve(name + ".p12"));
  }

  private UnlockedIdentity make(String name) {
    if (!folder.resolve(name + ".p12").toFile().exists()) {
      create(name);
    }
    return unlock(name);
  }

  private void create(String name) {
    write(name, holder(name), name.equals(AUTHORITY) ? Optional.empty() : Optional.of(authority()));
  }

  private CertificateIssuer authority() {
    return CertificateIssuer.of(registrar().session(), registrar().signing());
  }

  private static CertificateHolder holder(String name) {
    Instant now = Instant.now();
    return holder(name, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(365)));
  }

  private static CertificateHolder holder(String name, Instant from, Instant to) {
    return new CertificateHolder(new X500Principal("CN=" + name), from, to);
  }

  private void write(String name, CertificateHolder holder, Optional<CertificateIssuer> issuer) {
    Path file = folder.resolve(name + ".p12");
    try (Pin pin = pin()) {
      KeyFileOutcome outcome =
          issuer
              .map(by -> Pkcs12KeyFile.create(file, pin, holder, by))
              .orElseGet(() -> Pkcs12KeyFile.create(file, pin, holder));
      if (!(outcome instanceof KeyFileOutcome.Created)) {
        throw new IllegalStateException("no key file: " + outcome);
      }
    }
  }

  /** Another session of an identity, which the caller closes. */
  public UnlockedIdentity unlock(String name) {
    Pkcs12Device device = new Pkcs12Device(folder.resolve(name + ".p12"));
    if (!(device.keys() instanceof KeyListOutcome.Keys(List<DeviceKey> keys))) {
      throw new IllegalStateException("no keys");
    }
    try (Pin pin = pin()) {
      if (!(device.unlock(pin) instanceof UnlockOutcome.Unlocked(DeviceSession session))) {
        throw new IllegalStateException("not unlocked");
      }
      return new UnlockedIdentity(session, key(keys, KeyPurpose.SIGN), key(keys, KeyPurpose.AGREE));
    }
  }

  private static Pin pin() {
    return Pin.copyOf(PIN.toCharArray());
  }

  private static DeviceKey key(List<DeviceKey> keys, KeyPurpose purpose) {
    return keys.stream().filter(key -> key.purpose() == purpose).findFirst().orElseThrow();
  }
}

package org.chartseal.app.demo;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.chartseal.app.home.DemoPins;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.Identities;
import org.chartseal.app.home.Identity;
import org.chartseal.app.session.Keyring;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.Pin;
import org.chartseal.signing.certificate.CertificateHolder;
import org.chartseal.signing.certificate.CertificateIssuer;
import org.chartseal.signing.pkcs12.KeyFileOutcome;
import org.chartseal.signing.pkcs12.Pkcs12KeyFile;

/** Key files with PINs that are written down, which is what makes it a demonstration. */
final class DemoKeys {

  private static final Duration BEFORE = Duration.ofDays(1);
  private static final Duration VALID = Duration.ofDays(5 * 365);
  private static final Duration AUTHORITY_VALID = Duration.ofDays(20 * 365);

  private final Identities identities;
  private final DemoPins pins;
  private final InstantSource clock;

  DemoKeys(Identities identities, DemoPins pins, InstantSource clock) {
    this.identities = identities;
    this.pins = pins;
    this.clock = clock;
  }

  /** Makes somebody's key file and PIN unless they have them. An authority vouches for itself. */
  void ensure(Identity identity, Optional<UnlockedIdentity> authority)
      throws DemoException, HomeException {
    if (Files.isRegularFile(identities.keyFile(identity))) {
      return;
    }
    try (Pin pin = pins.findOrDraw(identity.alias())) {
      KeyFileOutcome outcome =
          authority
              .map(keys ->
                  Pkcs12KeyFile.create(
                      identities.keyFile(identity),
                      pin,
                      holder(identity, VALID),
                      CertificateIssuer.of(keys.session(), keys.signing())))
              .orElseGet(() ->
                  Pkcs12KeyFile.create(
                      identities.keyFile(identity), pin, holder(identity, AUTHORITY_VALID)));
      if (outcome instanceof KeyFileOutcome.NotCreated(var fault)) {
        throw new DemoException(new Fault(fault.code().shortCode(), fault.sentence()));
      }
    }
  }

  /** Unlocks with the PIN that is written down; the caller closes it. */
  UnlockedIdentity unlock(Identity identity) throws DemoException, HomeException {
    try (Pin pin = pins.findOrDraw(identity.alias())) {
      return new Keyring(identities, pins, (alias, question) -> pin).unlock(identity, pin);
    } catch (RefusedException e) {
      throw new DemoException(e.fault());
    }
  }

  private CertificateHolder holder(Identity identity, Duration valid) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return new CertificateHolder(
        new X500Principal("CN=" + escaped(identity.name()) + ",O=Chartseal sample network"),
        now.minus(BEFORE),
        now.plus(valid));
  }

  /** RFC 4514 §2.4. */
  private static String escaped(String name) {
    return name.replaceAll("([,+\"\\\\<>;=#])", "\\\\$1");
  }
}

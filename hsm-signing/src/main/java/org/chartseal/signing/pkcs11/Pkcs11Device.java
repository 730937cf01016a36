package org.chartseal.signing.pkcs11;

import java.nio.file.Path;
import java.security.ProviderException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.chartseal.signing.DeviceKey;
import org.chartseal.signing.DeviceSession;
import org.chartseal.signing.KeyDevice;
import org.chartseal.signing.KeyListOutcome;
import org.chartseal.signing.Pin;
import org.chartseal.signing.PinStatus;
import org.chartseal.signing.UnlockOutcome;
import org.chartseal.signing.internal.DeviceFaultException;
import org.chartseal.signing.internal.KeyListing;
import org.chartseal.signing.pkcs11.TokenReader.TokenCertificate;
import org.chartseal.signing.pkcs11.TokenReader.TokenInfo;
import org.jspecify.annotations.Nullable;

/**
 * A token of an HSM (PKCS#11 v3.1), chosen by its module and label; never "the first that answers".
 *
 * <p>The token is looked for at every call, so it may be connected, removed and connected again. A
 * token has one login state in a process: unlocking ends the session before, also one of another
 * {@code Pkcs11Device} on the same token. What a key is for is read from its certificate and kept
 * here; whoever makes keys by other means should also restrict CKA_SIGN and CKA_DERIVE on the
 * token.
 */
public final class Pkcs11Device implements KeyDevice {
  private final Path module;
  private final String tokenLabel;

  /** The newest session from here; the token itself ends those before it. */
  private final AtomicReference<@Nullable DeviceSession> opened = new AtomicReference<>();

  /**
   * A device that need not be connected yet.
   *
   * @param module the HSM vendor's PKCS#11 library
   * @param tokenLabel the token's label, without padding
   */
  public Pkcs11Device(Path module, String tokenLabel) {
    this.module = module.toAbsolutePath();
    this.tokenLabel = tokenLabel;
  }

  @Override
  public String label() {
    return tokenLabel;
  }

  @Override
  public KeyListOutcome keys() {
    try {
      TokenReader reader = reader();
      List<TokenCertificate> certificates = reader.certificates(tokenInfo(reader).slot());
      List<X509Certificate> all = certificates.stream().map(TokenCertificate::certificate).toList();
      return new KeyListOutcome.Keys(
          certificates.stream()
              .flatMap(found -> key(found, all).stream())
              .sorted(KeyListing.ORDER)
              .toList());
    } catch (DeviceFaultException e) {
      return new KeyListOutcome.Unavailable(e.fault());
    } catch (CryptokiException e) {
      return new KeyListOutcome.Unavailable(Pkcs11Faults.of(e));
    }
  }

  /** A certificate without a label is not a key's: SunPKCS11 and others store issuers so. */
  private static Optional<DeviceKey> key(TokenCertificate found, List<X509Certificate> all) {
    return found.label().isEmpty()
        ? Optional.empty()
        : KeyListing.key(found.label(), chain(found.certificate(), all));
  }

  private static List<X509Certificate> chain(
      X509Certificate certificate, List<X509Certificate> all) {
    List<X509Certificate> chain = new ArrayList<>();
    Optional<X509Certificate> next = Optional.of(certificate);
    while (next.isPresent() && !chain.contains(next.get())) {
      X509Certificate last = next.get();
      chain.add(last);
      next = all.stream().filter(issuer -> isIssuer(issuer, last)).findFirst();
    }
    return chain;
  }

  /**
   * By name and authority, as RFC 5280 §6.1 builds paths; signatures are for those who verify the
   * chain.
   */
  private static boolean isIssuer(X509Certificate issuer, X509Certificate of) {
    return issuer.getBasicConstraints() >= 0
        && issuer.getSubjectX500Principal().equals(of.getIssuerX500Principal());
  }

  /** Blocked, or one try left, where the token raises these flags; PKCS#11 has no counter. */
  @Override
  public PinStatus pinStatus() {
    try {
      TokenInfo info = tokenInfo(reader());
      if (info.isBlocked()) {
        return new PinStatus.Blocked();
      }
      return info.isLastTry() ? new PinStatus.TriesLeft(1) : new PinStatus.Unknown();
    } catch (DeviceFaultException e) {
      return new PinStatus.Unavailable(e.fault());
    } catch (CryptokiException e) {
      return new PinStatus.Unavailable(Pkcs11Faults.of(e));
    }
  }

  @Override
  public UnlockOutcome unlock(Pin pin) {
    try {
      UnlockOutcome outcome = token().unlock(pin);
      if (outcome instanceof UnlockOutcome.Unlocked unlocked) {
        opened.set(unlocked.session());
      }
      return outcome;
    } catch (DeviceFaultException e) {
      return new UnlockOutcome.Unavailable(e.fault());
    }
  }

  /** Locks the token if the session that is open came from here; another's goes on. */
  @Override
  public void close() {
    DeviceSession own = opened.getAndSet(null);
    if (own != null) {
      own.close();
    }
  }

  Pkcs11Token token() throws DeviceFaultException {
    try {
      return Pkcs11Token.of(module, tokenInfo(reader()).slot());
    } catch (CryptokiException e) {
      throw new DeviceFaultException(Pkcs11Faults.of(e));
    } catch (ProviderException e) {
      throw new DeviceFaultException(Pkcs11Faults.moduleUnavailable());
    }
  }

  private TokenReader reader() throws DeviceFaultException {
    return new Pkcs11Module(module).reader();
  }

  private TokenInfo tokenInfo(TokenReader reader) throws DeviceFaultException {
    List<TokenInfo> tokens =
        reader.tokens().stream().filter(token -> token.label().equals(tokenLabel)).toList();
    return switch (tokens.size()) {
      case 0 -> throw new DeviceFaultException(Pkcs11Faults.tokenUnavailable());
      case 1 -> tokens.getFirst();
      default -> throw new DeviceFaultException(Pkcs11Faults.tokenAmbiguous());
    };
  }
}

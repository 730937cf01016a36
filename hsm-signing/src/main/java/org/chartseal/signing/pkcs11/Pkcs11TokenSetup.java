package org.chartseal.signing.pkcs11;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.ProviderException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.function.BiFunction;
import org.chartseal.signing.DeviceKey;
import org.chartseal.signing.Digest;
import org.chartseal.signing.KeyListOutcome;
import org.chartseal.signing.KeyPurpose;
import org.chartseal.signing.P256PublicKey;
import org.chartseal.signing.Pin;
import org.chartseal.signing.SignOutcome;
import org.chartseal.signing.UnlockOutcome;
import org.chartseal.signing.certificate.CertificateHolder;
import org.chartseal.signing.certificate.CertificateIssuer;
import org.chartseal.signing.internal.CertificateMaker;
import org.chartseal.signing.internal.CertificateMaker.KeyChains;
import org.chartseal.signing.internal.DeviceFaultException;
import org.chartseal.signing.internal.KeyListing;
import org.chartseal.signing.internal.KeyOperations;

/**
 * Makes a party's keys on a token: a signing and an agreement key on P-256, generated there and
 * never extractable, each with a certificate. Keys that are there already stay; the new ones take
 * the next index.
 */
public final class Pkcs11TokenSetup {
  private final Pkcs11Device device;
  private final CertificateHolder holder;

  public Pkcs11TokenSetup(Pkcs11Device device, CertificateHolder holder) {
    this.device = device;
    this.holder = holder;
  }

  /** Makes keys that vouch for themselves, as {@code Pkcs12KeyFile} does. */
  public TokenSetupOutcome makeKeys(Pin pin) {
    return unlockAndMake(pin, this::ownIssuer);
  }

  /** Makes keys whose certificates an issuer signs, who must be on another token or device. */
  public TokenSetupOutcome makeKeys(Pin pin, CertificateIssuer issuer) {
    return unlockAndMake(pin, (token, sign) -> issuer);
  }

  private TokenSetupOutcome unlockAndMake(
      Pin pin, BiFunction<Pkcs11Token, KeyPair, CertificateIssuer> chooseIssuer) {
    try {
      Pkcs11Token token = device.token();
      return switch (token.unlock(pin)) {
        case UnlockOutcome.Unlocked unlocked -> {
          try {
            yield make(token, chooseIssuer);
          } finally {
            unlocked.session().close();
          }
        }
        case UnlockOutcome.WrongPin wrong -> new TokenSetupOutcome.WrongPin(wrong.triesLeft());
        case UnlockOutcome.PinBlocked blocked -> new TokenSetupOutcome.PinBlocked();
        case UnlockOutcome.Unavailable unavailable ->
            new TokenSetupOutcome.NotMade(unavailable.fault());
      };
    } catch (DeviceFaultException e) {
      return new TokenSetupOutcome.NotMade(e.fault());
    } catch (GeneralSecurityException | IOException | ProviderException e) {
      return new TokenSetupOutcome.NotMade(Pkcs11Faults.of(e));
    }
  }

  private TokenSetupOutcome make(
      Pkcs11Token token, BiFunction<Pkcs11Token, KeyPair, CertificateIssuer> chooseIssuer)
      throws GeneralSecurityException, IOException, DeviceFaultException {
    int index = nextIndex();
    KeyPair sign = generate(token);
    KeyPair agree = generate(token);
    KeyChains chains =
        new CertificateMaker(holder)
            .issue(chooseIssuer.apply(token, sign), publicKey(sign), publicKey(agree));
    // Until they are stored, generated keys are session objects, which the token forgets by itself.
    KeyStore store = token.keyStore();
    return new TokenSetupOutcome.KeysMade(
        store(store, KeyListing.alias(KeyPurpose.SIGN, index), sign, chains.sign()),
        store(store, KeyListing.alias(KeyPurpose.AGREE, index), agree, chains.agree()));
  }

  private int nextIndex() throws DeviceFaultException {
    return switch (device.keys()) {
      case KeyListOutcome.Keys present ->
          present.keys().stream().mapToInt(DeviceKey::index).max().orElse(-1) + 1;
      case KeyListOutcome.Unavailable unavailable ->
          throw new DeviceFaultException(unavailable.fault());
    };
  }

  private static KeyPair generate(Pkcs11Token token) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", token.provider());
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static DeviceKey store(
      KeyStore store, String alias, KeyPair pair, List<X509Certificate> chain)
      throws GeneralSecurityException {
    store.setKeyEntry(alias, pair.getPrivate(), null, chain.toArray(X509Certificate[]::new));
    return KeyListing.key(alias, chain)
        .orElseThrow(() -> new IllegalStateException("A new certificate has no purpose."));
  }

  private CertificateIssuer ownIssuer(Pkcs11Token token, KeyPair sign) {
    return new CertificateIssuer(
        holder.subject(),
        publicKey(sign),
        List.of(),
        digest -> signed(new KeyOperations(token.provider()), sign, digest));
  }

  private static SignOutcome signed(KeyOperations operations, KeyPair pair, Digest digest) {
    try {
      return new SignOutcome.Signed(operations.sign(pair.getPrivate(), digest));
    } catch (GeneralSecurityException | ProviderException e) {
      return new SignOutcome.SignRefused(Pkcs11Faults.of(e));
    }
  }

  private static P256PublicKey publicKey(KeyPair pair) {
    return P256PublicKey.of((ECPublicKey) pair.getPublic());
  }
}

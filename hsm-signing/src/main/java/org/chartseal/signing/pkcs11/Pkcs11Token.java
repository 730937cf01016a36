package org.chartseal.signing.pkcs11;

import java.io.IOException;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.login.LoginException;
import org.chartseal.signing.DeviceKey;
import org.chartseal.signing.Pin;
import org.chartseal.signing.UnlockOutcome;
import org.chartseal.signing.internal.HeldKey;
import org.chartseal.signing.internal.KeyListing;
import org.chartseal.signing.internal.KeyOperations;
import org.chartseal.signing.internal.ProviderSession;
import org.jspecify.annotations.Nullable;

/**
 * One slot of one module, with the SunPKCS11 provider on it.
 *
 * <p>There is one instance per slot in a process, because PKCS#11 keeps one login state per token
 * and application, and because after a removal only the provider that was there before finds the
 * token again.
 */
final class Pkcs11Token {
  private record Place(Path module, long slot) {}

  private static final Map<Place, Pkcs11Token> TOKENS = new ConcurrentHashMap<>();

  private final AuthProvider provider;
  private @Nullable ProviderSession current;

  private Pkcs11Token(AuthProvider provider) {
    this.provider = provider;
  }

  /**
   * @throws ProviderException if SunPKCS11 does not take the module
   */
  static Pkcs11Token of(Path module, long slot) {
    return TOKENS.computeIfAbsent(new Place(module, slot), Pkcs11Token::open);
  }

  private static Pkcs11Token open(Place place) {
    var sunPkcs11 = Security.getProvider("SunPKCS11");
    if (sunPkcs11 == null) {
      throw new ProviderException("This Java runtime has no provider SunPKCS11.");
    }
    return new Pkcs11Token((AuthProvider) sunPkcs11.configure("--" + configuration(place)));
  }

  /**
   * Keys that are made here never leave the token. What ECDH derives is a session object that may
   * be read: the pair secret is computed from it outside. SunPKCS11 wants every attribute on a line
   * of its own.
   */
  private static String configuration(Place place) {
    return """
    name=chartseal-%s
    library="%s"
    slot=%s
    attributes(*,CKO_PRIVATE_KEY,CKK_EC)={
      CKA_SIGN=true
      CKA_DERIVE=true
      CKA_SENSITIVE=true
      CKA_EXTRACTABLE=false
    }
    attributes(generate,CKO_SECRET_KEY,CKK_GENERIC_SECRET)={
      CKA_VALUE_LEN=32
      CKA_EXTRACTABLE=true
      CKA_SENSITIVE=false
      CKA_TOKEN=false
    }
    """
        .formatted(
            Long.toUnsignedString(place.slot()),
            place.module().toString().replace("\\", "\\\\"),
            Long.toUnsignedString(place.slot()));
  }

  AuthProvider provider() {
    return provider;
  }

  /** Ends the session that is open, tries the PIN and opens another. */
  synchronized UnlockOutcome unlock(Pin pin) {
    try {
      endSession();
      login(pin);
      ProviderSession session =
          new ProviderSession(
              new KeyOperations(provider), heldKeys(), Pkcs11Faults::of, this::ended);
      current = session;
      return new UnlockOutcome.Unlocked(session);
    } catch (LoginException e) {
      return refused(e);
    } catch (GeneralSecurityException | IOException | ProviderException e) {
      logoutQuietly();
      return new UnlockOutcome.Unavailable(Pkcs11Faults.of(e));
    }
  }

  private void login(Pin pin) throws LoginException {
    char[] typed = pin.use(char[]::clone);
    try {
      provider.login(
          null,
          callbacks -> {
            for (Callback callback : callbacks) {
              if (callback instanceof PasswordCallback password) {
                password.setPassword(typed);
              }
            }
          });
    } finally {
      Arrays.fill(typed, '\0');
    }
  }

  private static UnlockOutcome refused(LoginException e) {
    return switch (Pkcs11Faults.returnValue(e).orElse("")) {
      case "CKR_PIN_INCORRECT", "CKR_PIN_INVALID", "CKR_PIN_LEN_RANGE" ->
          new UnlockOutcome.WrongPin(OptionalInt.empty());
      case "CKR_PIN_LOCKED" -> new UnlockOutcome.PinBlocked();
      default -> new UnlockOutcome.Unavailable(Pkcs11Faults.of(e));
    };
  }

  private List<HeldKey> heldKeys() throws GeneralSecurityException, IOException {
    KeyStore store = keyStore();
    List<HeldKey> held = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias) && store.getKey(alias, null) instanceof PrivateKey handle) {
        key(store, alias).ifPresent(key -> held.add(new HeldKey(key, handle)));
      }
    }
    return held;
  }

  private static Optional<DeviceKey> key(KeyStore store, String alias)
      throws GeneralSecurityException {
    List<X509Certificate> chain =
        Arrays.stream(store.getCertificateChain(alias)).map(X509Certificate.class::cast).toList();
    return KeyListing.key(alias, chain);
  }

  /** The token's objects as SunPKCS11 sees them now; needs the login. */
  KeyStore keyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS11", provider);
    store.load(null, null);
    return store;
  }

  private void endSession() {
    if (current != null) {
      current.close();
    }
    logoutQuietly();
  }

  private synchronized void ended(ProviderSession session) {
    if (current == session) {
      current = null;
      logoutQuietly();
    }
  }

  /** A token that is gone, or was not logged in, is as locked as it can be. */
  private void logoutQuietly() {
    try {
      provider.logout();
    } catch (LoginException | ProviderException alreadyLocked) {
      current = null;
    }
  }
}

package org.chartseal.signing.pkcs12;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.chartseal.signing.DeviceKey;
import org.chartseal.signing.Pin;
import org.chartseal.signing.internal.DeviceFaultException;
import org.chartseal.signing.internal.HeldKey;
import org.chartseal.signing.internal.KeyListing;

/**
 * What is in a key file: certificates in the clear, private keys encrypted, a MAC over everything
 * (RFC 7292 §4, §5.1).
 */
final class Pkcs12Contents {
  /** A key file with two keys takes 3 KB; this bounds what is read into memory. */
  private static final int MAX_BYTES = 1 << 20;

  sealed interface OpenOutcome {}

  record Opened(List<HeldKey> keys) implements OpenOutcome {}

  record PinRefused() implements OpenOutcome {}

  private final byte[] encoded;
  private final KeyStore store;
  private final List<DeviceKey> keys;

  private Pkcs12Contents(byte[] encoded, KeyStore store, List<DeviceKey> keys) {
    this.encoded = encoded;
    this.store = store;
    this.keys = keys;
  }

  static Pkcs12Contents read(Path file) throws IOException, DeviceFaultException {
    byte[] encoded;
    try (InputStream in = Files.newInputStream(file)) {
      encoded = in.readNBytes(MAX_BYTES + 1);
    }
    if (encoded.length > MAX_BYTES) {
      throw new DeviceFaultException(Pkcs12Faults.notAKeyFile());
    }
    return parse(encoded);
  }

  private static Pkcs12Contents parse(byte[] encoded) throws DeviceFaultException {
    try {
      // Without a password the MAC is not checked and what is encrypted stays so.
      KeyStore store = emptyStore();
      store.load(new ByteArrayInputStream(encoded), null);
      List<DeviceKey> keys = new ArrayList<>();
      for (String alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias)) {
          KeyListing.key(alias, chain(store, alias)).ifPresent(keys::add);
        }
      }
      keys.sort(KeyListing.ORDER);
      return new Pkcs12Contents(encoded, store, List.copyOf(keys));
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      // The parser answers damaged input with exceptions of any of these kinds.
      throw new DeviceFaultException(Pkcs12Faults.notAKeyFile());
    }
  }

  private static List<X509Certificate> chain(KeyStore store, String alias)
      throws GeneralSecurityException, DeviceFaultException {
    Certificate[] chain = store.getCertificateChain(alias);
    if (chain == null || chain.length == 0) {
      throw new DeviceFaultException(Pkcs12Faults.hidden());
    }
    return Arrays.stream(chain).map(X509Certificate.class::cast).toList();
  }

  List<DeviceKey> keys() {
    return keys;
  }

  /**
   * Checks the PIN against the MAC and against every key. If they disagree, the PIN is right and
   * the file is not.
   */
  OpenOutcome open(Pin pin) throws DeviceFaultException {
    Optional<List<HeldKey>> decrypted = pin.use(this::decrypt);
    boolean sealed = pin.use(this::isSealedWith);
    boolean keyDecrypted = decrypted.isPresent() && !keys.isEmpty();
    if (!keyDecrypted && !sealed) {
      return new PinRefused();
    }
    if (decrypted.isEmpty() || !sealed) {
      throw new DeviceFaultException(Pkcs12Faults.altered());
    }
    for (HeldKey held : decrypted.get()) {
      requirePair(held);
    }
    return new Opened(decrypted.get());
  }

  private Optional<List<HeldKey>> decrypt(char[] pin) {
    List<HeldKey> held = new ArrayList<>();
    try {
      for (DeviceKey key : keys) {
        Key handle = store.getKey(key.alias(), pin);
        if (!(handle instanceof PrivateKey privateKey)) {
          return Optional.empty();
        }
        held.add(new HeldKey(key, privateKey));
      }
      return Optional.of(held);
    } catch (GeneralSecurityException | RuntimeException wrongPinOrDamage) {
      return Optional.empty();
    }
  }

  private boolean isSealedWith(char[] pin) {
    try {
      emptyStore().load(new ByteArrayInputStream(encoded), pin);
      return true;
    } catch (IOException | GeneralSecurityException | RuntimeException wrongPinOrDamage) {
      return false;
    }
  }

  /** A file that somebody else put together could pair a known name with another key. */
  private static void requirePair(HeldKey held) throws DeviceFaultException {
    if (!Pkcs12KeyPair.belongTogether(held.handle(), held.key().publicKey())) {
      throw new DeviceFaultException(Pkcs12Faults.otherKey());
    }
  }

  /** The JDK's own reader, whatever else is registered. */
  private static KeyStore emptyStore() throws GeneralSecurityException {
    return KeyStore.getInstance("PKCS12", "SunJSSE");
  }
}

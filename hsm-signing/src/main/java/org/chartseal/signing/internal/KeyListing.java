package org.chartseal.signing.internal;

import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartseal.signing.DeviceKey;
import org.chartseal.signing.KeyPurpose;
import org.chartseal.signing.P256PublicKey;

/** Reads what a key is for from its certificate, and its index from its name. */
public final class KeyListing {
  /** Signing keys first, then by index; a list that is the same every time it is shown. */
  public static final Comparator<DeviceKey> ORDER =
      Comparator.comparing(DeviceKey::purpose)
          .thenComparingInt(DeviceKey::index)
          .thenComparing(DeviceKey::alias);

  // RFC 5280 §4.2.1.3, as X509Certificate.getKeyUsage() numbers the bits.
  private static final int DIGITAL_SIGNATURE = 0;
  private static final int KEY_AGREEMENT = 4;

  private static final Pattern INDEXED_NAME = Pattern.compile(".*-(\\d{1,6})");

  private KeyListing() {}

  /** The name of a key that Chartseal makes, in lower case because PKCS#12 readers fold it. */
  public static String alias(KeyPurpose purpose, int index) {
    return switch (purpose) {
      case SIGN -> "sign-" + index;
      case AGREE -> "agree-" + index;
    };
  }

  /**
   * The key of a certificate, or empty if Chartseal cannot use it: not on P-256, or of no single
   * purpose. A name without a trailing number counts as index 0.
   */
  public static Optional<DeviceKey> key(String alias, List<X509Certificate> chain) {
    X509Certificate certificate = chain.getFirst();
    return purpose(certificate)
        .flatMap(purpose ->
            publicKey(certificate)
                .map(key -> new DeviceKey(alias, purpose, key, chain, index(alias))));
  }

  private static Optional<KeyPurpose> purpose(X509Certificate certificate) {
    boolean[] usage = certificate.getKeyUsage();
    if (usage == null || usage[DIGITAL_SIGNATURE] == usage[KEY_AGREEMENT]) {
      return Optional.empty();
    }
    return Optional.of(usage[DIGITAL_SIGNATURE] ? KeyPurpose.SIGN : KeyPurpose.AGREE);
  }

  private static Optional<P256PublicKey> publicKey(X509Certificate certificate) {
    if (!(certificate.getPublicKey() instanceof ECPublicKey key)) {
      return Optional.empty();
    }
    try {
      return Optional.of(P256PublicKey.of(key));
    } catch (IllegalArgumentException otherCurve) {
      return Optional.empty();
    }
  }

  private static int index(String alias) {
    Matcher name = INDEXED_NAME.matcher(alias);
    return name.matches() ? Integer.parseInt(name.group(1)) : 0;
  }
}

package org.chartseal.signing.pkcs12;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.crypto.util.PBKDF2Config;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/**
 * Encodes a PKCS#12 file (RFC 7292): private keys under PBES2 with AES-256-CBC and
 * PBKDF2-HMAC-SHA-256 (RFC 8018 §6.2), certificates in the clear, so that a console can say whose
 * file it is before it asks for the PIN, and a MAC with HMAC-SHA-256 over all of it.
 *
 * <p>The JDK's own writer encrypts certificates unless a property of the whole process says
 * otherwise.
 */
final class Pkcs12Encoder {
  /** OWASP's figure for PBKDF2-HMAC-SHA-256. */
  private static final int KEY_ITERATIONS = 600_000;

  /**
   * RFC 7292 B.2 hashes once where PBKDF2 does twice; twice as many keep the MAC from being the
   * easier guess.
   */
  private static final int MAC_ITERATIONS = 2 * KEY_ITERATIONS;

  private final BouncyCastleProvider provider = new BouncyCastleProvider();
  private final PKCS12PfxPduBuilder file = new PKCS12PfxPduBuilder();

  /** A private key, its certificate and the name of both. */
  record Entry(String alias, Pkcs12KeyPair pair, X509Certificate certificate) {}

  byte[] encode(List<Entry> entries, List<X509Certificate> issuers, char[] pin) {
    try {
      for (Entry entry : entries) {
        add(entry, pin);
      }
      for (X509Certificate issuer : issuers) {
        file.addData(new JcaPKCS12SafeBagBuilder(issuer).build());
      }
      return file.build(mac(), pin).getEncoded("DER");
    } catch (IOException | PKCSException e) {
      throw new IllegalStateException("A key file could not be encoded.", e);
    }
  }

  private void add(Entry entry, char[] pin) throws IOException {
    DEROctetString keyId = new DEROctetString(keyId(entry.pair()));
    PKCS12SafeBagBuilder key =
        new JcaPKCS12SafeBagBuilder(entry.pair().privateKey(), encryptor(pin));
    name(key, entry.alias(), keyId);
    file.addData(key.build());
    PKCS12SafeBagBuilder certificate = new JcaPKCS12SafeBagBuilder(entry.certificate());
    name(certificate, entry.alias(), keyId);
    file.addData(certificate.build());
  }

  private JcePKCS12MacCalculatorBuilder mac() {
    JcePKCS12MacCalculatorBuilder mac =
        new JcePKCS12MacCalculatorBuilder(NISTObjectIdentifiers.id_sha256);
    mac.setProvider(provider);
    mac.setIterationCount(MAC_ITERATIONS);
    return mac;
  }

  private OutputEncryptor encryptor(char[] pin) {
    PBKDF2Config derivation =
        new PBKDF2Config.Builder()
            .withPRF(PBKDF2Config.PRF_SHA256)
            .withIterationCount(KEY_ITERATIONS)
            .build();
    try {
      return new JcePKCSPBEOutputEncryptorBuilder(derivation, NISTObjectIdentifiers.id_aes256_CBC)
          .setProvider(provider)
          .build(pin);
    } catch (OperatorCreationException e) {
      throw new IllegalStateException("This Java runtime cannot encrypt a key file.", e);
    }
  }

  private static void name(PKCS12SafeBagBuilder bag, String alias, DEROctetString keyId) {
    bag.addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_friendlyName, new DERBMPString(alias));
    bag.addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, keyId);
  }

  private static byte[] keyId(Pkcs12KeyPair pair) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(pair.publicKey().bytes());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime has no SHA-256.", e);
    }
  }
}

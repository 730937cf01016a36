package org.chartseal.signing.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.chartseal.signing.Digest;
import org.chartseal.signing.KeyPurpose;
import org.chartseal.signing.P256PublicKey;
import org.chartseal.signing.SignOutcome;
import org.chartseal.signing.Signature;
import org.chartseal.signing.certificate.CertificateHolder;
import org.chartseal.signing.certificate.CertificateIssuer;

/**
 * Makes X.509 certificates (RFC 5280), signed with ecdsa-with-SHA256 (RFC 5758 §3.2) by a device.
 *
 * <p>The body is put together here and its digest goes to the device, because a device signs
 * digests and may refuse.
 */
public final class CertificateMaker {
  private static final AlgorithmIdentifier ECDSA_SHA256 =
      new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
  private static final int SERIAL_BITS = 127;
  private static final int KEY_IDENTIFIER_BYTES = 20;
  private static final int SCALAR_BYTES = Signature.LENGTH / 2;

  private final CertificateHolder holder;
  private final SecureRandom random = new SecureRandom();

  public CertificateMaker(CertificateHolder holder) {
    this.holder = holder;
  }

  /** The certificates of a party's two keys, each with its issuers after it. */
  public record KeyChains(List<X509Certificate> sign, List<X509Certificate> agree) {}

  /**
   * Issues the certificates of a signing and an agreement key. An issuer without a chain is the
   * signing key itself: its certificate becomes an authority, and issues the one of the agreement
   * key, which signs nothing.
   *
   * @throws DeviceFaultException if the issuer's device refused to sign
   */
  public KeyChains issue(CertificateIssuer issuer, P256PublicKey sign, P256PublicKey agree)
      throws DeviceFaultException {
    List<X509Certificate> signChain = issue(issuer, sign, KeyPurpose.SIGN);
    CertificateIssuer forAgreement =
        issuer.chain().isEmpty()
            ? new CertificateIssuer(issuer.name(), issuer.key(), signChain, issuer.signer())
            : issuer;
    return new KeyChains(signChain, issue(forAgreement, agree, KeyPurpose.AGREE));
  }

  private List<X509Certificate> issue(
      CertificateIssuer issuer, P256PublicKey key, KeyPurpose purpose) throws DeviceFaultException {
    try {
      TBSCertificate body = body(issuer, key, purpose);
      Digest digest = Digest.of(sha256(body.getEncoded("DER")));
      Signature signature =
          switch (issuer.signer().apply(digest)) {
            case SignOutcome.Signed signed -> signed.signature();
            case SignOutcome.SignRefused refused -> throw new DeviceFaultException(refused.fault());
          };
      List<X509Certificate> chain = new ArrayList<>();
      chain.add(certificate(body, signature));
      chain.addAll(issuer.chain());
      return List.copyOf(chain);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("A certificate could not be encoded.", e);
    }
  }

  private TBSCertificate body(CertificateIssuer issuer, P256PublicKey key, KeyPurpose purpose)
      throws GeneralSecurityException, IOException {
    V3TBSCertificateGenerator body = new V3TBSCertificateGenerator();
    body.setSerialNumber(new ASN1Integer(new BigInteger(SERIAL_BITS, random).setBit(0)));
    body.setSignature(ECDSA_SHA256);
    body.setIssuer(X500Name.getInstance(issuer.name().getEncoded()));
    body.setStartDate(new Time(Date.from(holder.notBefore())));
    body.setEndDate(new Time(Date.from(holder.notAfter())));
    body.setSubject(X500Name.getInstance(holder.subject().getEncoded()));
    body.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(key.toJca().getEncoded()));
    body.setExtensions(extensions(issuer, key, purpose).generate());
    return body.generateTBSCertificate();
  }

  private static ExtensionsGenerator extensions(
      CertificateIssuer issuer, P256PublicKey key, KeyPurpose purpose)
      throws GeneralSecurityException, IOException {
    boolean authority = issuer.chain().isEmpty();
    ExtensionsGenerator extensions = new ExtensionsGenerator();
    extensions.addExtension(
        Extension.basicConstraints,
        true,
        authority ? new BasicConstraints(0) : new BasicConstraints(false));
    extensions.addExtension(Extension.keyUsage, true, new KeyUsage(usage(purpose, authority)));
    extensions.addExtension(
        Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(identifier(key)));
    extensions.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        new AuthorityKeyIdentifier(identifier(issuer.key())));
    return extensions;
  }

  private static int usage(KeyPurpose purpose, boolean authority) {
    return switch (purpose) {
      case SIGN -> KeyUsage.digitalSignature | (authority ? KeyUsage.keyCertSign : 0);
      case AGREE -> KeyUsage.keyAgreement;
    };
  }

  /** RFC 7093 §2, method 1: the leftmost 160 bits of the SHA-256 of the public key's bit string. */
  private static byte[] identifier(P256PublicKey key) throws GeneralSecurityException {
    SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(key.toJca().getEncoded());
    return Arrays.copyOf(sha256(info.getPublicKeyData().getBytes()), KEY_IDENTIFIER_BYTES);
  }

  private static X509Certificate certificate(TBSCertificate body, Signature signature)
      throws GeneralSecurityException, IOException {
    ASN1EncodableVector parts = new ASN1EncodableVector();
    parts.add(body);
    parts.add(ECDSA_SHA256);
    parts.add(new DERBitString(der(signature)));
    byte[] encoded = new DERSequence(parts).getEncoded("DER");
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(encoded));
  }

  /** Ecdsa-Sig-Value, RFC 5758 §3.2. */
  private static byte[] der(Signature signature) throws IOException {
    byte[] rs = signature.bytes();
    ASN1EncodableVector values = new ASN1EncodableVector();
    values.add(new ASN1Integer(new BigInteger(1, rs, 0, SCALAR_BYTES)));
    values.add(new ASN1Integer(new BigInteger(1, rs, SCALAR_BYTES, SCALAR_BYTES)));
    return new DERSequence(values).getEncoded("DER");
  }

  private static byte[] sha256(byte[] data) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(data);
  }
}

package org.chartseal.services.identity;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.security.auth.x500.X500Principal;
import org.chartseal.services.seal.cbor.CborException;
import org.chartseal.services.seal.cbor.CborReader;
import org.chartseal.services.seal.cbor.CborWriter;
import org.chartseal.signing.P256PublicKey;

/**
 * Certificate chains of authors: their public blocks (protocol §3.2) and their validation by RFC
 * 5280 §6.
 *
 * <p>Revocation is the registry's business and is not looked for in CRLs.
 */
public final class CertificateChains {

  private static final int MAX_CERTIFICATES = 8;
  private static final int MAX_CERTIFICATE = 16_384;

  private final Set<TrustAnchor> anchors;

  /**
   * @param trusted the roots that the network's members agreed on
   */
  public CertificateChains(List<X509Certificate> trusted) {
    Set<TrustAnchor> roots = new HashSet<>();
    trusted.forEach(root -> roots.add(new TrustAnchor(root, null)));
    anchors = Set.copyOf(roots);
  }

  /** What validation came to. */
  public sealed interface Outcome {
    /**
     * The chain leads to a trusted root and was valid then.
     *
     * @param name of its holder: the subject's common name, else the whole subject
     * @param from when all its certificates began to be valid
     * @param until when the first of them ends; at any time between, the outcome is this one
     */
    record Valid(String name, Instant from, Instant until) implements Outcome {}

    /** It does not; the reason is part of a sentence. */
    record Invalid(String reason) implements Outcome {}
  }

  /** The block that holds a chain: a CBOR array of DER certificates, the author's first. */
  public static byte[] block(List<X509Certificate> chain) {
    CborWriter out = new CborWriter().array(chain.size());
    try {
      for (X509Certificate certificate : chain) {
        out.bytes(certificate.getEncoded());
      }
    } catch (CertificateException e) {
      throw new IllegalArgumentException("a certificate that was parsed has an encoding", e);
    }
    return out.toByteArray();
  }

  /**
   * Validates the chain in a block.
   *
   * @param block as {@link #block} made it
   * @param key the author's key, which the first certificate must name
   * @param at the time at which it had to be valid
   */
  public Outcome validate(byte[] block, P256PublicKey key, Instant at) {
    try {
      List<X509Certificate> chain = read(block);
      X509Certificate author = chain.getFirst();
      if (!(author.getPublicKey() instanceof java.security.interfaces.ECPublicKey named)
          || !P256PublicKey.of(named).equals(key)) {
        return new Outcome.Invalid("the certificate names another key than the author's");
      }
      List<X509Certificate> path = new ArrayList<>(chain);
      path.removeIf(certificate ->
          anchors.stream().anyMatch(root -> certificate.equals(root.getTrustedCert())));
      PKIXParameters parameters = new PKIXParameters(anchors);
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(at));
      CertPathValidator.getInstance("PKIX")
          .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
      Instant from = Instant.MIN;
      Instant until = Instant.MAX;
      for (X509Certificate certificate : path) {
        from = later(from, certificate.getNotBefore().toInstant());
        until = earlier(until, certificate.getNotAfter().toInstant());
      }
      return new Outcome.Valid(name(author.getSubjectX500Principal()), from, until);
    } catch (CborException | CertificateException | IllegalArgumentException e) {
      return new Outcome.Invalid("the certificates cannot be read");
    } catch (CertPathValidatorException e) {
      return new Outcome.Invalid(
          e.getReason() == CertPathValidatorException.BasicReason.EXPIRED
                  || e.getReason() == CertPathValidatorException.BasicReason.NOT_YET_VALID
              ? "the certificate was not valid at that time"
              : "the certificate does not lead to a root that this network trusts");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform validates PKIX paths", e);
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static String name(X500Principal subject) {
    try {
      return new LdapName(subject.getName())
          .getRdns().stream()
              .filter(part -> part.getType().equalsIgnoreCase("CN"))
              .map(part -> String.valueOf(part.getValue()))
              .findFirst()
              .orElseGet(subject::getName);
    } catch (InvalidNameException e) {
      return subject.getName();
    }
  }

  private static List<X509Certificate> read(byte[] block)
      throws CborException, CertificateException {
    CborReader in = new CborReader(block);
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    List<X509Certificate> chain = new ArrayList<>();
    for (int left = in.array(MAX_CERTIFICATES); left > 0; left--) {
      byte[] der = in.bytes(MAX_CERTIFICATE);
      chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
    }
    in.end();
    if (chain.isEmpty()) {
      throw new CborException("no certificate");
    }
    return chain;
  }
}

package org.chartseal.signing.pkcs12;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.chartseal.signing.Digest;
import org.chartseal.signing.KeyPurpose;
import org.chartseal.signing.Pin;
import org.chartseal.signing.SignOutcome;
import org.chartseal.signing.certificate.CertificateHolder;
import org.chartseal.signing.certificate.CertificateIssuer;
import org.chartseal.signing.internal.CertificateMaker;
import org.chartseal.signing.internal.DeviceFaultException;
import org.chartseal.signing.internal.KeyListing;
import org.chartseal.signing.internal.KeyOperations;

/**
 * Makes key files for demonstration and development: a signing and an agreement key on P-256, each
 * with a certificate.
 *
 * <p>The file appears whole or not at all, readable by its owner alone, and never in place of
 * another file.
 */
public final class Pkcs12KeyFile {
  private Pkcs12KeyFile() {}

  /**
   * Makes a key file that vouches for itself: the signing key's certificate is signed by itself,
   * and signs the agreement key's. It may issue the certificates of other key files.
   */
  public static KeyFileOutcome create(Path file, Pin pin, CertificateHolder holder) {
    Pkcs12KeyPair sign = Pkcs12KeyPair.generate();
    return write(file, pin, holder, sign, ownIssuer(holder, sign));
  }

  /**
   * Makes a key file whose certificates an issuer signs, for instance a demonstration's authority.
   */
  public static KeyFileOutcome create(
      Path file, Pin pin, CertificateHolder holder, CertificateIssuer issuer) {
    return write(file, pin, holder, Pkcs12KeyPair.generate(), issuer);
  }

  private static KeyFileOutcome write(
      Path file, Pin pin, CertificateHolder holder, Pkcs12KeyPair sign, CertificateIssuer issuer) {
    Pkcs12KeyPair agree = Pkcs12KeyPair.generate();
    try {
      CertificateMaker.KeyChains chains =
          new CertificateMaker(holder).issue(issuer, sign.publicKey(), agree.publicKey());
      List<Pkcs12Encoder.Entry> entries =
          List.of(
              entry(KeyPurpose.SIGN, sign, chains.sign()),
              entry(KeyPurpose.AGREE, agree, chains.agree()));
      NewFile.write(
          file, pin.use(typed -> new Pkcs12Encoder().encode(entries, issuer.chain(), typed)));
      return new KeyFileOutcome.Created(new Pkcs12Device(file));
    } catch (DeviceFaultException e) {
      return new KeyFileOutcome.NotCreated(e.fault());
    } catch (FileAlreadyExistsException e) {
      return new KeyFileOutcome.NotCreated(Pkcs12Faults.exists());
    } catch (IOException e) {
      return new KeyFileOutcome.NotCreated(Pkcs12Faults.notWritten());
    }
  }

  private static Pkcs12Encoder.Entry entry(
      KeyPurpose purpose, Pkcs12KeyPair pair, List<X509Certificate> chain) {
    return new Pkcs12Encoder.Entry(KeyListing.alias(purpose, 0), pair, chain.getFirst());
  }

  private static CertificateIssuer ownIssuer(CertificateHolder holder, Pkcs12KeyPair sign) {
    return new CertificateIssuer(
        holder.subject(), sign.publicKey(), List.of(), digest -> signed(sign, digest));
  }

  private static SignOutcome signed(Pkcs12KeyPair pair, Digest digest) {
    try {
      KeyOperations operations = new KeyOperations(Pkcs12Device.softwareProvider());
      return new SignOutcome.Signed(operations.sign(pair.privateKey(), digest));
    } catch (GeneralSecurityException e) {
      return new SignOutcome.SignRefused(Pkcs12Faults.softwareError());
    }
  }
}

package org.chartseal.app.home;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;

/**
 * The organisations of the network and the roots that it trusts: {@code directory.json},
 * certificates as Base64 of DER.
 */
public final class DirectoryFile {

  private static final int VERSION = 1;
  private static final String NAME = "directory.json";

  /** The file. */
  record Content(int version, List<String> trusted, List<Line> organisations) {}

  /** One organisation in the file. */
  record Line(
      long number, String name, IdentityRole role, List<String> signing, List<String> agreement) {}

  /**
   * What the file says.
   *
   * @param trusted roots of certificate chains
   * @param organisations by number
   */
  public record Listing(List<X509Certificate> trusted, List<OrganisationEntry> organisations) {
    public Listing {
      trusted = List.copyOf(trusted);
      organisations =
          organisations.stream()
              .sorted(Comparator.comparingLong(OrganisationEntry::number))
              .toList();
    }
  }

  private final JsonFile<Content> file;

  public DirectoryFile(HomeFolder home) {
    Path path = home.root().resolve(NAME);
    this.file = new JsonFile<>(path, VERSION, Content.class);
  }

  /** Everything in it; nobody while there is no file. */
  public Listing read() throws HomeException {
    var content = file.read();
    if (content.isEmpty()) {
      return new Listing(List.of(), List.of());
    }
    List<OrganisationEntry> organisations = new ArrayList<>();
    for (Line line : content.get().organisations()) {
      organisations.add(
          new OrganisationEntry(
              line.number(),
              line.name(),
              line.role(),
              certificates(line.signing()),
              certificates(line.agreement())));
    }
    return new Listing(certificates(content.get().trusted()), organisations);
  }

  /** Replaces the file. */
  public void write(Listing listing) throws HomeException {
    List<Line> lines = new ArrayList<>();
    for (OrganisationEntry entry : listing.organisations()) {
      lines.add(
          new Line(
              entry.number(),
              entry.name(),
              entry.role(),
              texts(entry.signing()),
              texts(entry.agreement())));
    }
    file.write(new Content(VERSION, texts(listing.trusted()), lines));
  }

  private static List<X509Certificate> certificates(List<String> texts) throws HomeException {
    List<X509Certificate> certificates = new ArrayList<>();
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      for (String text : texts) {
        byte[] der = Base64.getDecoder().decode(text);
        certificates.add(
            (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
      }
    } catch (CertificateException | IllegalArgumentException e) {
      throw HomeFaults.damaged(NAME);
    }
    return certificates;
  }

  private static List<String> texts(List<X509Certificate> certificates) throws HomeException {
    List<String> texts = new ArrayList<>();
    try {
      for (X509Certificate certificate : certificates) {
        texts.add(Base64.getEncoder().encodeToString(certificate.getEncoded()));
      }
    } catch (CertificateEncodingException e) {
      throw HomeFaults.damaged(NAME);
    }
    return texts;
  }
}

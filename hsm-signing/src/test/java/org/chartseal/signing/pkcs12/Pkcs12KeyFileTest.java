package org.chartseal.signing.pkcs12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.chartseal.signing.DeviceFault;
import org.chartseal.signing.DeviceKey;
import org.chartseal.signing.DeviceSession;
import org.chartseal.signing.Devices;
import org.chartseal.signing.Digest;
import org.chartseal.signing.Judges;
import org.chartseal.signing.KeyPurpose;
import org.chartseal.signing.Pin;
import org.chartseal.signing.PinStatus;
import org.chartseal.signing.UnlockOutcome;
import org.chartseal.signing.certificate.CertificateIssuer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Pkcs12KeyFileTest {
  private static final String AUTHORITY = "CN=Demonstration Authority,O=Chartseal";

  @TempDir static Path folder;
  private static Path authorityFile;
  private static byte[] authorityBytes;

  @TempDir Path own;

  @BeforeAll
  static void makeAuthority() throws IOException {
    authorityFile = folder.resolve("authority.p12");
    try (Pin pin = pin()) {
      created(Pkcs12KeyFile.create(authorityFile, pin, Devices.holder(AUTHORITY)));
    }
    authorityBytes = Files.readAllBytes(authorityFile);
  }

  @Test
  void only_its_owner_may_read_it_and_no_temporary_file_is_left() throws IOException {
    assumeTrue(
        Files.getFileStore(folder).supportsFileAttributeView("posix"), "No POSIX rights here.");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(authorityFile)))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files.filter(Files::isRegularFile)).containsExactly(authorityFile);
    }
  }

  @Test
  void a_file_that_is_there_is_never_replaced() throws IOException {
    Path file = own.resolve("taken.p12");
    Files.writeString(file, "somebody's keys");
    try (Pin pin = pin()) {
      assertThat(notCreated(Pkcs12KeyFile.create(file, pin, Devices.holder("CN=B"))))
          .isEqualTo(DeviceFault.Code.FILE_NOT_WRITTEN);
    }
    assertThat(file).hasContent("somebody's keys");
  }

  @Test
  void a_folder_that_is_not_there_gets_no_key_file() {
    try (Pin pin = pin()) {
      assertThat(
              notCreated(
                  Pkcs12KeyFile.create(
                      own.resolve("no/such/key.p12"), pin, Devices.holder("CN=B"))))
          .isEqualTo(DeviceFault.Code.FILE_NOT_WRITTEN);
    }
  }

  @Test
  void certificates_of_an_issuer_lead_to_it() throws Exception {
    Pkcs12Device authority = new Pkcs12Device(authorityFile);
    DeviceKey issuerKey = Devices.key(authority, KeyPurpose.SIGN);
    Pkcs12Device issued;
    try (Pin pin = pin();
        DeviceSession session = Devices.unlock(authority, pin)) {
      issued =
          created(
              Pkcs12KeyFile.create(
                  own.resolve("issued.p12"),
                  pin,
                  Devices.holder("CN=김하나,O=시립병원"),
                  CertificateIssuer.of(session, issuerKey)));
    }

    for (DeviceKey key : Devices.keys(issued)) {
      assertThat(key.chain()).hasSize(2);
      assertThat(key.chain().getLast()).isEqualTo(issuerKey.certificate());
      assertThat(key.certificate().getSubjectX500Principal().getName()).contains("김하나");
      assertThat(key.certificate().getBasicConstraints()).isEqualTo(-1);
      validate(key.chain(), issuerKey.certificate());
    }
  }

  @Test
  void a_self_signed_file_vouches_for_its_agreement_key() throws Exception {
    List<DeviceKey> keys = Devices.keys(new Pkcs12Device(authorityFile));
    X509Certificate root = keys.getFirst().certificate();
    root.verify(root.getPublicKey());
    validate(keys.getLast().chain(), root);
  }

  @Test
  void a_locked_issuer_issues_nothing() {
    Pkcs12Device authority = new Pkcs12Device(authorityFile);
    try (Pin pin = pin()) {
      DeviceSession session = Devices.unlock(authority, pin);
      session.close();
      CertificateIssuer issuer =
          CertificateIssuer.of(session, Devices.key(authority, KeyPurpose.SIGN));
      Path file = own.resolve("issued.p12");

      assertThat(notCreated(Pkcs12KeyFile.create(file, pin, Devices.holder("CN=B"), issuer)))
          .isEqualTo(DeviceFault.Code.SESSION_CLOSED);
      assertThat(file).doesNotExist();
    }
  }

  @Test
  void private_keys_are_encrypted_and_certificates_are_not() throws Exception {
    String bytes = new String(authorityBytes, StandardCharsets.ISO_8859_1);
    assertThat(bytes).contains("Demonstration Authority");
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(Files.newInputStream(authorityFile), pin().use(char[]::clone));
    byte[] scalar =
        ((java.security.interfaces.ECPrivateKey) store.getKey("sign-0", pin().use(char[]::clone)))
            .getS()
            .toByteArray();
    assertThat(bytes)
        .doesNotContain(new String(scalar, scalar.length - 31, 31, StandardCharsets.ISO_8859_1));
  }

  @Test
  void two_sessions_are_open_at_once_and_close_apart() {
    Pkcs12Device device = new Pkcs12Device(authorityFile);
    DeviceKey key = Devices.key(device, KeyPurpose.SIGN);
    Digest digest = Judges.sha256(new byte[0]);
    try (Pin pin = pin()) {
      DeviceSession first = Devices.unlock(device, pin);
      try (DeviceSession second = Devices.unlock(device, pin)) {
        Devices.sign(first, key, digest);
        first.close();
        assertThat(Judges.verifies(key.publicKey(), digest, Devices.sign(second, key, digest)))
            .isTrue();
        assertThat(Devices.refusal(first.sign(key, digest)))
            .isEqualTo(DeviceFault.Code.SESSION_CLOSED);
      }
    }
  }

  @Test
  void a_file_that_is_gone_says_removed() {
    Pkcs12Device device = new Pkcs12Device(own.resolve("gone.p12"));
    assertThat(Devices.fault(device.keys())).isEqualTo(DeviceFault.Code.REMOVED);
    assertThat(device.pinStatus()).isInstanceOf(PinStatus.Unavailable.class);
    try (Pin pin = pin()) {
      assertThat(Devices.fault(device.unlock(pin))).isEqualTo(DeviceFault.Code.REMOVED);
    }
  }

  @Test
  void a_file_of_another_kind_says_so() throws IOException {
    for (byte[] content :
        List.of(new byte[0], "a letter".getBytes(StandardCharsets.UTF_8), new byte[2 << 20])) {
      Path file = Files.write(own.resolve("other.p12"), content);
      assertThat(Devices.fault(new Pkcs12Device(file).keys()))
          .isEqualTo(DeviceFault.Code.FILE_DAMAGED);
    }
  }

  @Test
  void a_cut_file_says_damaged() throws IOException {
    for (int length = 1; length < authorityBytes.length; length += 97) {
      Path file =
          Files.write(own.resolve("cut.p12"), java.util.Arrays.copyOf(authorityBytes, length));
      assertThat(Devices.fault(new Pkcs12Device(file).keys()))
          .isEqualTo(DeviceFault.Code.FILE_DAMAGED);
    }
  }

  @Test
  void a_changed_name_in_a_certificate_shows_as_soon_as_the_pin_is_entered() throws IOException {
    byte[] changed = authorityBytes.clone();
    String text = new String(changed, StandardCharsets.ISO_8859_1);
    changed[text.indexOf("Demonstration")] = 'X';
    Path file = Files.write(own.resolve("changed.p12"), changed);
    try (Pin pin = pin()) {
      assertThat(Devices.fault(new Pkcs12Device(file).unlock(pin)))
          .isEqualTo(DeviceFault.Code.FILE_DAMAGED);
    }
  }

  @Test
  void a_file_that_hides_its_certificates_says_so() throws Exception {
    char[] pin = pin().use(char[]::clone);
    KeyStore open = KeyStore.getInstance("PKCS12");
    open.load(Files.newInputStream(authorityFile), pin);
    // A new store of the JDK encrypts certificates.
    KeyStore hiding = KeyStore.getInstance("PKCS12");
    hiding.load(null, null);
    hiding.setKeyEntry(
        "sign-0", open.getKey("sign-0", pin), pin, open.getCertificateChain("sign-0"));
    Path file = own.resolve("hidden.p12");
    try (var out = Files.newOutputStream(file)) {
      hiding.store(out, pin);
    }
    assertThat(Devices.fault(new Pkcs12Device(file).keys()))
        .isEqualTo(DeviceFault.Code.KEY_NOT_USABLE);
  }

  @Test
  void somebody_elses_pin_opens_nothing() {
    try (Pin other = Pin.copyOf("0000".toCharArray())) {
      assertThat(new Pkcs12Device(authorityFile).unlock(other))
          .isEqualTo(new UnlockOutcome.WrongPin(java.util.OptionalInt.empty()));
    }
  }

  private static Pin pin() {
    return Pin.copyOf("2468".toCharArray());
  }

  private static Pkcs12Device created(KeyFileOutcome outcome) {
    return switch (outcome) {
      case KeyFileOutcome.Created created -> created.device();
      case KeyFileOutcome.NotCreated refused -> throw new AssertionError(refused.fault());
    };
  }

  private static DeviceFault.Code notCreated(KeyFileOutcome outcome) {
    return switch (outcome) {
      case KeyFileOutcome.Created created -> throw new AssertionError("It was created.");
      case KeyFileOutcome.NotCreated refused -> refused.fault().code();
    };
  }

  /** The JDK's own path validation (RFC 5280 §6). */
  private static void validate(List<X509Certificate> chain, X509Certificate root) throws Exception {
    PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
    parameters.setRevocationEnabled(false);
    CertPathValidator.getInstance("PKIX")
        .validate(
            CertificateFactory.getInstance("X.509")
                .generateCertPath(chain.subList(0, chain.size() - 1)),
            parameters);
  }
}

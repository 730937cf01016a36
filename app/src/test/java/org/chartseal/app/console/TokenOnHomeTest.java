package org.chartseal.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.security.auth.x500.X500Principal;
import org.assertj.core.api.ThrowableAssert;
import org.chartseal.app.ChildProcesses;
import org.chartseal.app.SoftToken;
import org.chartseal.app.console.clinician.ClinicianAddition;
import org.chartseal.app.console.clinician.ClinicianSigning;
import org.chartseal.app.console.clinician.ClinicianVisit;
import org.chartseal.app.console.clinician.OpenedRecord;
import org.chartseal.app.console.clinician.Tray;
import org.chartseal.app.demo.DemoSetUp;
import org.chartseal.app.demo.SampleShelf;
import org.chartseal.app.home.DemoPins;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.app.home.Identities;
import org.chartseal.app.home.Identity;
import org.chartseal.app.session.Draining;
import org.chartseal.app.session.Seat;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.clinical.NoteContent;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.ledger.ActionStatement;
import org.chartseal.services.ledger.ContractCall;
import org.chartseal.services.ledger.NonceOutcome;
import org.chartseal.services.ledger.ReceiptOutcome;
import org.chartseal.services.ledger.RegistryCalls;
import org.chartseal.services.ledger.Submission;
import org.chartseal.services.ledger.SubmitOutcome;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.record.SigningDesk;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.DeviceKey;
import org.chartseal.signing.Pin;
import org.chartseal.signing.SignOutcome;
import org.chartseal.signing.certificate.CertificateHolder;
import org.chartseal.signing.certificate.CertificateIssuer;
import org.chartseal.signing.pkcs11.Pkcs11Device;
import org.chartseal.signing.pkcs11.Pkcs11TokenSetup;
import org.chartseal.signing.pkcs11.TokenSetupOutcome;
import org.chartseal.views.kit.dialog.KeyHolder;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.settings.DevicesDesk;
import org.chartseal.views.sign.SignDesk;
import org.chartseal.views.signin.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** A clinician whose keys are on a token of SoftHSM signs in and signs, on a real home. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TokenOnHomeTest {

  private static final OrganisationId REGISTRY = OrganisationId.PATIENTS;

  @TempDir static Path folder;

  private SoftToken token;
  private HomeFolder home;
  private Workspace workspace;
  private Devices devices;
  private HomeDevices desk;
  private DevicesDesk.Choice choice;
  private DeviceKey signing;

  @BeforeAll
  void makeTheHomeAndTheKeysOnTheToken() throws Exception {
    assumeTrue(
        ChildProcesses.canRun(), "The sample patients are missing: the build has not made them.");
    token = SoftToken.make();
    home = new HomeFolder(folder.resolve("home"));
    SampleShelf shelf = new SampleShelf(Path.of(System.getProperty("chartseal.sample")));
    new DemoSetUp(home, shelf, new SecureRandom(), InstantSource.system()).run(1, Progress.NONE);
    workspace = Workspace.open(home, InstantSource.system());
    devices = new Devices(home);
    desk = new HomeDevices(workspace, devices);
    choice = new DevicesDesk.Choice(token.module(), SoftToken.LABEL);
    try (Pin pin = token.pin()) {
      assertThat(setup().makeKeys(pin)).isInstanceOf(TokenSetupOutcome.KeysMade.class);
    }
  }

  @AfterAll
  void closeTheHome() {
    if (workspace != null) {
      workspace.close();
    }
  }

  @Test
  @Order(1)
  void a_token_whose_certificate_no_trusted_root_vouches_for_adds_nobody() throws Exception {
    assertThat(desk.tokens(token.module())).containsExactly(SoftToken.LABEL);
    assertThat(desk.look(choice).keys())
        .extracting(DevicesDesk.Key::holder)
        .containsExactly("Dr Yoon Ara", "Dr Yoon Ara");
    try (Pin pin = token.pin()) {
      refused("CS-DEV-03", () -> desk.add(choice, pin));
    }
    assertNothingAdded();
  }

  @Test
  @Order(2)
  void a_token_without_a_licence_adds_nobody() throws Exception {
    try (UnlockedIdentity registrar = registrar();
        Pin pin = token.pin()) {
      TokenSetupOutcome made =
          setup().makeKeys(pin, CertificateIssuer.of(registrar.session(), registrar.signing()));
      signing = ((TokenSetupOutcome.KeysMade) made).sign();
    }
    try (Pin pin = token.pin()) {
      refused("CS-DEV-02", () -> desk.add(choice, pin));
    }
    assertNothingAdded();
  }

  @Test
  @Order(3)
  void a_licensed_token_is_added_and_removed_with_its_pin_and_no_other() throws Exception {
    license();
    assertThat(desk.holder(choice).kind()).isEqualTo(KeyHolder.Kind.HSM);
    try (Pin wrong = wrongPin();
        Pin pin = token.pin()) {
      refused("CS-PIN-08", () -> desk.add(choice, wrong));
      assertNothingAdded();
      assertThat(desk.add(choice, pin).person())
          .hasValueSatisfying(who -> assertThat(who).startsWith("Dr Yoon Ara, "));
      refused("CS-PIN-08", () -> desk.remove(choice, wrong));
      assertThat(desk.devices()).hasSize(1);
      desk.remove(choice, pin);
      assertNothingAdded();
      refused("CS-DEV-05", () -> desk.remove(choice, pin));
      desk.add(choice, pin);
    }
  }

  @Test
  @Order(4)
  void whoever_the_registry_licenses_signs_in_with_the_tokens_pin_and_no_other() throws Exception {
    HomeSignIn signIn =
        new HomeSignIn(
            workspace, new Courier(workspace), devices, new Sessions(workspace, devices));
    Person doctor =
        signIn.people().stream()
            .filter(person -> person.name().equals("Dr Yoon Ara"))
            .findFirst()
            .orElseThrow();
    assertThat(signIn.holder(doctor).kind()).isEqualTo(KeyHolder.Kind.HSM);
    try (Pin wrong = wrongPin()) {
      refused("CS-PIN-08", () -> signIn.open(doctor, wrong, Progress.NONE));
    }
    try (Pin pin = token.pin()) {
      signIn.left(signIn.open(doctor, pin, Progress.NONE));
    }
  }

  @Test
  @Order(5)
  void a_note_is_signed_on_the_token_up_to_final_and_a_pulled_token_signs_and_loses_nothing()
      throws Exception {
    Identity doctor =
        new Identities(home)
            .all().stream()
                .filter(person -> person.name().equals("Dr Yoon Ara"))
                .findFirst()
                .orElseThrow();
    Seat seat;
    try (Pin pin = token.pin();
        UnlockedIdentity keys = devices.keyring().unlock(doctor, pin)) {
      seat = Seat.take(workspace, devices.keyring(), doctor, keys.signing());
    }
    Tray tray = new Tray();
    Visitor visitor = new ClinicianVisit(seat, devices).present("adan-delrio");
    ClinicianAddition adding = new ClinicianAddition(seat, tray, new OpenedRecord());
    ClinicianSigning signs = new ClinicianSigning(seat, devices, tray);
    adding.note(visitor, NoteContent.words("Ward round", List.of("Well.")));
    try (Pin pin = token.pin()) {
      assertThat(signs.sign(ids(signs), pin, Progress.NONE)).isEqualTo(1);
    }
    new Draining(workspace.stores().outbox(), workspace.stores().drainer())
        .untilFinal(Progress.NONE);
    assertThat(signs.drafts()).allMatch(draft -> draft.state() == JobState.FINAL);

    adding.note(visitor, NoteContent.words("Ward round", List.of("Still well.")));
    try (Pin pin = token.pin();
        UnlockedIdentity keys = devices.keyring().unlock(doctor, pin)) {
      token.pull();
      var unsigned =
          workspace.stores().outbox().unsigned(seat.organisation().id()).stream()
              .map(queued -> queued.job().id())
              .toList();
      SigningDesk.Outcome refused =
          workspace.records().signing().sign(keys, seat.organisation().id(), unsigned);
      assertThat(refused)
          .isInstanceOfSatisfying(
              SigningDesk.Outcome.Refused.class,
              outcome -> assertThat(outcome.fault().code()).isEqualTo("CS-SIGN-01"));
    }
    assertThat(signs.drafts()).extracting(SignDesk.Draft::state).contains(JobState.DRAFT);
    assertThat(desk.devices().getFirst().trouble()).isPresent();
    try (Pin pin = token.pin()) {
      refused("CS-SIGN-08", () -> signs.sign(ids(signs), pin, Progress.NONE));
      refused("CS-SIGN-08", () -> desk.remove(choice, pin));
    }
    assertThat(desk.devices()).hasSize(1);
    assertThat(signs.waiting()).isEqualTo(1);
    seat.close();
  }

  private Pkcs11TokenSetup setup() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    CertificateHolder holder =
        new CertificateHolder(
            new X500Principal("CN=Dr Yoon Ara,O=Hana Clinic"),
            now.minus(Duration.ofDays(1)),
            now.plus(Duration.ofDays(365)));
    return new Pkcs11TokenSetup(new Pkcs11Device(token.module(), SoftToken.LABEL), holder);
  }

  private static Pin wrongPin() {
    return Pin.copyOf("000000".toCharArray());
  }

  private static void refused(String code, ThrowableAssert.ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.fault().code()).isEqualTo(code));
  }

  private void assertNothingAdded() throws Exception {
    assertThat(desk.devices()).isEmpty();
    assertThat(new Identities(home).all()).noneMatch(one -> one.name().equals("Dr Yoon Ara"));
  }

  private static List<String> ids(ClinicianSigning signs) throws RefusedException {
    return signs.drafts().stream()
        .filter(draft -> draft.state() == JobState.DRAFT)
        .map(SignDesk.Draft::id)
        .toList();
  }

  private void license() throws Exception {
    KeyId key = KeyId.of(signing.publicKey());
    Instant from = Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
    Instant until = from.plus(Duration.ofDays(300));
    long hospital = new Identities(home).find("dr-kim").orElseThrow().organisation();
    try (UnlockedIdentity registrar = registrar()) {
      perform(registrar, RegistryCalls.registerPractitioner(key, from, until));
      perform(registrar, RegistryCalls.license(new OrganisationId(hospital), key, from, until));
    }
  }

  private void perform(UnlockedIdentity registrar, ContractCall call) throws Exception {
    var relay = workspace.network().relay();
    KeyId key = KeyId.of(registrar.signing().publicKey());
    long nonce = ((NonceOutcome.Next) relay.nextNonce(workspace.deployment(), key)).nonce();
    ActionStatement statement =
        new ActionStatement(
            workspace.deployment(),
            REGISTRY,
            call,
            nonce,
            Instant.now().plus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.SECONDS));
    SignOutcome.Signed signed = (SignOutcome.Signed) registrar.sign(statement.bytes());
    SubmitOutcome.Submitted sent =
        (SubmitOutcome.Submitted)
            relay.submit(
                new Submission.Act(statement, registrar.signing().publicKey(), signed.signature()));
    WaitForAsyncUtils.waitFor(
        60,
        TimeUnit.SECONDS,
        () ->
            relay.receipt(sent.transaction()) instanceof ReceiptOutcome.Mined mined
                && mined.success());
  }

  private UnlockedIdentity registrar() throws Exception {
    Identity registrar = new Identities(home).find("registrar").orElseThrow();
    try (Pin pin = new DemoPins(home, new SecureRandom()).find("registrar").orElseThrow()) {
      return devices.keyring().unlock(registrar, pin);
    }
  }
}

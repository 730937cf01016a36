package org.chartseal.app.console.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.control.ComboBox;
import org.chartseal.app.console.Devices;
import org.chartseal.app.demo.DemoSetUp;
import org.chartseal.app.demo.SampleShelf;
import org.chartseal.app.home.DemoPins;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.app.home.Identities;
import org.chartseal.app.home.Identity;
import org.chartseal.app.session.Desk;
import org.chartseal.app.session.Draining;
import org.chartseal.app.session.FirstVisitDesk;
import org.chartseal.app.session.Keyring;
import org.chartseal.app.session.PatientDevice;
import org.chartseal.app.session.Patients;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.clinical.ActorReference;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.clinical.ContentViewer;
import org.chartseal.services.clinical.PurposeOfUse;
import org.chartseal.services.consent.GrantStatus;
import org.chartseal.services.consent.OpeningOutcome;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.RecordOutcome;
import org.chartseal.services.record.WriteOutcome;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.signing.Pin;
import org.chartseal.views.requests.RequestsDesk.Answer;
import org.chartseal.views.requests.RequestsDesk.Request;
import org.chartseal.views.requests.RequestsScreen;
import org.chartseal.views.sharing.SharingDesk.Share;
import org.chartseal.views.testing.Workbench;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A patient at their console, on a real home: network, stores, keys. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PatientConsoleStoryTest {

  private static final String PATIENT = "adan-delrio";

  @TempDir static Path folder;

  private HomeFolder home;
  private Workspace workspace;
  private PatientSeat seat;

  @BeforeAll
  void a_home_with_one_patient() throws Exception {
    Path samples = Path.of(System.getProperty("chartseal.sample", ""));
    assumeTrue(
        Files.isRegularFile(samples.resolve("index.json")),
        "The sample patients are missing: the build has not made them.");
    home = new HomeFolder(folder.resolve("home"));
    new DemoSetUp(home, new SampleShelf(samples), new SecureRandom(), InstantSource.system())
        .run(1, Progress.NONE);
    open();
    try (Desk desk = desk();
        Pin pin = pin();
        PatientDevice device =
            PatientDevice.open(workspace, new Devices(home).keyring(), identity(PATIENT), pin)) {
      new FirstVisitDesk(workspace)
          .confirm(desk.seat(), device, new Patients(workspace).bytes(PATIENT));
    }
    untilFinal();
  }

  @AfterAll
  void close() {
    if (workspace != null) {
      seat.close();
      workspace.close();
    }
  }

  @Test
  @Order(1)
  void a_wrong_pin_lets_nobody_in_and_signs_nothing() throws Exception {
    String asked = ask();
    PatientRequests requests = new PatientRequests(seat);
    Request request = request(requests, asked);
    try (Pin wrong = Pin.copyOf("000000000".toCharArray())) {
      assertThatThrownBy(() ->
              PatientSeat.take(workspace, new Devices(home).keyring(), identity(PATIENT), wrong))
          .isInstanceOfSatisfying(
              RefusedException.class,
              refused -> assertThat(refused.fault().code()).isEqualTo("CS-PIN-08"));
      assertThatThrownBy(
              () -> requests.approve(request.ask(), request.ask().terms(), wrong, Progress.NONE))
          .isInstanceOfSatisfying(
              RefusedException.class,
              refused -> assertThat(refused.fault().code()).isEqualTo("CS-PIN-08"));
    }
    assertThat(workspace.stores().outbox().pending()).isEmpty();
    assertThat(requests.answer(request.ask())).isEmpty();
  }

  @Test
  @Order(2)
  void an_approval_for_less_is_what_the_doctor_gets_and_is_followed_until_final() throws Exception {
    PatientRequests requests = new PatientRequests(seat);
    Request request = requests.requests().getFirst();
    ConsentTerms asked = request.ask().terms();
    ConsentTerms less = within(asked, 2015, asked.until().minusSeconds(3600));
    try (Pin pin = pin()) {
      Answer answer = requests.approve(request.ask(), less, pin, Progress.NONE);
      assertThat(answer.kind()).isEqualTo(Answer.Kind.GRANTED);
      assertThat(answer.sent().state()).isEqualTo(JobState.SIGNED);
      assertThatThrownBy(() -> requests.approve(request.ask(), less, pin, Progress.NONE))
          .isInstanceOfSatisfying(
              RefusedException.class,
              refused -> assertThat(refused.fault().code()).isEqualTo("CS-SEAT-02"));
    }
    untilFinal();
    assertThat(requests.answer(request.ask()).orElseThrow().sent().isFinal()).isTrue();
    assertThat(requests.requests()).isEmpty();
    Share share = new PatientSharing(seat).shares().getFirst();
    assertThat(share.status()).isInstanceOf(GrantStatus.Valid.class);
    assertThat(share.terms().years().first()).isEqualTo(2015);
    assertThat(share.terms().until()).isEqualTo(less.until());
  }

  @Test
  @Order(3)
  void who_looked_tells_of_the_opening() throws Exception {
    PatientLooked looked = new PatientLooked(seat);
    assertThat(looked.openings()).isEmpty();
    openRecord();
    untilFinal();
    assertThat(looked.openings())
        .singleElement()
        .satisfies(opening -> assertThat(opening.reader().display()).isEqualTo("Dr Ada Okafor"));
  }

  @Test
  @Order(4)
  void a_revocation_takes_effect_at_the_writers_one_by_one() throws Exception {
    PatientSharing sharing = new PatientSharing(seat);
    Share share = sharing.shares().getFirst();
    try (Pin pin = pin()) {
      sharing.revoke(share.terms().id(), pin, Progress.NONE);
    }
    untilFinal();
    Share revoked = sharing.shares().getFirst();
    assertThat(revoked.status()).isInstanceOf(GrantStatus.Revoked.class);
    assertThat(revoked.isRevocable()).isFalse();
    assertThat(revoked.behind()).contains(name("hana-clinic"));
    assertThat(openRecord()).isInstanceOf(OpeningOutcome.Refused.class);
  }

  @Test
  @Order(5)
  void a_refusal_in_the_window_is_final_and_shares_nothing() throws Exception {
    String asked = ask();
    inWindow(bench -> {
      bench.await(() -> bench.has("refuse-0"));
      bench.press("refuse-0");
      bench.pin(digits());
      bench.awaitText("You said no to");
    });
    untilFinal();
    assertThat(new PatientRequests(seat).requests()).isEmpty();
    assertThat(new PatientSharing(seat).shares())
        .noneMatch(share -> share.terms().id().equals(asked));
  }

  @Test
  @Order(6)
  void what_is_narrowed_in_the_window_is_what_is_signed_and_in_effect() throws Exception {
    String asked = ask();
    inWindow(bench -> {
      bench.await(() -> bench.has("less-0"));
      bench.press("less-0");
      bench.fx(() -> {
        @SuppressWarnings("unchecked")
        ComboBox<Integer> from = bench.find("from-0", ComboBox.class);
        from.setValue(2021);
        return from;
      });
      bench.awaitText("of 2021 to 2026");
      bench.press("approve-0");
      bench.pin(digits());
      bench.awaitText("You said yes to");
    });
    untilFinal();
    assertThat(new PatientSharing(seat).shares())
        .anySatisfy(share -> {
          assertThat(share.terms().id()).isEqualTo(asked);
          assertThat(share.terms().years().first()).isEqualTo(2021);
          assertThat(share.status()).isInstanceOf(GrantStatus.Valid.class);
        });
  }

  @Test
  @Order(7)
  void patients_read_their_own_record_whole_and_can_open_each_entry() throws Exception {
    PatientRecord record = new PatientRecord(seat);
    List<RecordEntry> entries = new ArrayList<>();
    assertThat(record.read(Progress.NONE, entries::add))
        .isInstanceOfSatisfying(
            RecordOutcome.Opened.class, opened -> assertThat(opened.complete()).isTrue());
    assertThat(entries).hasSizeGreaterThan(5).allMatch(RecordEntry::isProven);
    assertThat(entries)
        .allSatisfy(entry ->
            assertThat(record.readable(entry.content().orElseThrow()).values())
                .isInstanceOf(ContentViewer.EntryOutcome.Shown.class));
  }

  @Test
  @Order(8)
  void a_node_that_stops_in_the_middle_loses_nothing_that_was_signed() throws Exception {
    String asked = ask();
    PatientRequests requests = new PatientRequests(seat);
    Request request = request(requests, asked);
    try (Pin pin = pin()) {
      requests.approve(request.ask(), request.ask().terms(), pin, Progress.NONE);
    }
    workspace.network().close();
    assertThatThrownBy(requests::requests).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> new PatientRecord(seat).read(Progress.NONE, entry -> {}))
        .isInstanceOf(RefusedException.class);
    assertThat(requests.answer(request.ask()).orElseThrow().sent().state())
        .isIn(JobState.SIGNED, JobState.STORED);

    seat.close();
    workspace.close();
    open();
    untilFinal();
    assertThat(new PatientSharing(seat).shares())
        .anySatisfy(share -> {
          assertThat(share.terms().id()).isEqualTo(asked);
          assertThat(share.status()).isInstanceOf(GrantStatus.Valid.class);
        });
  }

  @Test
  @Order(9)
  void who_is_signed_out_reads_nothing() {
    seat.close();
    assertThatThrownBy(() -> new PatientLooked(seat).openings())
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.fault().code()).isEqualTo("CS-SEAT-01"));
  }

  /** What somebody does at a window. */
  private interface Sitting {
    void at(Workbench bench) throws Exception;
  }

  private void inWindow(Sitting sitting) throws Exception {
    try (Workbench bench = new Workbench()) {
      PatientRequests requests = new PatientRequests(seat);
      RequestsScreen screen =
          bench.fx(() -> new RequestsScreen(bench.kit(), requests, new SimpleIntegerProperty()));
      bench.show(screen);
      sitting.at(bench);
      bench.fx(() -> {
        screen.detached();
        return screen;
      });
    }
  }

  private String digits() throws Exception {
    try (Pin pin = pin()) {
      return pin.use(String::new);
    }
  }

  private void open() throws Exception {
    workspace = Workspace.open(home, InstantSource.system());
    try (Pin pin = pin()) {
      seat = PatientSeat.take(workspace, new Devices(home).keyring(), identity(PATIENT), pin);
    }
  }

  private void untilFinal() throws Exception {
    new Draining(workspace.stores().outbox(), workspace.stores().drainer())
        .untilFinal(Progress.NONE);
  }

  /** Dr Okafor asks for general information of 2010 to this year, for eight hours. */
  private String ask() throws Exception {
    try (Desk desk = desk()) {
      PatientCard card = card(desk);
      Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
      TreeSet<Integer> years = new TreeSet<>();
      IntStream.rangeClosed(2010, 2026).forEach(years::add);
      ConsentTerms terms =
          new ConsentTerms(
              UUID.randomUUID().toString(),
              new ActorReference(
                  ActorReference.Kind.PATIENT, card.party().toString(), card.person().name()),
              desk.organisationReference(),
              List.of(),
              PurposeOfUse.TREATMENT,
              List.of(SensitivityClass.GENERAL),
              years,
              now,
              now,
              now.plus(Duration.ofHours(8)));
      try (PairStreams pair = desk.pair(card)) {
        assertThat(
                workspace.consents().desk().ask(desk.organisation(), card, pair, terms, Owner.NONE))
            .isInstanceOf(WriteOutcome.Queued.class);
      }
      untilFinal();
      return terms.id();
    }
  }

  private OpeningOutcome openRecord() throws Exception {
    try (Desk desk = desk()) {
      PatientCard card = card(desk);
      try (PairStreams pair = desk.pair(card)) {
        return workspace
            .consents()
            .opening()
            .open(
                desk.organisation(),
                desk.practitioner(),
                card,
                pair,
                PurposeOfUse.TREATMENT,
                Owner.NONE,
                Progress.NONE,
                entry -> {});
      }
    }
  }

  private PatientCard card(Desk desk) throws Exception {
    return new Patients(workspace).known(desk.organisation().id(), PATIENT).card();
  }

  private Desk desk() throws Exception {
    DemoPins pins = new DemoPins(home, new SecureRandom());
    Keyring keyring =
        new Keyring(new Identities(home), pins, (alias, question) -> known(pins, alias));
    return Desk.open(workspace, keyring, identity("dr-okafor"), "ask");
  }

  private static Pin known(DemoPins pins, String alias) {
    try {
      return pins.find(alias).orElseThrow();
    } catch (HomeException e) {
      throw new IllegalStateException(e);
    }
  }

  private Pin pin() throws Exception {
    return new DemoPins(home, new SecureRandom()).find(PATIENT).orElseThrow();
  }

  private Identity identity(String alias) throws Exception {
    return new Identities(home).find(alias).orElseThrow();
  }

  private String name(String alias) throws Exception {
    return identity(alias).name();
  }

  private static Request request(PatientRequests requests, String id) throws Exception {
    return requests.requests().stream()
        .filter(one -> one.ask().terms().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static ConsentTerms within(ConsentTerms asked, int from, Instant until) {
    return new ConsentTerms(
        asked.id(),
        asked.patient(),
        asked.grantee(),
        asked.writers(),
        asked.purpose(),
        asked.classes(),
        asked.years().tailSet(from),
        asked.made(),
        asked.from(),
        until);
  }
}

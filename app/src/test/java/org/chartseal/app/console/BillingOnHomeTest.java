package org.chartseal.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.chartseal.app.ChildProcesses;
import org.chartseal.app.console.clinician.Billables;
import org.chartseal.app.console.clinician.ClinicianAddition;
import org.chartseal.app.console.clinician.ClinicianAsk;
import org.chartseal.app.console.clinician.ClinicianInbox;
import org.chartseal.app.console.clinician.ClinicianRecord;
import org.chartseal.app.console.clinician.ClinicianSigning;
import org.chartseal.app.console.clinician.ClinicianVisit;
import org.chartseal.app.console.clinician.EntryBilling;
import org.chartseal.app.console.clinician.OpenedRecord;
import org.chartseal.app.console.clinician.Tray;
import org.chartseal.app.demo.DemoSetUp;
import org.chartseal.app.demo.SampleShelf;
import org.chartseal.app.home.DemoPins;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.app.home.Identities;
import org.chartseal.app.home.Identity;
import org.chartseal.app.session.Desk;
import org.chartseal.app.session.Draining;
import org.chartseal.app.session.Keyring;
import org.chartseal.app.session.MemberCards;
import org.chartseal.app.session.PatientDevice;
import org.chartseal.app.session.Seat;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.claims.ClaimOutcome;
import org.chartseal.services.claims.Outcome;
import org.chartseal.services.claims.desk.DecideOutcome;
import org.chartseal.services.claims.desk.OrganisationSession;
import org.chartseal.services.claims.desk.SettleOutcome;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.clinical.PurposeOfUse;
import org.chartseal.services.consent.Ask;
import org.chartseal.services.consent.PatientBooks;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.ledger.HeadOutcome;
import org.chartseal.services.ledger.LedgerQuery;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.ledger.ReadOutcome;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.record.Check;
import org.chartseal.services.record.CheckResult;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.Verdict;
import org.chartseal.services.record.WriteOutcome;
import org.chartseal.services.seal.EntryDescription;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.signing.Pin;
import org.chartseal.views.addition.AdditionDesk;
import org.chartseal.views.ask.AskForm;
import org.chartseal.views.billing.BillDesk;
import org.chartseal.views.inbox.AnswerItem;
import org.chartseal.views.inbox.ClaimItem;
import org.chartseal.views.inbox.InboxDesk;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.record.RecordItem;
import org.chartseal.views.sign.SignDesk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** A visit is billed at a clinician's seat, and the inbox follows the claim, on a real home. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BillingOnHomeTest {

  private static final String PATIENT = "adan-delrio";
  private static final int PATIENCE = 60;

  @TempDir static Path folder;

  private HomeFolder home;
  private Workspace workspace;
  private Keyring keyring;
  private Devices devices;
  private Seat seat;
  private Billables billables;
  private Visitor visitor;
  private ConsentTerms terms;
  private List<RecordItem> items = List.of();
  private RecordItem billed;

  @BeforeAll
  void makeTheHome() throws Exception {
    assumeTrue(
        ChildProcesses.canRun(), "The sample patients are missing: the build has not made them.");
    home = new HomeFolder(folder.resolve("home"));
    InstantSource clock = InstantSource.system();
    SampleShelf shelf = new SampleShelf(Path.of(System.getProperty("chartseal.sample")));
    new DemoSetUp(home, shelf, new SecureRandom(), clock).run(1, Progress.NONE);
    workspace = Workspace.open(home, clock);
    devices = new Devices(home);
    keyring = devices.keyring();
    Identity doctor = new Identities(home).find("dr-kim").orElseThrow();
    try (Pin pin = pin("dr-kim");
        UnlockedIdentity keys = keyring.unlock(doctor, pin)) {
      seat = Seat.take(workspace, keyring, doctor, keys.signing());
    }
    billables = new Billables(seat);
    visitor = new ClinicianVisit(seat, devices).present(PATIENT);
  }

  @AfterAll
  void closeTheHome() {
    if (seat != null) {
      seat.close();
      workspace.close();
    }
  }

  @Test
  @Order(1)
  void a_request_waits_in_the_inbox_and_its_answer_is_news() throws Exception {
    ClinicianAsk asking = new ClinicianAsk(seat);
    ConsentTerms draft =
        asking.draft(
            visitor,
            new AskForm(
                PurposeOfUse.TREATMENT,
                List.of(SensitivityClass.GENERAL),
                new TreeSet<>(Set.of(2022, 2023, 2024, 2025, 2026)),
                Duration.ofHours(8)));
    terms = asking.ask(visitor, draft);
    assertThat(terms).isEqualTo(draft.named(terms.id()));
    assertThat(terms.id()).isNotEqualTo(draft.id());
    drain();
    assertThat(answer().answer()).isEqualTo(AnswerItem.Answer.WAITING);

    approve();
    assertThat(answer().answer()).isEqualTo(AnswerItem.Answer.NARROWED);
    InboxDesk inbox = new ClinicianInbox(seat);
    assertThat(inbox.read(Progress.NONE).seen()).isEmpty();
    inbox.seen(Set.of(terms.id()));
    assertThat(inbox.read(Progress.NONE).seen()).containsExactly(terms.id());
  }

  @Test
  @Order(2)
  void only_proven_entries_of_ones_own_with_services_can_be_billed() throws Exception {
    addAVisit();
    List<RecordItem> read = Collections.synchronizedList(new ArrayList<>());
    new ClinicianRecord(seat, billables, new OpenedRecord())
        .open(visitor, Progress.NONE, read::add);
    read.sort(Comparator.comparing(BillingOnHomeTest::date).reversed());
    items = List.copyOf(read);
    List<RecordItem> own = items.stream().filter(item -> desk(item).isPresent()).toList();
    assertThat(own)
        .isNotEmpty()
        .allMatch(item -> item.entry().isProven())
        .allMatch(item -> item.entry().where().writer().equals(seat.organisation().id()));
    assertThat(new Billables(seat))
        .satisfies(none ->
            assertThat(EntryBilling.of(seat, none, visitor, own.getFirst().entry())).isEmpty());
    assertThat(EntryBilling.of(seat, billables, visitor, retracted(own.getFirst().entry())))
        .isEmpty();
  }

  @Test
  @Order(3)
  void a_visit_is_billed_in_one_step_with_what_was_planned_and_listed_as_sent() throws Exception {
    for (RecordItem item : items) {
      Optional<BillDesk> desk = desk(item);
      if (billed == null && desk.isPresent() && isTimely(plan(desk.get()))) {
        billed = item;
      }
    }
    BillDesk desk = desk(billed).orElseThrow();
    BillDesk.Payer payer = desk.form().payers().getFirst();
    assertThat(payer.member()).hasValue("MHP-1001");
    BillDesk.Plan plan = desk.plan(payer);
    assertThat(plan.lines()).allMatch(line -> !line.shown().isEmpty());

    BillDesk.Billed outcome = desk.bill(payer, payer.member().orElseThrow());
    assertThat(outcome.unsent()).isEmpty();
    assertThat(outcome.lines()).isEqualTo(plan.lines().size());
    assertThat(claim(outcome.claim()).stage()).isIn(ClaimItem.Stage.SENT, ClaimItem.Stage.RECEIVED);
    assertThat(claim(outcome.claim()).patient()).isEqualTo(visitor.name());

    BillDesk.Plan again = desk.plan(payer);
    assertThat(again.lines()).isEmpty();
    assertThat(again.leftOut())
        .filteredOn(one -> one.reason() == ClaimOutcome.Reason.BILLED_BEFORE)
        .hasSize(plan.lines().size());
    drain();
    assertThat(claim(outcome.claim()).stage()).isEqualTo(ClaimItem.Stage.RECEIVED);
  }

  @Test
  @Order(4)
  void the_claim_is_decided_and_paid_before_the_eyes_of_the_inbox() throws Exception {
    try (Desk desk = meridian();
        OrganisationSession insurer =
            new OrganisationSession(desk.organisation(), workspace.identity().pairs())) {
      OrganisationId number = desk.organisation().id();
      assertThat(
              workspace
                  .claims()
                  .payer()
                  .decideAll(
                      insurer,
                      workspace.claims().rules().with(new MemberCards(workspace, number)),
                      Progress.NONE))
          .isInstanceOf(DecideOutcome.Done.class);
      drain();
      ClaimItem decided = claims().getFirst();
      assertThat(decided.stage()).isEqualTo(ClaimItem.Stage.DECIDED);
      assertThat(decided.verdict().orElseThrow().lines())
          .hasSize(decided.lines().size())
          .allMatch(line -> !line.explanation().isBlank())
          .anyMatch(line -> line.outcome() == Outcome.APPROVED);

      assertThat(workspace.claims().settle().settle(insurer, Progress.NONE))
          .isInstanceOf(SettleOutcome.Done.class);
      drain();
    }
    ClaimItem paid = claims().getFirst();
    assertThat(paid.stage()).isEqualTo(ClaimItem.Stage.PAID);
    assertThat(paid.verdict().orElseThrow().payment().orElseThrow().transactions()).isNotEmpty();
  }

  @Test
  @Order(5)
  void the_newest_seal_block_is_recorded_when_that_is_due_while_its_organisation_sits_there()
      throws Exception {
    try (Desk desk = meridian();
        SealHeadDuty duty = new SealHeadDuty(workspace.records().heads(), desk.organisation())) {
      OrganisationId number = desk.organisation().id();
      long newest = workspace.stores().outbox().sealTip(number).orElseThrow().height();
      assertThat(recorded(number)).isLessThan(newest);
      duty.start();
      WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, () -> recorded(number) == newest);
    }
  }

  private Desk meridian() throws Exception {
    Identity insurer = new Identities(home).find("meridian").orElseThrow();
    return Desk.open(workspace, keyring, insurer, "decide and pay");
  }

  private long recorded(OrganisationId organisation) {
    ProvenLedger ledger = workspace.network().ledger();
    if (ledger.head() instanceof HeadOutcome.Agreed(var block, var faults)
        && ledger.read(block, new LedgerQuery(Set.of(), Set.of(), Set.of(organisation)))
            instanceof ReadOutcome.Proven proven) {
      return proven.organisations().get(organisation).head().height();
    }
    throw new AssertionError("the ledger does not answer");
  }

  private void addAVisit() throws Exception {
    Tray tray = new Tray();
    Path documents = home.root().resolve("documents");
    assertThat(
            new ClinicianAddition(seat, tray, new OpenedRecord())
                .documents(visitor, List.of(documents), Progress.NONE))
        .hasSizeGreaterThan(1)
        .allMatch(AdditionDesk.Added.Waiting.class::isInstance);
    try (Pin pin = pin("dr-kim")) {
      ClinicianSigning signing = new ClinicianSigning(seat, devices, tray);
      List<String> shown = signing.drafts().stream().map(SignDesk.Draft::id).toList();
      assertThat(signing.sign(shown, pin, Progress.NONE)).isPositive();
    }
    drain();
  }

  private static String date(RecordItem item) {
    return item.entry().description().map(EntryDescription::date).orElse("");
  }

  /** As it is read after it was taken back. */
  private static RecordEntry retracted(RecordEntry entry) {
    return new RecordEntry(
        entry.where(),
        entry.anchor(),
        entry.at(),
        entry.description(),
        entry.author(),
        entry.reference(),
        entry.replaces(),
        entry.content(),
        new Verdict(
            entry.verdict().checks().stream()
                .map(result ->
                    result.check() == Check.NOT_RETRACTED
                        ? CheckResult.failed(Check.NOT_RETRACTED, "Its author took it back.")
                        : result)
                .toList()));
  }

  private Optional<BillDesk> desk(RecordItem item) {
    return EntryBilling.of(seat, billables, visitor, item.entry());
  }

  /** The sample rules deny what is older than a year. */
  private static boolean isTimely(BillDesk.Plan plan) {
    LocalDate earliest = LocalDate.now(ZoneOffset.UTC).minusDays(300);
    return !plan.lines().isEmpty()
        && plan.lines().stream().allMatch(line -> line.day().isAfter(earliest));
  }

  private static BillDesk.Plan plan(BillDesk desk) throws Exception {
    return desk.plan(desk.form().payers().getFirst());
  }

  private List<ClaimItem> claims() throws Exception {
    return new ClinicianInbox(seat).read(Progress.NONE).claims();
  }

  private ClaimItem claim(Hash32 id) throws Exception {
    return claims().stream().filter(item -> item.claim().equals(id)).findFirst().orElseThrow();
  }

  private AnswerItem answer() throws Exception {
    return new ClinicianInbox(seat)
        .read(Progress.NONE).answers().stream()
            .filter(item -> item.terms().id().equals(terms.id()))
            .findFirst()
            .orElseThrow();
  }

  private void approve() throws Exception {
    Identity patient = new Identities(home).find(PATIENT).orElseThrow();
    try (Pin pin = pin(PATIENT);
        PatientDevice device =
            PatientDevice.of(workspace, visitor.card().card(), keyring.unlock(patient, pin));
        PatientBooks books = workspace.consents().patients().read(device.session())) {
      Ask ask =
          books.open().stream()
              .filter(one -> one.terms().id().equals(terms.id()))
              .findFirst()
              .orElseThrow();
      ConsentTerms narrower =
          new ConsentTerms(
              terms.id(),
              terms.patient(),
              terms.grantee(),
              terms.writers(),
              terms.purpose(),
              terms.classes(),
              terms.years(),
              terms.made(),
              terms.from(),
              terms.until().minus(Duration.ofHours(1)));
      assertThat(
              workspace
                  .consents()
                  .patients()
                  .approve(device.session(), books, ask, narrower, new Owner("grant")))
          .isInstanceOf(WriteOutcome.Queued.class);
    }
    drain();
  }

  private void drain() throws Exception {
    new Draining(workspace.stores().outbox(), workspace.stores().drainer())
        .untilFinal(Progress.NONE);
  }

  private Pin pin(String alias) throws Exception {
    return new DemoPins(home, new SecureRandom()).find(alias).orElseThrow();
  }
}

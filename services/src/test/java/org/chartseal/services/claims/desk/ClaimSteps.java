package org.chartseal.services.claims.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.chartseal.services.claims.Accumulators;
import org.chartseal.services.claims.ClaimFile;
import org.chartseal.services.claims.ClaimMaker;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.LineDecision;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.Outcome;
import org.chartseal.services.claims.ServiceLine;
import org.chartseal.services.consent.PatientSession;
import org.chartseal.services.outbox.Outbox;
import org.chartseal.services.outbox.OutboxException;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.RecordOutcome;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.PartyId;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;

/** What the tests of claims do again and again. */
abstract class ClaimSteps {

  // Set before the first test.
  ClaimWorld world;

  OrganisationSession hospital;

  OrganisationSession insurer;

  /** Each decision knew what the one before it had used up: no share was counted twice. */
  static void assertChained(List<Decision> decisions) {
    decisions.stream()
        .collect(Collectors.groupingBy(ClaimSteps::serviceYear))
        .forEach((year, same) -> {
          long first =
              same.stream()
                  .mapToLong(one -> spent(one.inputs().before(), year))
                  .min()
                  .orElseThrow();
          long last =
              same.stream().mapToLong(one -> spent(one.result().after(), year)).max().orElseThrow();
          long shares =
              same.stream().mapToLong(one -> one.result().totals().outOfPocket().cents()).sum();
          assertThat(last).isEqualTo(first + shares);
        });
  }

  static int serviceYear(Decision decision) {
    return decision.inputs().claim().file().lines().getFirst().day().getYear();
  }

  static long spent(Accumulators accumulators, int year) {
    return accumulators.year(year).outOfPocketMet().cents();
  }

  <T> List<T> together(BiFunction<OrganisationSession, Outbox, T> work) throws Exception {
    List<Callable<T>> tasks =
        Collections.nCopies(
            2,
            () -> {
              try (OrganisationSession session = world.session(world.insurer);
                  Outbox outbox = world.secondOutbox()) {
                return work.apply(session, outbox);
              }
            });
    List<T> results = new ArrayList<>();
    try (ExecutorService windows = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<T> result : windows.invokeAll(tasks)) {
        results.add(result.get());
      }
    }
    return results;
  }

  /** An outbox whose process dies when it is to take a payment. */
  static Outbox dyingAtAct(Outbox outbox) {
    return (Outbox)
        Proxy.newProxyInstance(
            Outbox.class.getClassLoader(),
            new Class<?>[] {Outbox.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("actOnce")) {
                throw new OutboxException(
                    new Fault("CS-TEST-01", "killed"), new IllegalStateException());
              }
              return method.invoke(outbox, arguments);
            });
  }

  /** An outbox at which another window is first whenever it is asked for this. */
  static Outbox beatenAt(Outbox outbox, String asked, Runnable other) {
    return (Outbox)
        Proxy.newProxyInstance(
            Outbox.class.getClassLoader(),
            new Class<?>[] {Outbox.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals(asked)) {
                other.run();
              }
              return method.invoke(outbox, arguments);
            });
  }

  SettleOutcome settle() {
    return world.settle(outbox()).settle(insurer, Progress.NONE);
  }

  static SettleResult result(SettleOutcome outcome, ClaimFile claim) {
    return settled(outcome).results().stream()
        .filter(result -> result.claim().equals(claim.claim()))
        .findFirst()
        .orElseThrow();
  }

  static void assertRefused(SettleResult result, String code) {
    assertThat(result)
        .isInstanceOfSatisfying(
            SettleResult.Refused.class,
            refused -> assertThat(refused.fault().code()).isEqualTo(code));
  }

  static void assertRefused(ReceivedClaim claim, String code) {
    assertThat(claim.standing())
        .isInstanceOfSatisfying(
            ReceivedClaim.Standing.Refused.class,
            refused -> assertThat(refused.fault().code()).isEqualTo(code));
  }

  ReceivedClaim received(ClaimFile claim) {
    return inbox().stream()
        .filter(one -> one.id().equals(Optional.of(claim.claim())))
        .findFirst()
        .orElseThrow();
  }

  ClaimFile listed(Hash32 claim) {
    return ((ClaimListOutcome.Listed) claims().list(hospital, Progress.NONE))
        .claims().stream()
            .map(ClaimStanding::claim)
            .filter(file -> file.claim().equals(claim))
            .findFirst()
            .orElseThrow();
  }

  long payable(ClaimFile claim) {
    return decision(claim).result().totals().payer().cents();
  }

  ClaimDesk claims() {
    return world.claims(outbox());
  }

  Outbox outbox() {
    return world.network.outbox();
  }

  void drain() {
    world.network.drain(world.settling);
  }

  ClaimFile make(RecordEntry encounter) {
    MakeOutcome outcome = claims().make(hospital, world.order(encounter));
    assertThat(outcome).isInstanceOf(MakeOutcome.Drafted.class);
    return ((MakeOutcome.Drafted) outcome).claim();
  }

  void send() {
    assertThat(claims().sendAll(hospital)).isInstanceOf(SendOutcome.Sent.class);
  }

  ClaimFile crafted(ClaimFile like, UnaryOperator<ClaimFile> sent, boolean stranger) {
    ClaimFile file =
        new ClaimFile(
            new ClaimMaker(service -> Optional.empty(), new SecureRandom()).newClaimId(),
            like.hospital(),
            like.insurer(),
            like.patient(),
            like.member(),
            like.created(),
            like.lines());
    return world.sendCrafted(file, sent, stranger ? world.stranger : world.patient.card()).file();
  }

  static ClaimFile about(ClaimFile file, PartyId patient, String member) {
    return new ClaimFile(
        file.claim(),
        file.hospital(),
        file.insurer(),
        patient,
        member,
        file.created(),
        file.lines());
  }

  static ClaimFile tenfold(ClaimFile file) {
    List<ServiceLine> lines = new ArrayList<>(file.lines());
    ServiceLine line = lines.getFirst();
    lines.set(
        0,
        new ServiceLine(
            line.sequence(),
            line.category(),
            line.code(),
            line.display(),
            line.day(),
            new Money(line.billed().cents() * 10, line.billed().currency()),
            line.nullifier(),
            line.disclosure()));
    return new ClaimFile(
        file.claim(),
        file.hospital(),
        file.insurer(),
        file.patient(),
        file.member(),
        file.created(),
        lines);
  }

  List<ReceivedClaim> inbox() {
    InboxOutcome outcome = world.payer(outbox()).inbox(insurer, Progress.NONE);
    assertThat(outcome).isInstanceOf(InboxOutcome.Read.class);
    return ((InboxOutcome.Read) outcome).claims();
  }

  /** Marks how things stand for an insurer who has read this. */
  ClaimNews.Mark mark(List<ReceivedClaim> read) throws RefusedException {
    ClaimNews news = world.news(outbox());
    return news.mark(news.beyond(insurer, read));
  }

  /** Whether there is something since then that this does not show. */
  boolean isPast(ClaimNews.Mark mark, List<ReceivedClaim> read) throws RefusedException {
    ClaimNews news = world.news(outbox());
    return news.isPast(mark, news.beyond(insurer, read));
  }

  DecideOutcome.Done decideAll() {
    DecideOutcome outcome = world.payer(outbox()).decideAll(insurer, world.rules(), Progress.NONE);
    assertThat(outcome).isInstanceOf(DecideOutcome.Done.class);
    return (DecideOutcome.Done) outcome;
  }

  ClaimState state(ClaimFile claim) {
    ClaimListOutcome outcome = claims().list(hospital, Progress.NONE);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            ClaimListOutcome.Listed.class, listed -> assertThat(listed.gaps()).isEmpty());
    return ((ClaimListOutcome.Listed) outcome)
        .claims().stream()
            .filter(standing -> standing.claim().claim().equals(claim.claim()))
            .findFirst()
            .orElseThrow()
            .state();
  }

  Decision decision(ClaimFile claim) {
    return switch (state(claim)) {
      case ClaimState.Decided decided -> decided.decision();
      case ClaimState.Paid paid -> paid.decision();
      default -> throw new AssertionError("not decided: " + state(claim));
    };
  }

  ClaimsView patientView() {
    return new ClaimsView(
        world.care.reader(),
        world.care.relations(),
        world.people,
        InstantSource.system(),
        world.claimNetwork());
  }

  List<RecordEntry> explanations() throws Exception {
    ClaimsView view = patientView();
    List<RecordEntry> entries = new ArrayList<>();
    try (PatientSession session = PatientSession.open(world.patient, world.network.deployment())) {
      if (world.care.relations().read(session).isEmpty()) {
        world
            .care
            .relations()
            .add(
                session,
                world.people.find(world.insurer.id()).orElseThrow(),
                0,
                new Owner("relation"));
        drain();
      }
      assertThat(view.read(session, Progress.NONE, entries::add))
          .isInstanceOf(RecordOutcome.Opened.class);
    }
    assertThat(
            entries.stream()
                .map(entry -> entry.description().orElseThrow().kind())
                .collect(Collectors.toSet()))
        .isEqualTo(Set.of(EntryKind.EOB));
    return entries;
  }

  /** A finished look at what is due. */
  record Settled(List<SettleResult> results, Money pool, Money paying) {}

  static Settled settled(SettleOutcome outcome) {
    assertThat(outcome).isInstanceOf(SettleOutcome.Done.class);
    SettleOutcome.Done done = (SettleOutcome.Done) outcome;
    return new Settled(done.results(), done.pool(), done.paying());
  }

  static void assertDenied(Decision decision, int line, String carc, String rarc) {
    LineDecision decided = decision.result().lines().get(line);
    assertThat(decided.outcome()).as(decided.explanation()).isEqualTo(Outcome.DENIED);
    assertThat(decided.adjustments().getFirst().carc()).isEqualTo(carc);
    assertThat(decided.adjustments().getFirst().rarc()).isEqualTo(rarc);
    assertThat(decided.change()).isPresent();
  }
}

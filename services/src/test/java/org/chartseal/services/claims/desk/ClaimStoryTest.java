package org.chartseal.services.claims.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.chartseal.services.claims.ClaimFile;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.DecisionFile;
import org.chartseal.services.claims.LedgerObservation;
import org.chartseal.services.claims.LineAmounts;
import org.chartseal.services.claims.Outcome;
import org.chartseal.services.claims.PackLibrary;
import org.chartseal.services.claims.Replay;
import org.chartseal.services.claims.ReplayOutcome;
import org.chartseal.services.claims.ReplayedLedger;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.BlockWitness;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.ReceiptOutcome;
import org.chartseal.services.ledger.SlotState;
import org.chartseal.services.ledger.StateProof;
import org.chartseal.services.outbox.Outbox;
import org.chartseal.services.outbox.OutboxException;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** From a signed encounter to a paid claim, on a real network; and what must not be paid. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClaimStoryTest extends ClaimSteps {

  private static final long POOL = 100_000_000;

  @TempDir static Path folder;

  private List<RecordEntry> encounters;
  private ClaimFile first;

  @BeforeAll
  void sign_a_life() throws Exception {
    Path bundles = Path.of(System.getProperty("chartseal.fixtures", "")).resolve("synthea/fhir");
    Assumptions.assumeTrue(
        bundles.toFile().isDirectory(), "no fixtures: the story of a claim is skipped");
    world = ClaimWorld.start(folder, bundles);
    world.fileRecord();
    world.deposit(POOL);
    encounters = world.encounters();
    hospital = world.session(world.hospital);
    insurer = world.session(world.insurer);
  }

  @AfterAll
  void tear_down() {
    if (world != null) {
      world.close();
    }
  }

  @Test
  @Order(1)
  void a_hospital_makes_a_claim_out_of_a_signed_encounter_and_bills_nothing_twice()
      throws RefusedException {
    ClaimNews.Mark none = mark(List.of());
    assertThat(encounters).hasSizeGreaterThan(8);
    assertThat(claims().make(hospital, world.order(encounters.get(0))))
        .isInstanceOfSatisfying(MakeOutcome.Drafted.class, made -> first = made.claim());
    assertThat(first.lines()).isNotEmpty();
    assertThat(state(first)).isInstanceOf(ClaimState.Draft.class);
    // The draft in the outbox counts as billed.
    assertThat(claims().make(hospital, world.order(encounters.get(0))))
        .isInstanceOfSatisfying(
            MakeOutcome.Refused.class,
            refused -> assertThat(refused.fault().code()).isEqualTo("CS-CLAIM-03"));
    assertThat(claims().send(hospital, List.of(first.claim())))
        .isEqualTo(new SendOutcome.Sent(1, Optional.empty()));
    assertThat(state(first)).isInstanceOf(ClaimState.Sent.class);
    assertThat(isPast(none, List.of())).isFalse();
    drain();
    assertThat(isPast(none, List.of())).as("it came").isTrue();
    assertThat(isPast(none, inbox())).as("it was read").isFalse();
    assertThat(state(first)).isInstanceOf(ClaimState.Final.class);
    assertThat(claims().send(hospital, List.of(first.claim())))
        .isInstanceOf(SendOutcome.Refused.class);
  }

  @Test
  @Order(2)
  void the_insurer_decides_it_once_and_the_decision_replays_offline() throws RefusedException {
    assertThat(inbox()).singleElement().matches(ReceivedClaim::isOpen);
    ClaimNews.Mark open = mark(inbox());
    assertThat(decideAll().results())
        .singleElement()
        .isInstanceOfSatisfying(
            DecideResult.Decided.class,
            decided -> {
              assertThat(decided.told()).isTrue();
              assertThat(decided.decision().result().lines())
                  .allSatisfy(line ->
                      assertThat(line.outcome())
                          .as(line.explanation() + line.evidence())
                          .isEqualTo(Outcome.APPROVED));
            });
    // Only the outbox knows of it.
    assertThat(inbox())
        .singleElement()
        .satisfies(claim ->
            assertThat(claim.standing())
                .isInstanceOfSatisfying(
                    ReceivedClaim.Standing.Decided.class,
                    decided -> assertThat(decided.inOutbox()).isTrue()));
    assertThat(decideAll().results()).isEmpty();
    ClaimNews.Mark underway = mark(inbox());
    assertThat(isPast(open, inbox())).as("it is decided, perhaps elsewhere").isTrue();
    assertThat(isPast(underway, inbox())).isFalse();
    drain();
    assertThat(isPast(underway, inbox())).as("it is final").isTrue();
    assertThat(isPast(open, inbox())).as("and would be without a look between").isTrue();
    assertThat(decideAll().results()).isEmpty();
    assertThat(state(first))
        .isInstanceOfSatisfying(
            ClaimState.Decided.class,
            decided -> {
              assertThat(decided.doubt()).isEmpty();
              assertThat(
                      new Replay(world.care.engine().signatureVerifier(), PackLibrary.NONE)
                          .replay(decided.file()))
                  .isInstanceOfSatisfying(
                      ReplayOutcome.Same.class,
                      same -> {
                        assertThat(same.decision().result()).isEqualTo(decided.decision().result());
                        assertThat(same.ledger())
                            .isEqualTo(
                                new ReplayOutcome.LedgerBasis.Proven(
                                    world.network.ledgerNetwork().ledger().codeHash()));
                      });
            });
  }

  @Test
  @Order(3)
  void proofs_in_a_decisions_file_hold_offline_and_a_tampered_node_is_found_by_name()
      throws RefusedException {
    DecisionFile file = ((ClaimState.Decided) state(first)).file();
    LedgerObservation seen = file.inputs().observation();
    StateProof proofs = file.proofs().orElseThrow();
    BlockRef at = seen.at();
    Address contract = file.inputs().ledger().ledger();
    assertThat(proofs.verify(at, contract, seen.slots(), seen.licences()))
        .isInstanceOf(StateProof.Check.Holds.class);
    assertThat(proofs.bytes()).hasSizeLessThan(64 << 10);
    Replay replay = new Replay(world.care.engine().signatureVerifier(), PackLibrary.NONE);

    // Another word than stood there, in a file that the insurer signs.
    Map<LedgerSlot, SlotState> others = new HashMap<>();
    seen.slots().keySet().forEach(slot -> others.put(slot, new SlotState.Empty()));
    assertThat(proofs.verify(at, contract, others, seen.licences()))
        .isInstanceOfSatisfying(
            StateProof.Check.Fails.class,
            fails -> assertThat(fails.reason()).startsWith("Another word stood there"));

    Set<String> reasons = new HashSet<>();
    byte[] bytes = proofs.bytes();
    for (int i = 0; i < bytes.length; i += 23) {
      byte[] tampered = bytes.clone();
      tampered[i] ^= 1;
      try {
        DecisionFile altered = DecisionFile.parse(file.with(StateProof.parse(tampered)).bytes());
        assertThat(replay.replay(altered))
            .as("byte " + i)
            .isInstanceOfSatisfying(
                ReplayOutcome.Refused.class,
                refused -> {
                  assertThat(refused.fault().code()).isEqualTo("CS-DECISION-07");
                  reasons.add(refused.fault().sentence());
                });
      } catch (RefusedException e) {
        assertThat(e.fault().code()).isEqualTo("CS-LEDG-90");
      }
    }
    assertThat(reasons)
        .anyMatch(reason -> reason.contains("The proof of the contract's account does not hold"))
        .anyMatch(reason -> reason.contains("The proof of the word of slot"))
        .anyMatch(reason -> reason.contains("The block's header has another hash"));

    DecisionFile bare =
        DecisionFile.of(file.body(), file.signature()).with(file.pack().orElseThrow());
    assertThat(replay.replay(DecisionFile.parse(bare.bytes())))
        .isInstanceOfSatisfying(
            ReplayOutcome.Same.class,
            same -> assertThat(same.ledger()).isInstanceOf(ReplayOutcome.LedgerBasis.Stated.class));
  }

  @Test
  @Order(3)
  void the_network_says_whether_it_has_the_block_of_a_decision() throws RefusedException {
    BlockRef at = ((ClaimState.Decided) state(first)).file().inputs().observation().at();
    BlockWitness witness = world.network.connection().witness();
    assertThat(witness.standing(at)).isEqualTo(BlockWitness.Standing.CANONICAL);
    assertThat(witness.standing(new BlockRef(at.number(), Hash32.ZERO, at.time(), at.stateRoot())))
        .isEqualTo(BlockWitness.Standing.OTHER);
    assertThat(
            witness.standing(
                new BlockRef(at.number() + 1_000_000, at.hash(), at.time(), at.stateRoot())))
        .isEqualTo(BlockWitness.Standing.UNKNOWN);

    ReplayedLedger replayed = new ReplayedLedger(world.network.ledgerNetwork(), witness);
    Decision decision = decision(first);
    assertThat(replayed.standing(decision, new ReplayOutcome.LedgerBasis.Stated()))
        .isEqualTo(ReplayedLedger.Standing.CANONICAL);
    assertThat(replayed.standing(decision, new ReplayOutcome.LedgerBasis.Proven(Hash32.ZERO)))
        .as("another contract holds proofs of anything")
        .isEqualTo(ReplayedLedger.Standing.OTHER_CONTRACT);
  }

  @Test
  @Order(4)
  void it_is_paid_once_and_the_hospital_and_the_patient_see_it() throws Exception {
    Settled due = settled(world.settle(outbox()).plan(insurer, Progress.NONE));
    assertThat(due.results()).singleElement().isInstanceOf(SettleResult.Due.class);
    assertThat(settled(world.settle(outbox()).settle(insurer, Progress.NONE)).results())
        .singleElement()
        .isInstanceOf(SettleResult.Queued.class);
    // Planned anew while the payment is on its way, by another process too.
    try (Outbox other = world.secondOutbox()) {
      Settled again = settled(world.settle(other).settle(insurer, Progress.NONE));
      assertThat(again.results()).singleElement().isInstanceOf(SettleResult.UnderWay.class);
      assertThat(again.pool().cents()).isEqualTo(POOL - due.paying().cents());
    }
    drain();
    assertThat(world.pool()).isEqualTo(POOL - due.paying().cents());
    assertThat(settled(world.settle(outbox()).settle(insurer, Progress.NONE)).results())
        .singleElement()
        .isInstanceOf(SettleResult.NothingDue.class);
    assertThat(state(first))
        .isInstanceOfSatisfying(
            ClaimState.Paid.class,
            paid -> {
              assertThat(paid.payment().paid()).isEqualTo(due.paying());
              assertThat(paid.payment().transactions())
                  .singleElement()
                  .satisfies(hash ->
                      assertThat(world.network.relay().receipt(hash))
                          .isInstanceOfSatisfying(
                              ReceiptOutcome.Mined.class,
                              mined -> assertThat(mined.success()).isTrue()));
            });
    ClaimPayment payment = ((ClaimState.Paid) state(first)).payment();
    assertThat(received(first).standing())
        .isInstanceOfSatisfying(
            ReceivedClaim.Standing.Paid.class,
            paid -> assertThat(paid.payment()).isEqualTo(payment));
    List<RecordEntry> explained = explanations();
    assertThat(explained).singleElement().matches(RecordEntry::isProven);
    assertThat(patientView().payments(explained)).containsValue(payment);
  }

  @Test
  @Order(5)
  void what_is_not_owed_is_denied_with_its_reason_in_one_run_that_adds_up() {
    ClaimFile honest = make(encounters.get(1));
    ClaimFile dearer = make(encounters.get(2));
    world
        .network
        .outbox()
        .unsigned(world.hospital.id())
        .reversed()
        .forEach(draft -> world.network.outbox().discard(draft.job().id()));
    ClaimFile retracted = make(encounters.get(3));
    send();
    ClaimFile stranger =
        crafted(honest, file -> about(file, world.stranger.party(), ClaimWorld.OTHER), true);
    ClaimFile altered = crafted(dearer, ClaimStoryTest::tenfold, false);
    ClaimFile again = crafted(first, UnaryOperator.identity(), false);
    ClaimFile ended = crafted(honest, file -> about(file, file.patient(), ClaimWorld.ENDED), false);
    ClaimFile nobody = crafted(honest, file -> about(file, file.patient(), "M-0000"), false);
    send();
    drain();
    world.retract(encounters.get(3));

    List<Integer> asked = new ArrayList<>();
    DecideOutcome stopped =
        world
            .payer(outbox())
            .decideAll(
                insurer,
                world.rules(),
                (done, total, what) -> {
                  if (what.equals("deciding claims")) {
                    asked.add((int) done);
                    return done < 1;
                  }
                  return true;
                });
    assertThat(stopped)
        .isInstanceOfSatisfying(
            DecideOutcome.Done.class,
            done -> {
              assertThat(done.summary().claims()).isEqualTo(6);
              assertThat(done.summary().decided()).isEqualTo(1);
              assertThat(done.summary().notReached()).isEqualTo(5);
            });
    assertThat(asked).containsExactly(0, 1);

    DecideOutcome.Done rest = decideAll();
    DecideSummary summary = rest.summary();
    assertThat(summary.claims()).isEqualTo(5).isEqualTo(summary.decided());
    assertThat(summary.lines()).isEqualTo(summary.approved() + summary.denied() + summary.person());
    LineAmounts sums = summary.amounts().get(ClaimWorld.USD);
    assertThat(sums.billed())
        .isEqualTo(
            sums.payer()
                .plus(sums.secondary())
                .plus(sums.patient())
                .plus(sums.writeOff())
                .plus(sums.pending()));
    drain();

    assertDenied(decision(stranger), 0, "16", "N382");
    assertDenied(decision(altered), 0, "16", "M79");
    assertDenied(decision(retracted), 0, "16", "M127");
    for (int i = 0; i < again.lines().size(); i++) {
      assertDenied(decision(again), i, "18", "");
    }
    assertDenied(decision(ended), 0, "27", "");
    assertDenied(decision(nobody), 0, "31", "");
    // A denial says what would change it, and what it named may be billed again.
    assertThat(decision(ended).result().lines().getFirst().change()).isPresent();
    assertThat(claims().make(hospital, world.order(encounters.get(1))))
        .isInstanceOf(MakeOutcome.Drafted.class);
  }

  @Test
  @Order(6)
  void another_patient_learns_nothing_of_a_claim_under_their_number() throws Exception {
    // Those about the patient have come; the stranger's went to the hospital alone, and so did
    // nobody's.
    assertThat(explanations()).hasSize(5).allMatch(RecordEntry::isProven);
  }

  @Test
  @Order(7)
  void a_pool_that_is_too_small_pays_nothing_and_a_record_taken_back_stops_its_payment() {
    settled(settle());
    drain();
    ClaimFile standing = make(encounters.get(4));
    ClaimFile takenBack = make(encounters.get(5));
    send();
    drain();
    decideAll();
    drain();
    assertThat(payable(standing)).isPositive();
    assertThat(payable(takenBack)).isPositive();
    world.emptyPool();
    for (ClaimFile claim : List.of(standing, takenBack)) {
      assertRefused(result(settle(), claim), "CS-SETTLE-01");
    }
    world.deposit(POOL);
    world.retract(encounters.get(5));
    SettleOutcome planned = world.settle(outbox()).plan(insurer, Progress.NONE);
    assertThat(result(planned, standing)).isInstanceOf(SettleResult.Due.class);
    assertRefused(result(planned, takenBack), "CS-SETTLE-07");
    assertThat(state(takenBack)).isInstanceOf(ClaimState.Decided.class);
  }

  @Test
  @Order(8)
  void a_kill_between_signing_and_paying_pays_once() {
    long before = world.pool();
    Settled plan = settled(world.settle(outbox()).plan(insurer, Progress.NONE));
    long paying = plan.paying().cents();
    assertThat(paying).isPositive();
    ClaimFile due =
        plan.results().stream()
            .filter(SettleResult.Due.class::isInstance)
            .map(result -> listed(result.claim()))
            .findFirst()
            .orElseThrow();
    // Killed after the device signed, before the outbox took it: nothing was promised.
    Outbox dying = dyingAtAct(outbox());
    assertThatThrownBy(() -> world.settle(dying).settle(insurer, Progress.NONE))
        .isInstanceOf(OutboxException.class);
    assertThat(outbox().ofOwner(ClaimLabels.settlement(due.claim()))).isEmpty();
    // Killed after the outbox took it: whoever comes next carries it on, and signs nothing anew.
    try (Outbox process = world.secondOutbox()) {
      assertThat(result(world.settle(process).settle(insurer, Progress.NONE), due))
          .isInstanceOf(SettleResult.Queued.class);
    }
    assertThat(result(settle(), due)).isInstanceOf(SettleResult.UnderWay.class);
    drain();
    assertThat(world.pool()).isEqualTo(before - paying);
    assertThat(result(settle(), due)).isInstanceOf(SettleResult.NothingDue.class);
    drain();
    assertThat(world.pool()).isEqualTo(before - paying);
  }

  @Test
  @Order(9)
  void two_windows_that_decide_and_pay_at_once_do_nothing_twice() throws Exception {
    List<ClaimFile> made =
        List.of(make(encounters.get(6)), make(encounters.get(7)), make(encounters.get(8)));
    send();
    drain();
    List<DecideOutcome> decided =
        together((session, outbox) ->
            world.payer(outbox).decideAll(session, world.rules(), Progress.NONE));
    for (ClaimFile claim : made) {
      assertThat(
              decided.stream()
                  .map(DecideOutcome.Done.class::cast)
                  .flatMap(done -> done.results().stream())
                  .filter(DecideResult.Decided.class::isInstance)
                  .filter(result -> result.claim().equals(claim.claim())))
          .hasSize(1);
      assertThat(outbox().ofOwner(ClaimLabels.decision(claim.claim()))).hasSize(2);
    }
    drain();
    long owed = made.stream().mapToLong(this::payable).sum();
    assertThat(owed).isPositive();
    world.deposit(2 * owed);
    long before = world.pool();
    together((session, outbox) -> world.settle(outbox).settle(session, Progress.NONE));
    drain();
    assertThat(world.pool()).isEqualTo(before - owed);
    assertThat(settled(settle()).results())
        .noneMatch(SettleResult.Queued.class::isInstance)
        .noneMatch(SettleResult.UnderWay.class::isInstance);
    assertChained(made.stream().map(this::decision).toList());
  }

  @Test
  @Order(10)
  void a_claim_that_is_not_proven_or_not_what_it_says_is_shown_and_not_decided() {
    ClaimFile withdrawn = make(encounters.get(9));
    send();
    world.sendCrafted(withdrawn, UnaryOperator.identity(), world.patient.card());
    ClaimFile misaddressed =
        crafted(withdrawn, file -> about(file, world.stranger.party(), ClaimWorld.OTHER), false);
    send();
    drain();
    List<ReceivedClaim> both =
        inbox().stream()
            .filter(claim -> claim.id().equals(Optional.of(withdrawn.claim())))
            .toList();
    assertThat(both).hasSize(2);
    assertThat(both.getFirst().isOpen()).isTrue();
    assertRefused(both.getLast(), "CS-PAYER-03");
    assertRefused(received(misaddressed), "CS-PAYER-02");
    world.retract(both.getLast().entry());
    world.retract(both.getFirst().entry());
    assertRefused(received(withdrawn), "CS-PAYER-01");
    assertThat(decideAll().results()).isEmpty();
    assertThat(
            world
                .payer(outbox())
                .decide(insurer, Set.of(withdrawn.claim()), world.rules(), Progress.NONE))
        .isInstanceOfSatisfying(
            DecideOutcome.Done.class,
            done ->
                assertThat(done.results())
                    .singleElement()
                    .isInstanceOfSatisfying(
                        DecideResult.Refused.class,
                        refused -> assertThat(refused.fault().code()).isEqualTo("CS-PAYER-04")));
  }

  @Test
  @Order(11)
  void a_key_that_counts_as_compromised_stops_the_payment() {
    ClaimFile claim = make(encounters.get(10));
    send();
    drain();
    decideAll();
    drain();
    assertThat(result(world.settle(outbox()).plan(insurer, Progress.NONE), claim))
        .isInstanceOf(SettleResult.Due.class);
    world.compromise();
    assertRefused(result(settle(), claim), "CS-SETTLE-07");
  }
}

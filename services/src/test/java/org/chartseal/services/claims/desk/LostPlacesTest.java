package org.chartseal.services.claims.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.claims.ClaimFile;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.Outbox;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.outbox.Queued;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Two consoles of one organisation with an outbox each, which take the same places. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LostPlacesTest extends ClaimSteps {

  @TempDir static Path folder;

  private Outbox elsewhere;
  private List<ClaimFile> claims;

  /** A claim that was made, and what of. */
  private record Billed(ClaimOrder order, ClaimFile claim) {}

  @BeforeAll
  void sign_a_life() throws Exception {
    Path bundles = Path.of(System.getProperty("chartseal.fixtures", "")).resolve("synthea/fhir");
    Assumptions.assumeTrue(
        bundles.toFile().isDirectory(), "no fixtures: the story of lost places is skipped");
    world = ClaimWorld.start(folder, bundles);
    world.fileRecord();
    hospital = world.session(world.hospital);
    insurer = world.session(world.insurer);
    elsewhere = world.network.outbox("elsewhere.sqlite");
  }

  @AfterAll
  void tear_down() {
    if (world != null) {
      elsewhere.close();
      world.close();
    }
  }

  @Test
  @Order(1)
  void a_claim_that_lost_its_place_is_listed_as_such_and_gets_the_next_one_when_it_is_sent() {
    claims =
        world.encounters().stream()
            .map(encounter -> claims().make(hospital, world.order(encounter)))
            .filter(MakeOutcome.Drafted.class::isInstance)
            .map(made -> ((MakeOutcome.Drafted) made).claim())
            .limit(1)
            .toList();
    Billed billed =
        world.encounters().reversed().stream()
            .map(world::order)
            .flatMap(order -> billElsewhere(order).stream())
            .filter(made -> !made.claim().equals(claims.getFirst()))
            .findFirst()
            .orElseThrow();
    ClaimFile lost = billed.claim();
    assertThat(world.claims(elsewhere).sendAll(hospital))
        .isEqualTo(new SendOutcome.Sent(1, Optional.empty()));
    send();
    drain();
    world.network.drain(elsewhere);
    assertThat(states(elsewhere, ClaimLabels.claim(lost.claim()))).containsOnly(JobState.MOVED);
    assertThat(billElsewhere(billed.order())).isEmpty();

    assertThat(world.claims(elsewhere).list(hospital, Progress.NONE))
        .isInstanceOfSatisfying(
            ClaimListOutcome.Listed.class,
            listed ->
                assertThat(listed.claims())
                    .filteredOn(standing -> standing.claim().claim().equals(lost.claim()))
                    .extracting(ClaimStanding::state)
                    .containsExactly(new ClaimState.Sent(JobState.MOVED)));
    assertThat(states(elsewhere, ClaimLabels.claim(lost.claim()))).containsOnly(JobState.MOVED);

    assertThat(world.claims(elsewhere).send(hospital, List.of(lost.claim())))
        .isEqualTo(new SendOutcome.Sent(1, Optional.empty()));
    world.network.drain(elsewhere);
    assertThat(states(elsewhere, ClaimLabels.claim(lost.claim()))).containsOnly(JobState.FINAL);
    assertThat(inbox()).hasSize(2).allMatch(ReceivedClaim::isOpen);
    claims = List.of(claims.getFirst(), lost);
  }

  @Test
  @Order(2)
  void a_decision_that_was_not_chosen_stays_where_it_is_and_the_outcome_says_so() {
    decide(outbox(), claims.getFirst());
    decide(elsewhere, claims.getLast());
    drain();
    world.network.drain(elsewhere);
    assertThat(states(elsewhere, lost())).hasSize(2).containsOnly(JobState.MOVED);

    assertThat(lost(decideElsewhere(claims.getFirst(), world.rules()))).contains("CS-LOST-02");
    assertThat(states(elsewhere, lost())).hasSize(2).containsOnly(JobState.MOVED);
  }

  @Test
  @Order(3)
  void an_explanation_to_a_former_member_waits_and_the_outcome_says_so() {
    PayerRules nobody =
        new PayerRules(member -> Optional.empty(), world.rules().pack(), world.rules().attached());
    DecideOutcome.Done done = decideElsewhere(claims.getLast(), nobody);
    assertThat(done.summary().decided()).isEqualTo(1);
    assertThat(lost(done)).contains("CS-LOST-01");
    world.network.drain(elsewhere);
    assertThat(states(elsewhere, lost())).containsExactlyInAnyOrder(JobState.FINAL, JobState.MOVED);
  }

  @Test
  @Order(4)
  void the_explanation_gets_the_next_place_once_the_member_is_known_again() {
    assertThat(world.payer(elsewhere).decideAll(insurer, world.rules(), Progress.NONE))
        .isInstanceOfSatisfying(
            DecideOutcome.Done.class, done -> assertThat(done.lost()).isEmpty());
    world.network.drain(elsewhere);
    assertThat(states(elsewhere, lost())).hasSize(2).containsOnly(JobState.FINAL);
    assertThat(inbox()).hasSize(2).noneMatch(ReceivedClaim::isOpen);
  }

  private Optional<Billed> billElsewhere(ClaimOrder order) {
    return world.claims(elsewhere).make(hospital, order)
            instanceof MakeOutcome.Drafted(var claim, var leftOut)
        ? Optional.of(new Billed(order, claim))
        : Optional.empty();
  }

  private Owner lost() {
    return ClaimLabels.decision(claims.getLast().claim());
  }

  private static Optional<String> lost(DecideOutcome.Done done) {
    return done.lost().map(Fault::code);
  }

  private DecideOutcome.Done decideElsewhere(ClaimFile claim, PayerRules rules) {
    return (DecideOutcome.Done)
        world.payer(elsewhere).decide(insurer, Set.of(claim.claim()), rules, Progress.NONE);
  }

  private void decide(Outbox at, ClaimFile claim) {
    assertThat(world.payer(at).decide(insurer, Set.of(claim.claim()), world.rules(), Progress.NONE))
        .isInstanceOfSatisfying(
            DecideOutcome.Done.class, done -> assertThat(done.summary().decided()).isEqualTo(1));
  }

  private static List<JobState> states(Outbox outbox, Owner label) {
    return outbox.ofOwner(label).stream().map(Queued::job).map(job -> job.state()).toList();
  }
}

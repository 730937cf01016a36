package org.chartseal.services.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.SlotState;
import org.chartseal.services.seal.Disclosure;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.Leaf;
import org.chartseal.services.seal.PartyId;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.ShownLeaf;
import org.junit.jupiter.api.Test;

/** A third party decides again from the file alone. */
class ReplayTest {

  private final World world = new World();
  private final Decision decision =
      world.decide(
          world.submit(
              world.claim(
                  world.entry(
                      world.patient,
                      Resources.encounter("e1", "185345009"),
                      Resources.procedure("p1", "34043003", "completed"),
                      Resources.procedure("p2", "385763009", "completed"),
                      Resources.immunization("i1")))));
  private final Replay replay = new Replay(world.verifier, PackLibrary.NONE);

  @Test
  void a_decision_replays_the_same_from_its_file_alone() throws RefusedException {
    byte[] exported = world.file(decision).with(world.packArchive).bytes();
    ReplayOutcome outcome = replay.replay(DecisionFile.parse(exported));
    assertThat(outcome).isInstanceOf(ReplayOutcome.Same.class);
    Decision again = ((ReplayOutcome.Same) outcome).decision();
    assertThat(again.result()).isEqualTo(decision.result());
    assertThat(again.result().lines())
        .extracting(LineDecision::outcome)
        .containsExactly(Outcome.APPROVED, Outcome.DENIED, Outcome.NEEDS_PERSON, Outcome.APPROVED);
  }

  @Test
  void what_a_file_states_is_read_back_without_deciding_again() throws RefusedException {
    DecisionFile file = DecisionFile.parse(world.file(decision).bytes());
    assertThat(file.decision().result()).isEqualTo(decision.result());
    assertThat(file.decision().inputs().claim().file().claim())
        .isEqualTo(decision.inputs().claim().file().claim());
  }

  @Test
  void the_same_decision_has_the_same_bytes() {
    assertThat(DecisionFile.body(decision))
        .isEqualTo(DecisionFile.body(world.decide(decision.inputs().claim())));
  }

  @Test
  void a_pack_from_the_library_serves_as_well_as_one_in_the_file() {
    PackLibrary library =
        digest ->
            digest.equals(world.pack.id().digest())
                ? Optional.of(world.packArchive)
                : Optional.empty();
    assertThat(new Replay(world.verifier, library).replay(world.file(decision)))
        .isInstanceOf(ReplayOutcome.Same.class);
  }

  @Test
  void without_its_pack_a_replay_says_what_is_missing() {
    assertRefused(replay.replay(world.file(decision)), "CS-DECISION-03");
  }

  @Test
  void an_altered_pack_is_refused() {
    Map<String, String> kinder = new HashMap<>();
    kinder.put(
        "plans.csv", Packs.PLANS_HEADER + "silver,Sample Silver,coinsurance,0.00,0.00,1,5000.00\n");
    assertRefused(
        replay.replay(world.file(decision).with(Packs.archive(kinder))), "CS-DECISION-04");
  }

  @Test
  void an_altered_amount_in_the_file_is_refused() {
    byte[] body = DecisionFile.body(decision);
    String altered =
        new String(body, StandardCharsets.UTF_8)
            .replaceFirst("\"payer\":\"[0-9.]+\"", "\"payer\":\"1.00\"");
    DecisionFile forged =
        DecisionFile.of(altered.getBytes(StandardCharsets.UTF_8), world.file(decision).signature());
    assertRefused(replay.replay(forged.with(world.packArchive)), "CS-DECISION-02");
  }

  @Test
  void an_insurer_that_states_other_amounts_than_its_rules_give_is_found_out_line_by_line() {
    String stated = new String(DecisionFile.body(decision), StandardCharsets.UTF_8);
    byte[] altered =
        stated
            .replaceFirst("\"outcome\":\"APPROVED\"", "\"outcome\":\"DENIED\"")
            .getBytes(StandardCharsets.UTF_8);
    DecisionFile signed =
        DecisionFile.of(altered, world.insurer.sign(DecisionFile.statement(altered, World.NOW)));
    ReplayOutcome outcome = replay.replay(signed.with(world.packArchive));
    assertThat(outcome).isInstanceOf(ReplayOutcome.Differs.class);
    assertThat(((ReplayOutcome.Differs) outcome).differences())
        .containsExactly(new ReplayOutcome.Difference(1, "outcome", "\"DENIED\"", "\"APPROVED\""));
  }

  @Test
  void another_word_of_the_ledger_inside_a_signed_file_changes_the_decision() {
    String stated = new String(DecisionFile.body(decision), StandardCharsets.UTF_8);
    // The word of the entry's slot: the insurer claims that something else stands there.
    String altered = stated.replaceFirst("\"word\":\"[0-9a-f]{16}", "\"word\":\"0123456789abcdef");
    assertThat(altered).isNotEqualTo(stated);
    byte[] body = altered.getBytes(StandardCharsets.UTF_8);
    DecisionFile signed =
        DecisionFile.of(body, world.insurer.sign(DecisionFile.statement(body, World.NOW)));
    assertThat(replay.replay(signed.with(world.packArchive)))
        .isInstanceOf(ReplayOutcome.Differs.class);
  }

  @Test
  void an_approval_of_a_retracted_entry_is_found_out() {
    LedgerObservation stood = decision.inputs().observation();
    Map<LedgerSlot, SlotState> gone = new HashMap<>();
    stood.slots().keySet().forEach(slot -> gone.put(slot, new SlotState.Empty()));
    LedgerObservation observed = new LedgerObservation(stood.at(), true, gone, stood.licences());
    assertFoundOut(with(observed, decision.inputs().coverage(), Map.of()));
  }

  @Test
  void an_approval_without_coverage_is_found_out() {
    assertFoundOut(with(decision.inputs().observation(), Optional.empty(), Map.of()));
  }

  @Test
  void an_approval_of_a_service_that_was_paid_before_is_found_out() {
    ClaimFile claim = decision.inputs().claim().file();
    assertFoundOut(
        with(
            decision.inputs().observation(),
            decision.inputs().coverage(),
            Map.of(claim.lines().getFirst().nullifier(), claim.claim())));
  }

  @Test
  void an_approval_of_another_patients_service_is_found_out() {
    ClaimFile file = decision.inputs().claim().file();
    ClaimFile others =
        new ClaimFile(
            file.claim(),
            file.hospital(),
            file.insurer(),
            PartyId.ofPatient(new TestKey().key()),
            file.member(),
            file.created(),
            file.lines());
    assertFoundOut(with(new SubmittedClaim(others, decision.inputs().claim().bill())));
  }

  @Test
  void an_approval_on_an_altered_disclosure_is_found_out() {
    ClaimFile file = decision.inputs().claim().file();
    List<ServiceLine> lines = new ArrayList<>(file.lines());
    ServiceLine first = lines.getFirst();
    Disclosure honest = first.disclosure();
    List<ShownLeaf> leaves =
        honest.leaves().stream()
            .map(shown ->
                new ShownLeaf(
                    shown.leaf().isHead() ? Leaf.head("Encounter", "e1", List.of()) : shown.leaf(),
                    shown.salt(),
                    shown.place()))
            .toList();
    lines.set(
        0,
        new ServiceLine(
            first.sequence(),
            first.category(),
            first.code(),
            first.display(),
            first.day(),
            first.billed(),
            first.nullifier(),
            new Disclosure(honest.organisation(), honest.entry(), honest.signature(), leaves)));
    ClaimFile altered =
        new ClaimFile(
            file.claim(),
            file.hospital(),
            file.insurer(),
            file.patient(),
            file.member(),
            file.created(),
            lines);
    assertFoundOut(with(new SubmittedClaim(altered, decision.inputs().claim().bill())));
  }

  @Test
  void no_flipped_byte_of_a_file_replays_the_same() {
    byte[] exported = world.file(decision).with(world.packArchive).bytes();
    for (int i = 0; i < exported.length; i += 101) {
      byte[] flipped = exported.clone();
      flipped[i] ^= 1;
      try {
        assertThat(replay.replay(DecisionFile.parse(flipped)))
            .as("byte " + i)
            .isNotInstanceOf(ReplayOutcome.Same.class);
      } catch (RefusedException e) {
        assertThat(e.fault().code()).isEqualTo("CS-DECISION-01");
      }
    }
  }

  @Test
  void what_is_no_decision_is_refused_in_words() {
    byte[] exported = world.file(decision).bytes();
    for (byte[] bad : new byte[][] {{}, {1, 2, 3}, Arrays.copyOf(exported, exported.length / 2)}) {
      assertThatThrownBy(() -> DecisionFile.parse(bad)).isInstanceOf(RefusedException.class);
    }
  }

  @Test
  void the_insurer_that_signed_a_file_with_an_unreadable_body_is_refused() {
    byte[] body = "{\"format\":\"chartseal-decision\",\"v\":2}".getBytes(StandardCharsets.UTF_8);
    DecisionFile signed =
        DecisionFile.of(body, world.insurer.sign(DecisionFile.statement(body, World.NOW)));
    assertRefused(replay.replay(signed.with(world.packArchive)), "CS-DECISION-01");
  }

  /** The insurer signs the approval that it gave for honest inputs beside these inputs. */
  private void assertFoundOut(DecisionInputs inputs) {
    DecisionFile signed = world.file(Decision.byRules(inputs, decision.result()));
    ReplayOutcome outcome = replay.replay(signed.with(world.packArchive));
    assertThat(outcome).isInstanceOf(ReplayOutcome.Differs.class);
    assertThat(((ReplayOutcome.Differs) outcome).differences())
        .contains(new ReplayOutcome.Difference(1, "outcome", "\"APPROVED\"", "\"DENIED\""));
  }

  private DecisionInputs with(SubmittedClaim claim) {
    return world.inputs(claim);
  }

  private DecisionInputs with(
      LedgerObservation observation, Optional<Coverage> coverage, Map<Hash32, Hash32> before) {
    DecisionInputs inputs = decision.inputs();
    return new DecisionInputs(
        inputs.ledger(),
        inputs.settlement(),
        inputs.claim(),
        observation,
        coverage,
        inputs.before(),
        before,
        inputs.receivedOn());
  }

  private static void assertRefused(ReplayOutcome outcome, String code) {
    assertThat(outcome).isInstanceOf(ReplayOutcome.Refused.class);
    assertThat(((ReplayOutcome.Refused) outcome).fault().code()).isEqualTo(code);
  }
}

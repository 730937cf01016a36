package org.chartseal.services.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.SlotState;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.Disclosure;
import org.chartseal.services.seal.Leaf;
import org.chartseal.services.seal.PartyId;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.ShownLeaf;
import org.junit.jupiter.api.Test;

/** What a claim's evidence must withstand. */
class EvidenceTest {

  private final World world = new World();
  private final EncounterEvidence visit =
      world.entry(
          world.patient,
          Resources.encounter("e1", "185345009"),
          Resources.procedure("p1", "430193006", "completed"),
          Resources.immunization("i1"),
          Resources.observation("o1"));

  @Test
  void an_honest_claim_is_approved_line_by_line() {
    Decision decision = world.decide(world.submit(world.claim(visit)));
    assertThat(decision.result().lines())
        .hasSize(3)
        .allMatch(line -> line.outcome() == Outcome.APPROVED);
    assertThat(decision.result().lines()).allMatch(line -> line.evidence().holds());
  }

  @Test
  void a_claim_survives_its_way_through_the_entry() throws RefusedException {
    SubmittedClaim claim = world.submit(world.claim(visit));
    Content content = ClaimCodec.content(claim);
    assertThat(ClaimCodec.content(ClaimCodec.read(content))).isEqualTo(content);
    assertThat(ClaimCodec.read(content).file().total()).isEqualTo(claim.file().total());
  }

  @Test
  void a_line_shows_five_elements_of_its_resource_and_the_subject_and_nothing_else() {
    for (ServiceLine line : world.claim(visit).lines()) {
      List<Leaf> shown = line.disclosure().leaves().stream().map(ShownLeaf::leaf).toList();
      assertThat(shown).hasSize(6);
      assertThat(
              shown.stream()
                  .filter(leaf -> !leaf.resource().isEmpty())
                  .map(Leaf::resource)
                  .distinct())
          .hasSize(1);
      assertThat(
              new String(line.disclosure().bytes(), java.nio.charset.StandardCharsets.ISO_8859_1))
          .doesNotContain("secret")
          .doesNotContain("nobody");
    }
  }

  @Test
  void an_altered_amount_is_denied_and_says_what_would_change_it() {
    SubmittedClaim honest = world.submit(world.claim(visit));
    ServiceLine first = honest.file().lines().getFirst();
    SubmittedClaim dearer =
        new SubmittedClaim(withFirst(honest.file(), billed(first, "9999.00")), honest.bill());
    LineDecision denied = world.decide(dearer).result().lines().getFirst();
    assertDenied(denied, "16", "M79");
    assertThat(denied.change()).isPresent();
    assertThat(world.decide(dearer).result().lines().subList(1, 3))
        .allMatch(line -> line.outcome() == Outcome.APPROVED);
  }

  @Test
  void a_bill_that_somebody_else_signed_is_no_bill() {
    ClaimFile file = world.claim(visit);
    SubmittedClaim forged =
        new SubmittedClaim(
            file,
            new Bill(
                new TestKey().sign(Bill.statement(file, world.settlement, World.NOW)),
                Bill.leaves(file)));
    assertThat(world.decide(forged).result().lines())
        .allMatch(line -> line.outcome() == Outcome.NEEDS_PERSON);
  }

  @Test
  void a_disclosure_about_another_patient_is_denied() {
    PartyId other = PartyId.ofPatient(new TestKey().key());
    EncounterEvidence others = world.entry(other, Resources.encounter("e9", "185345009"));
    LineDecision line = world.decide(world.submit(world.claim(others))).result().lines().getFirst();
    assertDenied(line, "16", "N382");
  }

  @Test
  void a_retracted_entry_is_denied() {
    SubmittedClaim claim = world.submit(world.claim(visit));
    world.retract(visit);
    assertThat(world.decide(claim).result().lines())
        .allSatisfy(line -> assertDenied(line, "16", "M127"));
  }

  @Test
  void an_entry_that_is_not_on_the_ledger_is_denied() {
    SubmittedClaim claim = world.submit(world.claim(visit));
    world.slots.put(new LedgerSlot(World.HOSPITAL, visit.entry().slot()), new SlotState.Empty());
    assertThat(world.decide(claim).result().lines())
        .allSatisfy(line -> assertDenied(line, "16", "M127"));
  }

  @Test
  void an_altered_disclosure_is_denied() {
    ClaimFile file = world.claim(visit);
    ServiceLine first = file.lines().getFirst();
    List<ShownLeaf> leaves = new ArrayList<>();
    for (ShownLeaf shown : first.disclosure().leaves()) {
      Leaf leaf = shown.leaf();
      leaves.add(
          leaf.value().equals("185345009")
              ? new ShownLeaf(
                  new Leaf(leaf.resource(), leaf.pointer(), leaf.type(), "50849002"),
                  shown.salt(),
                  shown.place())
              : shown);
    }
    Disclosure honest = first.disclosure();
    Disclosure altered =
        new Disclosure(honest.organisation(), honest.entry(), honest.signature(), leaves);
    ServiceLine line = disclosed(withCode(first, "50849002"), altered);
    assertDenied(
        world.decide(world.submit(withFirst(file, line))).result().lines().getFirst(),
        "16",
        "N706");
  }

  @Test
  void a_dearer_code_than_the_record_shows_is_denied() {
    ClaimFile file = world.claim(visit);
    ServiceLine dearer = withCode(file.lines().getFirst(), "50849002");
    assertDenied(
        world.decide(world.submit(withFirst(file, dearer))).result().lines().getFirst(),
        "16",
        "M51");
  }

  @Test
  void a_disclosure_without_the_head_of_its_resource_is_denied() {
    ClaimFile file = world.claim(visit);
    ServiceLine first = file.lines().getFirst();
    Disclosure honest = first.disclosure();
    Disclosure headless =
        new Disclosure(
            honest.organisation(),
            honest.entry(),
            honest.signature(),
            honest.leaves().stream().filter(shown -> !shown.leaf().isHead()).toList());
    assertDenied(
        world
            .decide(world.submit(withFirst(file, disclosed(first, headless))))
            .result()
            .lines()
            .getFirst(),
        "16",
        "N706");
  }

  @Test
  void a_procedure_that_was_not_done_is_not_billed_and_denied_if_it_is() {
    EncounterEvidence undone =
        world.entry(world.patient, Resources.procedure("p7", "430193006", "not-done"));
    assertThat(world.make(undone, Set.of())).isInstanceOf(ClaimOutcome.Refused.class);
    EncounterEvidence mixed =
        world.entry(
            world.patient,
            Resources.encounter("e8", "185345009"),
            Resources.procedure("p8", "430193006", "not-done"));
    ClaimOutcome.Made made = (ClaimOutcome.Made) world.make(mixed, Set.of());
    assertThat(made.claim().lines()).hasSize(1);
    assertThat(made.leftOut())
        .extracting(ClaimOutcome.LeftOut::reason)
        .containsExactly(ClaimOutcome.Reason.NOT_DONE);
  }

  @Test
  void the_same_service_twice_in_a_claim_is_denied_once() {
    ClaimFile file = world.claim(visit);
    List<ServiceLine> lines = new ArrayList<>(file.lines());
    ServiceLine first = lines.getFirst();
    lines.add(
        new ServiceLine(
            9,
            first.category(),
            first.code(),
            first.display(),
            first.day(),
            first.billed(),
            first.nullifier(),
            first.disclosure()));
    List<LineDecision> decided = world.decide(world.submit(with(file, lines))).result().lines();
    assertThat(decided.getFirst().outcome()).isEqualTo(Outcome.APPROVED);
    assertDenied(decided.getLast(), "18", "");
  }

  @Test
  void a_service_that_an_earlier_claim_was_approved_for_is_denied() {
    SubmittedClaim claim = world.submit(world.claim(visit));
    DecisionInputs fresh = world.inputs(claim);
    DecisionInputs again =
        new DecisionInputs(
            fresh.ledger(),
            fresh.settlement(),
            claim,
            fresh.observation(),
            fresh.coverage(),
            fresh.before(),
            Map.of(claim.file().lines().get(1).nullifier(), claim.file().claim()),
            fresh.receivedOn());
    List<LineDecision> lines =
        new Decider(world.verifier).decide(again, world.pack).result().lines();
    assertDenied(lines.get(1), "18", "");
    assertThat(lines.get(0).outcome()).isEqualTo(Outcome.APPROVED);
  }

  @Test
  void coverage_that_is_not_active_is_denied_with_its_reason() {
    LocalDate day = World.DAY;
    assertDenied(covered(day.plusDays(1), Optional.empty()), "26", "");
    assertDenied(covered(day.minusDays(100), Optional.of(day.minusDays(1))), "27", "");
    assertThat(covered(day, Optional.of(day)).outcome()).isEqualTo(Outcome.APPROVED);
  }

  @Test
  void what_a_compromised_key_signed_goes_to_a_person() {
    SubmittedClaim claim = world.submit(world.claim(visit));
    world.license(world.clinician, Optional.of(Instant.parse("2026-03-01T00:00:00Z")));
    assertThat(world.decide(claim).result().lines())
        .allMatch(line -> line.outcome() == Outcome.NEEDS_PERSON);
  }

  @Test
  void an_old_block_leaves_it_to_a_person_whether_something_was_retracted() {
    SubmittedClaim claim = world.submit(world.claim(visit));
    LedgerObservation now = world.observation();
    LedgerObservation old = new LedgerObservation(now.at(), false, now.slots(), now.licences());
    List<LineEvidence> evidence =
        new EvidenceCheck(world.verifier, world.ledger, world.settlement).check(claim, old);
    assertThat(evidence)
        .allMatch(
            line -> line.finding(EvidenceKind.NOT_RETRACTED).state() == Finding.State.UNKNOWN);
  }

  @Test
  void a_service_billed_before_is_left_out_of_the_next_claim() {
    ClaimFile first = world.claim(visit);
    ClaimOutcome.Made second =
        (ClaimOutcome.Made) world.make(visit, Set.of(first.lines().getFirst().nullifier()));
    assertThat(second.claim().lines()).hasSize(2);
    assertThat(second.leftOut())
        .extracting(ClaimOutcome.LeftOut::reason)
        .containsExactly(ClaimOutcome.Reason.BILLED_BEFORE);
  }

  private LineDecision covered(LocalDate from, Optional<LocalDate> until) {
    DecisionInputs inputs = world.inputs(world.submit(world.claim(visit)));
    Coverage coverage = new Coverage("silver", World.MEMBER, world.patient, from, until, false);
    DecisionInputs changed =
        new DecisionInputs(
            inputs.ledger(),
            inputs.settlement(),
            inputs.claim(),
            inputs.observation(),
            Optional.of(coverage),
            inputs.before(),
            inputs.billedBefore(),
            inputs.receivedOn());
    return new Decider(world.verifier).decide(changed, world.pack).result().lines().getFirst();
  }

  private static void assertDenied(LineDecision line, String carc, String rarc) {
    assertThat(line.outcome()).as(line.explanation()).isEqualTo(Outcome.DENIED);
    assertThat(line.adjustments()).hasSize(1);
    assertThat(line.adjustments().getFirst().carc()).isEqualTo(carc);
    assertThat(line.adjustments().getFirst().rarc()).isEqualTo(rarc);
    assertThat(line.change()).isPresent();
    assertThat(line.amounts().payer().isZero()).isTrue();
  }

  private static ClaimFile withFirst(ClaimFile file, ServiceLine line) {
    List<ServiceLine> lines = new ArrayList<>(file.lines());
    lines.set(0, line);
    return with(file, lines);
  }

  private static ClaimFile with(ClaimFile file, List<ServiceLine> lines) {
    return new ClaimFile(
        file.claim(),
        file.hospital(),
        file.insurer(),
        file.patient(),
        file.member(),
        file.created(),
        lines);
  }

  private static ServiceLine billed(ServiceLine line, String amount) {
    return new ServiceLine(
        line.sequence(),
        line.category(),
        line.code(),
        line.display(),
        line.day(),
        Claims.usd(amount),
        line.nullifier(),
        line.disclosure());
  }

  private static ServiceLine withCode(ServiceLine line, String code) {
    return new ServiceLine(
        line.sequence(),
        line.category(),
        new ServiceCode(line.code().system(), code),
        line.display(),
        line.day(),
        line.billed(),
        line.nullifier(),
        line.disclosure());
  }

  private static ServiceLine disclosed(ServiceLine line, Disclosure disclosure) {
    return new ServiceLine(
        line.sequence(),
        line.category(),
        line.code(),
        line.display(),
        line.day(),
        line.billed(),
        line.nullifier(),
        disclosure);
  }
}

package org.chartseal.services.claims;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.Disclosure;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.PartyId;

/**
 * Claims whose evidence is taken as found good, for tests of the rules and the arithmetic alone.
 */
final class Claims {

  static final Currency USD = Currency.getInstance("USD");
  static final PartyId PATIENT = PartyId.ofPatient(new TestKey().key());
  private static final Disclosure ANY = anyDisclosure();

  private Claims() {}

  static Money usd(String amount) {
    return Money.parse(amount, USD);
  }

  static ServiceLine line(int sequence, String code, Money billed) {
    return new ServiceLine(
        sequence,
        ServiceCategory.PROCEDURE,
        new ServiceCode("urn:test", code),
        code,
        World.DAY,
        billed,
        Digests.sha256(
            code.getBytes(java.nio.charset.StandardCharsets.UTF_8),
            ByteBuffer.allocate(4).putInt(sequence).array()),
        ANY);
  }

  static ClaimFile claim(List<ServiceLine> lines) {
    Hash32 id =
        Digests.sha256(
            Integer.toString(lines.hashCode()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return new ClaimFile(
        id, World.HOSPITAL, World.INSURER, PATIENT, World.MEMBER, LocalDate.of(2026, 3, 20), lines);
  }

  static AdjudicationInput input(
      ClaimFile claim, String plan, boolean secondary, Accumulators before) {
    Coverage coverage =
        new Coverage(
            plan, World.MEMBER, PATIENT, LocalDate.of(2026, 1, 1), Optional.empty(), secondary);
    return new AdjudicationInput(
        claim, good(claim), Optional.of(coverage), before, Map.of(), LocalDate.of(2026, 3, 20));
  }

  static List<LineEvidence> good(ClaimFile claim) {
    List<LineEvidence> evidence = new ArrayList<>();
    for (ServiceLine line : claim.lines()) {
      Map<EvidenceKind, Finding> findings = new EnumMap<>(EvidenceKind.class);
      for (EvidenceKind kind : EvidenceKind.values()) {
        findings.put(kind, Finding.holds("Taken as good."));
      }
      evidence.add(new LineEvidence(line.sequence(), "completed", findings));
    }
    return evidence;
  }

  private static Disclosure anyDisclosure() {
    World world = new World();
    return world
        .claim(world.entry(world.patient, Resources.encounter("e1", "185345009")))
        .lines()
        .getFirst()
        .disclosure();
  }
}

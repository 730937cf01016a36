package org.chartseal.services.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chartseal.services.ledger.AnchorEvidence;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.HeadOutcome;
import org.chartseal.services.ledger.LedgerQuery;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.ledger.ReadOutcome;
import org.chartseal.services.ledger.RetractionEvidence;
import org.chartseal.services.ledger.Word;
import org.chartseal.services.seal.Fault;
import org.junit.jupiter.api.Test;

/** Reading what a claim rests on. */
class ClaimVerifierTest {

  private final World world = new World();
  private final SubmittedClaim claim =
      world.submit(
          world.claim(
              world.entry(
                  world.patient,
                  Resources.encounter("e1", "185345009"),
                  Resources.immunization("i1"))));

  @Test
  void one_read_proves_everything_that_the_lines_rest_on() {
    VerifyOutcome outcome = verify(new HeadOutcome.Agreed(world.observation().at(), List.of()));
    assertThat(outcome).isInstanceOf(VerifyOutcome.Verified.class);
    assertThat(((VerifyOutcome.Verified) outcome).evidence())
        .hasSize(2)
        .allMatch(LineEvidence::holds);
  }

  @Test
  void a_stale_block_leaves_standing_unknown() {
    VerifyOutcome outcome =
        verify(
            new HeadOutcome.Stale(world.observation().at(), new Fault("CS-X", "old"), List.of()));
    assertThat(((VerifyOutcome.Verified) outcome).evidence())
        .noneMatch(LineEvidence::holds)
        .allMatch(line -> line.finding(EvidenceKind.ANCHORED).state() == Finding.State.HOLDS);
  }

  @Test
  void without_agreement_nothing_is_known() {
    assertThat(verify(new HeadOutcome.NoAgreement(new Fault("CS-X", "none"), List.of())))
        .isInstanceOf(VerifyOutcome.Unavailable.class);
  }

  private VerifyOutcome verify(HeadOutcome head) {
    EvidenceCheck check = new EvidenceCheck(world.verifier, world.ledger, world.settlement);
    return new ClaimVerifier(new MapLedger(head), check).verify(claim);
  }

  /** The world's map behind the reader's port; proofs are tested where they are checked. */
  private final class MapLedger implements ProvenLedger {
    private final HeadOutcome head;

    MapLedger(HeadOutcome head) {
      this.head = head;
    }

    @Override
    public HeadOutcome head() {
      return head;
    }

    @Override
    public ReadOutcome read(BlockRef at, LedgerQuery query) {
      Map<LedgerSlot, org.chartseal.services.ledger.SlotState> slots = new HashMap<>(world.slots);
      slots.keySet().retainAll(query.slots());
      var licences = new HashMap<>(world.licences);
      licences.keySet().retainAll(query.licences());
      return new ReadOutcome.Proven(at, slots, licences, Map.of(), List.of());
    }

    @Override
    public Map<LedgerSlot, AnchorEvidence> evidence(Map<LedgerSlot, Word> words) {
      return Map.of();
    }

    @Override
    public Map<LedgerSlot, Set<RetractionEvidence>> retractions(Set<LedgerSlot> slots) {
      return Map.of();
    }
  }
}

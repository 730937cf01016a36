package org.chartseal.services.record.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chartseal.services.ledger.AnchorEvidence;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.HeadOutcome;
import org.chartseal.services.ledger.LedgerQuery;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.OrganisationRole;
import org.chartseal.services.ledger.OrganisationStatus;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.ledger.ReadOutcome;
import org.chartseal.services.ledger.RegisteredOrganisation;
import org.chartseal.services.ledger.RetractionEvidence;
import org.chartseal.services.ledger.SealHead;
import org.chartseal.services.ledger.SlotState;
import org.chartseal.services.ledger.Word;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;

/** A ledger that holds some lanes and nothing else. */
final class ModelLedger implements ProvenLedger {
  private final int lanes;
  private final List<ModelLane> filled;
  private Set<LedgerSlot> said = Set.of();
  private boolean truthful = true;
  int reads;
  int slotReads;
  int hints;
  boolean refuseSlots;

  ModelLedger(int lanes, ModelLane... filled) {
    this.lanes = lanes;
    this.filled = List.of(filled);
  }

  @Override
  public HeadOutcome head() {
    return new HeadOutcome.Agreed(LaneScannerTest.BLOCK, List.of());
  }

  /** From now on says that these are filled, whatever is. */
  void say(Set<LedgerSlot> filled) {
    said = filled;
    truthful = false;
  }

  @Override
  public Set<LedgerSlot> perhapsFilled(BlockRef at, Set<LedgerSlot> slots) {
    hints++;
    return slots.stream()
        .filter(slot -> truthful ? state(slot) instanceof SlotState.Filled : said.contains(slot))
        .collect(Collectors.toSet());
  }

  @Override
  public ReadOutcome read(BlockRef at, LedgerQuery query) {
    reads++;
    if (!query.slots().isEmpty()) {
      slotReads++;
      if (refuseSlots) {
        return new ReadOutcome.Refused(new Fault("CS-TEST-01", "forged"), List.of());
      }
    }
    Map<LedgerSlot, SlotState> states = new HashMap<>();
    query.slots().forEach(slot -> states.put(slot, state(slot)));
    Map<OrganisationId, RegisteredOrganisation> organisations = new HashMap<>();
    for (OrganisationId id : query.organisations()) {
      organisations.put(
          id,
          new RegisteredOrganisation(
              OrganisationStatus.ACTIVE,
              Set.of(OrganisationRole.PROVIDER),
              lanes,
              new SealHead(Hash32.ZERO, 0, Instant.EPOCH)));
    }
    return new ReadOutcome.Proven(at, states, Map.of(), organisations, List.of());
  }

  private SlotState state(LedgerSlot slot) {
    return new ArrayList<>(filled)
        .stream()
            .filter(lane -> lane.holds(slot))
            .findFirst()
            .map(lane -> lane.state(slot))
            .orElse(new SlotState.Empty());
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

package org.chartseal.services.ledger.internal;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chartseal.services.ledger.AnchorEvidence;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.HeadMemory;
import org.chartseal.services.ledger.HeadOutcome;
import org.chartseal.services.ledger.LedgerNetwork;
import org.chartseal.services.ledger.LedgerQuery;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.Licence;
import org.chartseal.services.ledger.LicenceKey;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.ledger.ReadOutcome;
import org.chartseal.services.ledger.RegisteredOrganisation;
import org.chartseal.services.ledger.RetractionEvidence;
import org.chartseal.services.ledger.SlotState;
import org.chartseal.services.ledger.Word;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;

/** The ledger read over JSON-RPC from several endpoints. */
public final class RpcProvenLedger implements ProvenLedger {

  private final LedgerNetwork network;
  private final HeadReader heads;
  private final ContractReader contracts;
  private final EvidenceReader evidence;
  private final SlotHints hints;

  public RpcProvenLedger(
      LedgerNetwork network, Endpoints endpoints, HeadMemory memory, InstantSource clock) {
    this.network = network;
    this.heads = new HeadReader(endpoints, network, memory, clock);
    this.contracts = new ContractReader(endpoints);
    this.evidence = new EvidenceReader(endpoints, network);
    this.hints = new SlotHints(endpoints, network);
  }

  @Override
  public HeadOutcome head() {
    return heads.head();
  }

  @Override
  public ReadOutcome read(BlockRef at, LedgerQuery query) {
    Keys keys = new Keys(query);
    return switch (contracts.read(at, network.ledger(), keys.all())) {
      case ContractReader.Outcome.Proven proven ->
          new ReadOutcome.Proven(
              at,
              keys.slotStates(proven),
              keys.licences(proven),
              keys.organisations(proven),
              proven.faults());
      case ContractReader.Outcome.Refused refused ->
          new ReadOutcome.Refused(refused.fault(), refused.faults());
      case ContractReader.Outcome.Unavailable unavailable ->
          new ReadOutcome.Unavailable(unavailable.fault(), unavailable.faults());
    };
  }

  @Override
  public Set<LedgerSlot> perhapsFilled(BlockRef at, Set<LedgerSlot> slots) {
    return hints.filled(at, slots);
  }

  @Override
  public Map<LedgerSlot, AnchorEvidence> evidence(Map<LedgerSlot, Word> words) {
    return evidence.anchors(words);
  }

  @Override
  public Map<LedgerSlot, Set<RetractionEvidence>> retractions(Set<LedgerSlot> slots) {
    return evidence.retractions(slots);
  }

  private record OrganisationKeys(Hash32 word, Hash32 head) {

    static OrganisationKeys of(OrganisationId organisation) {
      Hash32 number = LedgerWords.of(organisation);
      return new OrganisationKeys(
          LedgerWords.entry(number, StorageLayout.ORGANISATIONS),
          LedgerWords.entry(number, StorageLayout.HEADS));
    }

    List<Hash32> all() {
      return List.of(word, head, LedgerWords.after(head));
    }
  }

  /** The storage key of everything in a query, worked out once. */
  private static final class Keys {
    private final Map<LedgerSlot, Hash32> slots = new HashMap<>();
    private final Map<LicenceKey, Hash32> licences = new HashMap<>();
    private final Map<OrganisationId, OrganisationKeys> organisations = new HashMap<>();

    Keys(LedgerQuery query) {
      for (LedgerSlot slot : query.slots()) {
        slots.put(slot, LedgerWords.entry(slot.key(), StorageLayout.WORDS));
      }
      for (LicenceKey licence : query.licences()) {
        licences.put(licence, LedgerWords.entry(licence.mappingKey(), StorageLayout.LICENCES));
      }
      for (OrganisationId organisation : query.organisations()) {
        organisations.put(organisation, OrganisationKeys.of(organisation));
      }
    }

    Set<Hash32> all() {
      Set<Hash32> all = new HashSet<>(slots.values());
      all.addAll(licences.values());
      organisations.values().forEach(keys -> all.addAll(keys.all()));
      return all;
    }

    Map<LedgerSlot, SlotState> slotStates(ContractReader.Outcome.Proven proven) {
      Map<LedgerSlot, SlotState> states = HashMap.newHashMap(slots.size());
      slots.forEach((slot, key) -> states.put(slot, state(proven.word(key))));
      return states;
    }

    Map<LicenceKey, Licence> licences(ContractReader.Outcome.Proven proven) {
      Map<LicenceKey, Licence> found = new HashMap<>();
      licences.forEach((licence, key) -> found.put(licence, Words.licence(proven.word(key))));
      return found;
    }

    Map<OrganisationId, RegisteredOrganisation> organisations(
        ContractReader.Outcome.Proven proven) {
      Map<OrganisationId, RegisteredOrganisation> found = new HashMap<>();
      organisations.forEach((id, keys) ->
          found.put(
              id,
              Words.organisation(
                  proven.word(keys.word()),
                  proven.word(keys.head()),
                  proven.word(LedgerWords.after(keys.head())))));
      return found;
    }

    private static SlotState state(Hash32 word) {
      return word.equals(Hash32.ZERO)
          ? new SlotState.Empty()
          : new SlotState.Filled(new Word(word));
    }
  }
}

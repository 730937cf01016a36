package org.chartseal.services.record.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.chartseal.services.blocks.BlockStore;
import org.chartseal.services.ledger.AnchorEvidence;
import org.chartseal.services.ledger.LedgerQuery;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.ReadOutcome;
import org.chartseal.services.ledger.Word;
import org.chartseal.services.seal.OrganisationId;

/**
 * Where evidence comes from when no node keeps the events any more: the organisations' seal blocks,
 * from the heads that the registry is proven to have. What was anchored after a head was recorded
 * is not in its chain, and patients' entries are in none. One instance serves one opening.
 */
public final class SealChains {

  private final Function<LedgerQuery, ReadOutcome> registry;
  private final BlockStore blocks;
  private final Map<OrganisationId, SealChain> chains = new HashMap<>();

  /**
   * @param registry reads the heads with proofs
   */
  public SealChains(Function<LedgerQuery, ReadOutcome> registry, BlockStore blocks) {
    this.registry = registry;
    this.blocks = blocks;
  }

  /**
   * The hints, with those that are missing or name no statement found in the seal blocks where
   * possible. Like those of nodes they are yet to be compared with the words and verified.
   *
   * @param words proven, all of them
   */
  public Map<LedgerSlot, AnchorEvidence> complete(
      Map<LedgerSlot, Word> words, Map<LedgerSlot, AnchorEvidence> hints) {
    Map<OrganisationId, Map<LedgerSlot, Word>> missing = new HashMap<>();
    words.forEach((slot, word) -> {
      AnchorEvidence hint = hints.get(slot);
      boolean patients = slot.organisation().equals(OrganisationId.PATIENTS);
      if (!patients && (hint == null || hint.run().isEmpty())) {
        missing.computeIfAbsent(slot.organisation(), o -> new HashMap<>()).put(slot, word);
      }
    });
    if (missing.isEmpty()) {
      return hints;
    }
    readHeads(missing.keySet());
    Map<LedgerSlot, AnchorEvidence> all = new HashMap<>(hints);
    missing.forEach((organisation, slots) -> {
      SealChain chain = chains.get(organisation);
      if (chain != null) {
        all.putAll(chain.find(slots));
      }
    });
    return all;
  }

  /** A head that cannot be proven now is asked for again with what is missing next. */
  private void readHeads(Set<OrganisationId> organisations) {
    Set<OrganisationId> unread = new HashSet<>(organisations);
    unread.removeAll(chains.keySet());
    if (!unread.isEmpty()
        && registry.apply(new LedgerQuery(Set.of(), Set.of(), unread))
            instanceof ReadOutcome.Proven proven) {
      proven
          .organisations()
          .forEach((organisation, registered) ->
              chains.put(
                  organisation, new SealChain(organisation, blocks, registered.head().digest())));
    }
  }
}

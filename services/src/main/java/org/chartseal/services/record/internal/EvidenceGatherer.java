package org.chartseal.services.record.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chartseal.services.ledger.AnchorEvidence;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.LedgerQuery;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.Licence;
import org.chartseal.services.ledger.LicenceKey;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.ledger.ReadOutcome;
import org.chartseal.services.ledger.RetractionEvidence;
import org.chartseal.services.ledger.Word;
import org.chartseal.services.record.LaneReading;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.OrganisationId;

/**
 * Gathers hints and proven licences for many entries at once; a licence is read once in an opening.
 */
public final class EvidenceGatherer {

  private final ProvenLedger ledger;
  private final SealChains seals;
  private final BlockRef at;
  private final boolean fresh;
  private final Map<LicenceKey, Licence> licences = new HashMap<>();

  public EvidenceGatherer(ProvenLedger ledger, SealChains seals, BlockRef at, boolean fresh) {
    this.ledger = ledger;
    this.seals = seals;
    this.at = at;
    this.fresh = fresh;
  }

  /** What came of gathering. */
  public sealed interface Outcome {
    /** What there is; entries of which no node and no seal block tells are not in the maps. */
    record Gathered(Evidence evidence) implements Outcome {}

    /** The registry's words could not be proven. */
    record Failed(Fault fault) implements Outcome {}
  }

  /** Gathers what is known about these anchors. */
  public Outcome gather(List<LaneReading.Filled> anchors) {
    Map<LedgerSlot, Word> words = new LinkedHashMap<>();
    Set<LedgerSlot> retracted = new LinkedHashSet<>();
    for (LaneReading.Filled anchor : anchors) {
      words.put(anchor.slot(), anchor.word());
      if (anchor.word().retractedAt().isPresent()) {
        retracted.add(anchor.slot());
      }
    }
    Map<LedgerSlot, AnchorEvidence> hints =
        words.isEmpty() ? Map.of() : seals.complete(words, ledger.evidence(words));
    Map<LedgerSlot, Set<RetractionEvidence>> retractions =
        retracted.isEmpty() ? Map.of() : ledger.retractions(retracted);
    Set<LicenceKey> wanted = new LinkedHashSet<>();
    hints.forEach((slot, hint) ->
        hint.run()
            .ifPresent(run ->
                wanted.add(new LicenceKey(slot.organisation(), KeyId.of(run.statement().key())))));
    retractions.forEach((slot, said) -> {
      if (!slot.organisation().equals(OrganisationId.PATIENTS)) {
        said.forEach(hint -> wanted.add(new LicenceKey(slot.organisation(), hint.retractor())));
      }
    });
    wanted.removeAll(licences.keySet());
    if (!wanted.isEmpty()) {
      switch (ledger.read(at, new LedgerQuery(Set.of(), wanted, Set.of()))) {
        case ReadOutcome.Refused(var fault, var faults) -> {
          return new Outcome.Failed(fault);
        }
        case ReadOutcome.Unavailable(var fault, var faults) -> {
          return new Outcome.Failed(fault);
        }
        case ReadOutcome.Proven proven -> licences.putAll(proven.licences());
      }
    }
    return new Outcome.Gathered(new Evidence(at, fresh, hints, retractions, Map.copyOf(licences)));
  }
}

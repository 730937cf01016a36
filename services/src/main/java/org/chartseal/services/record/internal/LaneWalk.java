package org.chartseal.services.record.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.LedgerQuery;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.ledger.ReadOutcome;
import org.chartseal.services.ledger.RegisteredOrganisation;
import org.chartseal.services.ledger.SlotState;
import org.chartseal.services.record.ScanOutcome;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Progress;

/**
 * Finds and proves lanes at one block. For one thread at a time; what it learned of organisations
 * it does not ask again.
 */
public final class LaneWalk {

  /** A patient's lanes: 0 for their own console, 1 for desks (DESIGN §3.2). */
  private static final int PATIENT_LANES = 2;

  private final ProvenLedger ledger;
  private final BlockRef at;
  private final LaneHints hints;
  private final Map<OrganisationId, RegisteredOrganisation> organisations = new HashMap<>();

  public LaneWalk(ProvenLedger ledger, BlockRef at) {
    this.ledger = ledger;
    this.at = at;
    this.hints = new LaneHints(ledger, at);
  }

  /** What came of looking for the lanes of streams. */
  public sealed interface Lanes {
    /** The lanes that the registry gives the writers, none of them proven yet. */
    record Found(List<LaneCursor> lanes) implements Lanes {}

    /** The registry's words could not be proven. */
    record Failed(Fault fault) implements Lanes {}
  }

  /** The lanes of these streams, each with a hint how far it goes. */
  public Lanes lanes(List<StreamAccess> streams) {
    Set<OrganisationId> unknown = new LinkedHashSet<>();
    streams.forEach(stream -> unknown.add(stream.writer()));
    unknown.remove(OrganisationId.PATIENTS);
    unknown.removeAll(organisations.keySet());
    if (!unknown.isEmpty()) {
      switch (ledger.read(at, new LedgerQuery(Set.of(), Set.of(), unknown))) {
        case ReadOutcome.Refused(var fault, var faults) -> {
          return new Lanes.Failed(fault);
        }
        case ReadOutcome.Unavailable(var fault, var faults) -> {
          return new Lanes.Failed(fault);
        }
        case ReadOutcome.Proven proven -> organisations.putAll(proven.organisations());
      }
    }
    List<LaneCursor> lanes = new ArrayList<>();
    for (StreamAccess stream : streams) {
      RegisteredOrganisation organisation = organisations.get(stream.writer());
      int count = organisation == null ? PATIENT_LANES : organisation.lanes();
      for (int lane = 0; lane < count; lane++) {
        lanes.add(new LaneCursor(stream, lane));
      }
    }
    hints.ask(lanes);
    return new Lanes.Found(lanes);
  }

  /** Proves all these lanes to their ends. */
  public ScanOutcome prove(List<LaneCursor> lanes, Progress progress) {
    List<LaneCursor> open = new ArrayList<>(lanes);
    long found = 0;
    while (!open.isEmpty()) {
      if (!progress.step(found, 0, "reading the ledger")) {
        return new ScanOutcome.Stopped();
      }
      Map<LedgerSlot, SlotState> states = new HashMap<>();
      Set<LedgerSlot> asked = new LinkedHashSet<>();
      open.forEach(cursor -> asked.addAll(cursor.ask()));
      switch (ledger.read(at, LedgerQuery.ofSlots(asked))) {
        case ReadOutcome.Refused(var fault, var faults) -> {
          return new ScanOutcome.Failed(fault);
        }
        case ReadOutcome.Unavailable(var fault, var faults) -> {
          return new ScanOutcome.Failed(fault);
        }
        case ReadOutcome.Proven proven -> states.putAll(proven.slots());
      }
      for (LaneCursor cursor : open) {
        found += cursor.take(states);
      }
      open.removeIf(LaneCursor::done);
    }
    return new ScanOutcome.Scanned(lanes.stream().map(LaneCursor::reading).toList());
  }
}

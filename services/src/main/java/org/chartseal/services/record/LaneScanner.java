package org.chartseal.services.record;

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
import org.chartseal.services.record.internal.LaneCursor;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Progress;

/**
 * Reads lanes to their ends with proofs (DESIGN §3.5): each to two places beyond its first empty
 * one.
 *
 * <p>All lanes advance together, so that the number of round trips grows with the logarithm of the
 * longest lane, not with the number of streams.
 */
public final class LaneScanner {

  /** A patient's lanes: 0 for their own console, 1 for desks (DESIGN §3.2). */
  private static final int PATIENT_LANES = 2;

  private final ProvenLedger ledger;

  public LaneScanner(ProvenLedger ledger) {
    this.ledger = ledger;
  }

  /** Reads all lanes of the streams at one block. */
  public ScanOutcome scan(BlockRef at, List<StreamAccess> streams, Progress progress) {
    Set<OrganisationId> writers = new LinkedHashSet<>();
    streams.forEach(stream -> writers.add(stream.writer()));
    writers.remove(OrganisationId.PATIENTS);
    return switch (ledger.read(at, new LedgerQuery(Set.of(), Set.of(), writers))) {
      case ReadOutcome.Refused(var fault, var faults) -> new ScanOutcome.Failed(fault);
      case ReadOutcome.Unavailable(var fault, var faults) -> new ScanOutcome.Failed(fault);
      case ReadOutcome.Proven proven ->
          walk(at, cursors(streams, proven.organisations()), progress);
    };
  }

  private static List<LaneCursor> cursors(
      List<StreamAccess> streams, Map<OrganisationId, RegisteredOrganisation> organisations) {
    List<LaneCursor> cursors = new ArrayList<>();
    for (StreamAccess stream : streams) {
      RegisteredOrganisation organisation = organisations.get(stream.writer());
      int lanes = organisation == null ? PATIENT_LANES : organisation.lanes();
      for (int lane = 0; lane < lanes; lane++) {
        cursors.add(new LaneCursor(stream, lane));
      }
    }
    return cursors;
  }

  private ScanOutcome walk(BlockRef at, List<LaneCursor> cursors, Progress progress) {
    List<LaneCursor> open = new ArrayList<>(cursors);
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
    return new ScanOutcome.Scanned(cursors.stream().map(LaneCursor::reading).toList());
  }
}

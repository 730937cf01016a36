package org.chartseal.services.record.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.seal.OrganisationId;

/**
 * Asks, without proof, how far lanes go, so that what is there can be proven in one question. A lie
 * costs questions and changes nothing that is read.
 *
 * <p>Patients' lanes are short, and their slots dear to compute: they are proven step by step.
 */
final class LaneHints {

  private static final List<Integer> NEAR = List.of(0, 3);
  private static final List<Integer> FAR = List.of(15, 63, 255, 1_023, 4_095, 16_383);

  /** How many places between the last filled and the first empty one are near enough. */
  private static final int NEAR_ENOUGH = 16;

  private static final int ROUNDS = 6;

  private final ProvenLedger ledger;
  private final BlockRef at;

  LaneHints(ProvenLedger ledger, BlockRef at) {
    this.ledger = ledger;
    this.at = at;
  }

  /** Tells the lanes how many places are said to be filled, rather too many than too few. */
  void ask(List<LaneCursor> lanes) {
    List<Search> open = new ArrayList<>();
    for (LaneCursor lane : lanes) {
      if (!lane.access().writer().equals(OrganisationId.PATIENTS)) {
        open.add(new Search(lane));
      }
    }
    for (int round = 0; round < ROUNDS && !open.isEmpty(); round++) {
      Set<LedgerSlot> asked = new LinkedHashSet<>();
      open.forEach(search -> asked.addAll(search.ask()));
      Set<LedgerSlot> filled = ledger.perhapsFilled(at, asked);
      open.forEach(search -> search.take(filled));
      open.removeIf(Search::done);
    }
  }

  /** The search in one lane. */
  private static final class Search {
    private static final int NOWHERE = Integer.MAX_VALUE;

    private final LaneCursor lane;
    private final Map<Integer, LedgerSlot> asked = new HashMap<>();
    private int filled;
    private int empty = NOWHERE;
    private boolean far;

    Search(LaneCursor lane) {
      this.lane = lane;
    }

    Set<LedgerSlot> ask() {
      asked.clear();
      if (empty == NOWHERE) {
        (far ? FAR : NEAR).forEach(this::add);
        far = true;
      } else {
        int step = Math.max(1, (empty - filled) / NEAR_ENOUGH);
        for (int n = filled; n < empty; n += step) {
          add(n);
        }
      }
      return Set.copyOf(asked.values());
    }

    private void add(int n) {
      asked.put(n, lane.slot(n));
    }

    void take(Set<LedgerSlot> said) {
      boolean before = far && empty == NOWHERE && filled > NEAR.getLast();
      asked.forEach((n, slot) -> {
        if (said.contains(slot)) {
          filled = Math.max(filled, n + 1);
        }
      });
      asked.forEach((n, slot) -> {
        if (!said.contains(slot) && n >= filled) {
          empty = Math.min(empty, n);
        }
      });
      if (before && empty == NOWHERE) {
        empty = filled;
      }
      lane.expect(empty == NOWHERE ? filled : empty);
    }

    boolean done() {
      return empty != NOWHERE && empty - filled <= NEAR_ENOUGH;
    }
  }
}

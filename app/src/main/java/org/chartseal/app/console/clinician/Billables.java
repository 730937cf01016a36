package org.chartseal.app.console.clinician;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.chartseal.app.session.Seat;
import org.chartseal.services.claims.BillableServices;
import org.chartseal.services.claims.EarlierServices;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.RefusedException;

/**
 * The entries of an open record that the organisation at this seat can bill: its own, proven, with
 * services in them. They are found while the record is read, and asked for when one is shown.
 */
public final class Billables {

  private final Seat seat;
  private final Set<LedgerSlot> slots = ConcurrentHashMap.newKeySet();

  public Billables(Seat seat) {
    this.seat = seat;
  }

  /** An entry was read, with its content. */
  void note(RecordEntry entry) {
    if (entry.isProven()
        && entry.where().writer().equals(seat.organisation().id())
        && entry.content().filter(Billables::hasServices).isPresent()) {
      slots.add(entry.anchor().slot());
    }
  }

  boolean holds(RecordEntry entry) {
    return slots.contains(entry.anchor().slot());
  }

  private static boolean hasServices(Content content) {
    try {
      return !BillableServices.in(content, EarlierServices.NONE).isEmpty();
    } catch (RefusedException e) {
      // What cannot be read cannot be billed.
      return false;
    }
  }
}

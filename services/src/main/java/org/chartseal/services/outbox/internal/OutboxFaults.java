package org.chartseal.services.outbox.internal;

import java.sql.SQLException;
import org.chartseal.services.outbox.OutboxException;
import org.chartseal.services.seal.Fault;
import org.sqlite.SQLiteErrorCode;

/** What the outbox says when something is in the way. A code, once given, keeps its meaning. */
final class OutboxFaults {

  static final Fault NEWER_VERSION =
      new Fault(
          "CS-OUTB-01",
          "The outbox was written by a newer version of Chartseal. Install that version; nothing was changed.");
  static final Fault OTHER_NETWORK =
      new Fault(
          "CS-OUTB-02",
          "The outbox belongs to another network. Open Chartseal with the folder of this network; nothing was changed.");
  static final Fault NO_OUTBOX =
      new Fault(
          "CS-OUTB-03",
          "The outbox's file is damaged or something else. Put back a copy of it, or move it away if nothing in it was signed.");
  static final Fault DISK_FULL =
      new Fault("CS-OUTB-04", "The disk is full: nothing was queued. Make room and try again.");
  static final Fault BUSY =
      new Fault(
          "CS-OUTB-05", "Another Chartseal is using the outbox and does not let go. Try again.");
  static final Fault UNREADABLE =
      new Fault(
          "CS-OUTB-06",
          "The outbox cannot be read or written: nothing was queued. Check the disk and the rights of its folder.");
  static final Fault TAKEN =
      new Fault(
          "CS-OUTB-07",
          "Another Chartseal kept taking the same places. Nothing was queued; try again.");
  static final Fault GONE = new Fault("CS-OUTB-08", "The outbox holds no such job any more.");
  static final Fault NOT_NOW =
      new Fault("CS-OUTB-09", "This cannot be done with a job that is as far as this one.");
  static final Fault FOLLOWED =
      new Fault(
          "CS-OUTB-10",
          "Other entries follow this one and name it. Sign it, and correct it with a new entry.");
  static final Fault WAITED_FOR =
      new Fault("CS-OUTB-11", "Another job waits for this one. Discard that one first.");
  static final Fault MIXED =
      new Fault(
          "CS-OUTB-12",
          "These jobs cannot be signed together: one signature is for one organisation, and either for entries or for"
              + " retractions.");
  static final Fault OTHER_BATCH =
      new Fault(
          "CS-OUTB-13",
          "The signature is not over these jobs as they are now. Nothing was changed; sign again.");
  static final Fault ANOTHER_THERE =
      new Fault(
          "CS-OUTB-14",
          "Another entry of this lane was anchored first, by another machine or from an older copy of this outbox. The"
              + " entry has to be sealed for the next place and signed again, which takes the PIN.");
  static final Fault SIGNATURE_LATE =
      new Fault(
          "CS-OUTB-15",
          "The patient's signature was not anchored before it ran out. It has to be signed again with the card.");
  static final Fault REVERTED =
      new Fault(
          "CS-OUTB-16",
          "The ledger's contract refused the transaction again and again without saying why. Sign again, and report this"
              + " if it stays.");
  static final Fault NOTHING_TO_RETRACT =
      new Fault(
          "CS-OUTB-17",
          "What is to be retracted is not what stands in that place. Nothing was retracted.");
  static final Fault NO_HANDLER =
      new Fault(
          "CS-OUTB-18",
          "The outbox holds an act of a kind that this version does not know. Install a newer version.");
  static final Fault BLOCK_LOST =
      new Fault(
          "CS-OUTB-19", "A sealed block is missing from the outbox. Put back a copy of its file.");

  /** With the block store's own sentence. */
  static final String STORE_CODE = "CS-OUTB-20";

  static final Fault LEASE =
      new Fault(
          "CS-OUTB-21",
          "Nothing can be sent now: the outbox's lock cannot be taken. Check the rights of its folder.");

  static final Fault EARLIER_UNSIGNED =
      new Fault(
          "CS-OUTB-22",
          "An earlier entry of the same lane is not signed. Sign it with these or before them, or discard it.");
  static final Fault BETWEEN_SIGNED =
      new Fault(
          "CS-OUTB-23",
          "Some of these stand before what is signed already, and others after it. Sign what failed first, one entry at a"
              + " time, or let the outbox finish the others.");
  static final Fault OTHER_AUTHOR =
      new Fault(
          "CS-OUTB-24",
          "An entry names somebody else as its author. Only they can sign it, with their own key; otherwise it is to be"
              + " discarded and written again.");

  private OutboxFaults() {}

  /** The fault behind an error of SQLite; its own message may hold a path and is not repeated. */
  static OutboxException of(SQLException e) {
    return new OutboxException(fault(e), e);
  }

  static Fault fault(SQLException e) {
    return switch (SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff)) {
      case SQLITE_FULL -> DISK_FULL;
      case SQLITE_BUSY, SQLITE_LOCKED -> BUSY;
      case SQLITE_CORRUPT, SQLITE_NOTADB -> NO_OUTBOX;
      default -> UNREADABLE;
    };
  }
}

package org.chartseal.services.outbox.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.blocks.BlockStore;
import org.chartseal.services.blocks.BlockStore.PutOutcome;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.LedgerQuery;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.ledger.ReadOutcome;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.SealTip;
import org.chartseal.services.outbox.internal.Tally.Move;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;

/**
 * Carries signed jobs to {@link JobState#STORED}: their blocks and the seal blocks of their
 * statements are durable.
 */
final class StoreStep {

  /** So many entries are marked as stored by one transaction. */
  private static final int TOGETHER = 64;

  private final Database database;
  private final Deployment deployment;
  private final BlockStore blocks;
  private final ProvenLedger ledger;

  StoreStep(Database database, Deployment deployment, BlockStore blocks, ProvenLedger ledger) {
    this.database = database;
    this.deployment = deployment;
    this.blocks = blocks;
    this.ledger = ledger;
  }

  /** A statement without seal blocks yet. */
  private record Unsealed(long batch, OrganisationId organisation) {}

  /**
   * @param head to read the newest seal block of an organisation at, where it is not known here
   */
  void run(Tally tally, Optional<BlockRef> head) {
    for (Unsealed unsealed : database.read(StoreStep::unsealed)) {
      if (isTipKnown(unsealed.organisation(), head, tally)) {
        database.write(tx -> {
          Batches.seal(tx, unsealed.batch(), deployment);
          return true;
        });
      }
    }
    if (putSealBlocks(tally)) {
      putEntries(tally);
      database.write(tx -> markWithoutBlocks(tx, tally));
    }
  }

  private static List<Unsealed> unsealed(Tx tx) throws SQLException {
    return tx.all(
        "SELECT id, organisation FROM batches WHERE sealed = 0 ORDER BY id",
        row -> new Unsealed(row.integer(1), new OrganisationId(row.integer(2))));
  }

  private boolean isTipKnown(OrganisationId organisation, Optional<BlockRef> head, Tally tally) {
    if (database.read(tx -> Batches.isTipKnown(tx, organisation))) {
      return true;
    }
    if (head.isEmpty()) {
      return false;
    }
    LedgerQuery query = new LedgerQuery(Set.of(), Set.of(), Set.of(organisation));
    switch (ledger.read(head.get(), query)) {
      case ReadOutcome.Proven proven -> {
        var registered = proven.organisations().get(organisation);
        Optional<SealTip> tip =
            registered == null || registered.head().digest().equals(Hash32.ZERO)
                ? Optional.empty()
                : Optional.of(
                    new SealTip(
                        registered.head().digest(), Math.toIntExact(registered.head().height())));
        database.write(tx -> {
          Batches.setTip(tx, organisation, tip);
          return true;
        });
        return true;
      }
      case ReadOutcome.Refused(Fault fault, var endpoints) -> tally.networkFailure(fault);
      case ReadOutcome.Unavailable(Fault fault, var endpoints) -> tally.networkFailure(fault);
    }
    return false;
  }

  private boolean putSealBlocks(Tally tally) {
    for (long id :
        database.read(
            tx -> tx.all("SELECT id FROM seal_blocks ORDER BY id", row -> row.integer(1)))) {
      byte[] block =
          database.read(tx ->
              tx.one("SELECT bytes FROM seal_blocks WHERE id = ?", row -> row.bytes(1), id)
                  .orElseThrow());
      if (!tally.goOn("Storing") || !put(block, tally)) {
        return false;
      }
      database.write(tx -> tx.update("DELETE FROM seal_blocks WHERE id = ?", id));
    }
    return true;
  }

  private void putEntries(Tally tally) {
    List<Long> done = new ArrayList<>();
    for (long job : database.read(StoreStep::entries)) {
      if (!tally.goOn("Storing") || !putBlocks(job, tally)) {
        break;
      }
      done.add(job);
      if (done.size() == TOGETHER) {
        mark(done, tally);
        done.clear();
      }
    }
    mark(done, tally);
  }

  /** Signed entries whose statement's seal blocks, if it has any, are stored. */
  private static List<Long> entries(Tx tx) throws SQLException {
    return tx.all(
        """
        SELECT j.id FROM jobs j LEFT JOIN parcels p ON p.id = j.parcel
          LEFT JOIN batches b ON b.id = p.batch
        WHERE j.state = 'SIGNED' AND j.kind = 'ENTRY' AND coalesce(b.sealed, 1) = 1
          AND NOT EXISTS (SELECT 1 FROM seal_blocks s WHERE s.batch = b.id)
        ORDER BY j.id\
        """,
        row -> row.integer(1));
  }

  private boolean putBlocks(long job, Tally tally) {
    List<byte[]> sealed =
        database.read(tx ->
            tx.all(
                "SELECT bytes FROM blocks WHERE job = ? ORDER BY position",
                row -> row.bytes(1),
                job));
    for (byte[] block : sealed) {
      if (!put(block, tally)) {
        return false;
      }
    }
    return true;
  }

  private boolean put(byte[] block, Tally tally) {
    return switch (blocks.put(block)) {
      case PutOutcome.Stored stored -> true;
      case PutOutcome.Failed(String reason) -> {
        tally.obstacle(new Fault(OutboxFaults.STORE_CODE, reason));
        yield false;
      }
    };
  }

  private void mark(List<Long> jobs, Tally tally) {
    if (jobs.isEmpty()) {
      return;
    }
    int marked =
        database.write(tx -> {
          int count = 0;
          for (long job : jobs) {
            count +=
                tx.update(
                    "UPDATE jobs SET state = 'STORED' WHERE id = ? AND state = 'SIGNED'", job);
          }
          return count;
        });
    tally.count(Move.STORED, marked);
  }

  private static boolean markWithoutBlocks(Tx tx, Tally tally) throws SQLException {
    tally.count(
        Move.STORED,
        tx.update("UPDATE jobs SET state = 'STORED' WHERE state = 'SIGNED' AND kind <> 'ENTRY'"));
    return true;
  }
}

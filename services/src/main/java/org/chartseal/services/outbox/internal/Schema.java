package org.chartseal.services.outbox.internal;

import java.math.BigInteger;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.util.BigIntegers;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Fault;

/** The tables, their version, and the network that they belong to. */
final class Schema {

  private static final int VERSION = 1;

  private static final List<String> TABLES =
      List.of(
          """
          CREATE TABLE about (
            only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
            chain BLOB NOT NULL, ledger BLOB NOT NULL,
            highest INTEGER NOT NULL  -- the highest block that the drainer has worked with
          ) STRICT\
          """,
          """
          CREATE TABLE lanes (
            stream BLOB NOT NULL, writer INTEGER NOT NULL, lane INTEGER NOT NULL,
            next INTEGER NOT NULL, manifest BLOB, root BLOB,  -- digests of the entry at next - 1
            PRIMARY KEY (stream, writer, lane)
          ) STRICT, WITHOUT ROWID\
          """,
          """
          CREATE TABLE batches (
            id INTEGER PRIMARY KEY,
            type TEXT NOT NULL, organisation INTEGER NOT NULL, root BLOB NOT NULL,
            count INTEGER NOT NULL, signed_at INTEGER NOT NULL,
            key BLOB NOT NULL, signature BLOB NOT NULL,
            sealed INTEGER NOT NULL  -- 1: nothing is left to do about its seal blocks
          ) STRICT\
          """,
          """
          CREATE TABLE parcels (  -- what goes into one transaction
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL, batch INTEGER REFERENCES batches (id), run INTEGER,
            tried_at INTEGER, tried_height INTEGER,  -- the newest attempt to send it
            tx BLOB,  -- absent after an attempt whose end is not known
            refusals INTEGER NOT NULL DEFAULT 0, refused_height INTEGER NOT NULL DEFAULT -1
          ) STRICT\
          """,
          """
          CREATE TABLE jobs (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL, state TEXT NOT NULL, writer INTEGER NOT NULL,
            owner TEXT NOT NULL, queued_at INTEGER NOT NULL,
            parcel INTEGER REFERENCES parcels (id),
            seen_word BLOB, seen_height INTEGER,  -- what was proven to stand, and the lowest block
            settled INTEGER NOT NULL DEFAULT 0,  -- 1: looked at once more, long after it was final
            code TEXT, sentence TEXT,
            slot BLOB, record BLOB, manifest BLOB, root BLOB,
            stream BLOB, lane INTEGER, n INTEGER, before_manifest BLOB, before_root BLOB,
            author BLOB,  -- who is to sign an entry; of a retraction, whose word is retracted
            not_after INTEGER, v INTEGER, r BLOB, s BLOB,
            act TEXT, payload BLOB
          ) STRICT\
          """,
          "CREATE UNIQUE INDEX entry_slots ON jobs (slot, writer) WHERE kind = 'ENTRY'",
          "CREATE INDEX lane_order ON jobs (stream, writer, lane, n) WHERE kind = 'ENTRY'",
          "CREATE INDEX job_states ON jobs (state, settled)",
          "CREATE INDEX job_owners ON jobs (owner)",
          "CREATE INDEX job_parcels ON jobs (parcel)",
          """
          CREATE TABLE waits (
            job INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
            after INTEGER NOT NULL REFERENCES jobs (id),
            PRIMARY KEY (job, after)
          ) STRICT, WITHOUT ROWID\
          """,
          "CREATE INDEX waited_for ON waits (after)",
          """
          CREATE TABLE leaves (
            batch INTEGER NOT NULL REFERENCES batches (id), position INTEGER NOT NULL,
            job INTEGER NOT NULL, slot BLOB NOT NULL,
            first BLOB NOT NULL, second BLOB NOT NULL,  -- of an entry its digests, else record and author
            PRIMARY KEY (batch, position)
          ) STRICT, WITHOUT ROWID\
          """,
          "CREATE INDEX job_leaves ON leaves (job)",
          """
          CREATE TABLE blocks (
            job INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE, position INTEGER NOT NULL,
            digest BLOB NOT NULL, bytes BLOB NOT NULL,
            PRIMARY KEY (job, position)
          ) STRICT\
          """,
          "CREATE INDEX block_digests ON blocks (digest)",
          """
          CREATE TABLE seal_blocks (
            id INTEGER PRIMARY KEY,
            batch INTEGER NOT NULL REFERENCES batches (id), bytes BLOB NOT NULL
          ) STRICT\
          """,
          """
          CREATE TABLE seal_heads (
            organisation INTEGER PRIMARY KEY, digest BLOB, height INTEGER NOT NULL
          ) STRICT\
          """);

  private Schema() {}

  /** Makes the tables in a new file, or says why this one cannot be used; then it is as it was. */
  static Optional<Fault> prepare(Database database, Deployment deployment) throws SQLException {
    Optional<Fault> refusal = database.write(tx -> check(tx, deployment));
    if (refusal.isEmpty()) {
      database.useWriteAheadLog();
    }
    return refusal;
  }

  private static Optional<Fault> check(Tx tx, Deployment deployment) throws SQLException {
    long version = tx.one("PRAGMA user_version", row -> row.integer(1)).orElseThrow();
    if (version == 0) {
      return create(tx, deployment);
    }
    if (version != VERSION) {
      return Optional.of(OutboxFaults.NEWER_VERSION);
    }
    boolean same =
        tx.one(
                "SELECT 1 FROM about WHERE chain = ? AND ledger = ?",
                row -> true,
                chain(deployment),
                deployment.ledger().bytes())
            .isPresent();
    return same ? Optional.empty() : Optional.of(OutboxFaults.OTHER_NETWORK);
  }

  private static Optional<Fault> create(Tx tx, Deployment deployment) throws SQLException {
    if (tx.one("SELECT 1 FROM sqlite_master", row -> true).isPresent()) {
      return Optional.of(OutboxFaults.NO_OUTBOX);
    }
    for (String table : TABLES) {
      tx.update(table);
    }
    tx.update(
        "INSERT INTO about VALUES (1, ?, ?, -1)", chain(deployment), deployment.ledger().bytes());
    tx.update("PRAGMA user_version = " + VERSION);
    return Optional.empty();
  }

  private static byte[] chain(Deployment deployment) {
    BigInteger chainId = deployment.chainId();
    return BigIntegers.asUnsignedByteArray(32, chainId);
  }
}

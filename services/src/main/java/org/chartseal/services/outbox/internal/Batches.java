package org.chartseal.services.outbox.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.ledger.RetractLeaf;
import org.chartseal.services.outbox.SealTip;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.EntryReference;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.SealBlock;
import org.chartseal.services.seal.SignedStatement;
import org.chartseal.services.seal.Slot;
import org.chartseal.services.seal.Statement;
import org.chartseal.services.seal.StatementType;
import org.chartseal.signing.P256PublicKey;
import org.chartseal.signing.Signature;

/** Rows of signed statements, their leaves and their seal blocks. */
final class Batches {

  private Batches() {}

  /** Stores a statement; an anchor statement needs seal blocks yet. */
  static long add(Tx tx, SignedStatement signed) throws SQLException {
    Statement statement = signed.statement();
    return tx.insert(
        "INSERT INTO batches (type, organisation, root, count, signed_at, key, signature, sealed)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        statement.type(),
        statement.organisation().number(),
        statement.root(),
        statement.count(),
        statement.signedAt(),
        signed.key().bytes(),
        signed.signature().bytes(),
        statement.type() == StatementType.ANCHOR ? 0 : 1);
  }

  static SignedStatement statement(Tx tx, long batch, Deployment deployment) throws SQLException {
    return tx.one(
            "SELECT type, organisation, root, count, signed_at, key, signature FROM batches"
                + " WHERE id = ?",
            row ->
                new SignedStatement(
                    new Statement(
                        StatementType.valueOf(row.text(1)),
                        deployment,
                        new OrganisationId(row.integer(2)),
                        row.hash(3),
                        (int) row.integer(4),
                        row.integer(5)),
                    P256PublicKey.of(row.bytes(6)),
                    Signature.of(row.bytes(7))),
            batch)
        .orElseThrow();
  }

  /** All leaves of an anchor statement. */
  static List<EntryReference> entries(Tx tx, long batch) throws SQLException {
    return tx.all(
        "SELECT slot, first, second FROM leaves WHERE batch = ? ORDER BY position",
        row -> new EntryReference(new Slot(row.hash(1)), row.hash(2), row.hash(3)),
        batch);
  }

  /** All leaves of a retract statement. */
  static List<RetractLeaf> retractions(Tx tx, long batch) throws SQLException {
    return tx.all(
        "SELECT slot, first, second FROM leaves WHERE batch = ? ORDER BY position",
        row -> new RetractLeaf(new Slot(row.hash(1)), row.hash(2), new KeyId(row.hash(3))),
        batch);
  }

  /** The signing keys of every statement that a job's leaf was in, in this slot. */
  static List<KeyId> authors(Tx tx, long job, Hash32 slot) throws SQLException {
    return tx.all(
        "SELECT DISTINCT b.key FROM leaves l JOIN batches b ON b.id = l.batch"
            + " WHERE l.job = ? AND l.slot = ?",
        row -> KeyId.of(P256PublicKey.of(row.bytes(1))),
        job,
        slot);
  }

  static Optional<SealTip> tip(Tx tx, OrganisationId organisation) throws SQLException {
    return tx.one(
        "SELECT digest, height FROM seal_heads WHERE organisation = ? AND digest NOT NULL",
        row -> new SealTip(row.hash(1), (int) row.integer(2)),
        organisation.number());
  }

  static boolean isTipKnown(Tx tx, OrganisationId organisation) throws SQLException {
    return tx.one(
            "SELECT 1 FROM seal_heads WHERE organisation = ?", row -> true, organisation.number())
        .isPresent();
  }

  static void setTip(Tx tx, OrganisationId organisation, Optional<SealTip> tip)
      throws SQLException {
    tx.update(
        "INSERT OR REPLACE INTO seal_heads VALUES (?, ?, ?)",
        organisation.number(),
        tip.map(SealTip::digest).orElse(null),
        tip.map(SealTip::height).orElse(0));
  }

  /** Makes the seal blocks of a statement, after the organisation's newest, and keeps them. */
  static void seal(Tx tx, long batch, Deployment deployment) throws SQLException {
    SignedStatement signed = statement(tx, batch, deployment);
    OrganisationId organisation = signed.statement().organisation();
    Optional<SealTip> tip = tip(tx, organisation);
    int height = tip.map(SealTip::height).orElse(0);
    for (SealBlock block : SealBlock.of(signed, entries(tx, batch), tip.map(SealTip::digest))) {
      tx.update("INSERT INTO seal_blocks (batch, bytes) VALUES (?, ?)", batch, block.bytes());
      tip = Optional.of(new SealTip(block.digest(), ++height));
    }
    setTip(tx, organisation, tip);
    tx.update("UPDATE batches SET sealed = 1 WHERE id = ?", batch);
  }
}

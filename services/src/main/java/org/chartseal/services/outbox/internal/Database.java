package org.chartseal.services.outbox.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.chartseal.services.outbox.OutboxException;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * The file: SQLite in WAL mode with {@code synchronous=FULL}, so that what was committed survives a
 * loss of power. One connection for each process, which its threads take in turn; transactions are
 * short and never wait for the network.
 */
public final class Database implements AutoCloseable {

  /** Something done inside a transaction. */
  public interface Work<T> {
    T in(Tx tx) throws SQLException;
  }

  private static final Duration PATIENCE_WITH_OTHERS = Duration.ofSeconds(30);

  private static final int ATTEMPTS = 600;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(50);

  private final Connection connection;
  private final Tx tx;
  private final Checkpoint checkpoint;
  private final ReentrantLock turn = new ReentrantLock();

  /** Opens or makes the file; nothing is changed in one that is there. */
  public Database(Path file, Checkpoint checkpoint) throws SQLException {
    this.connection = JDBC.createConnection("jdbc:sqlite:" + file, config().toProperties());
    this.tx = new Tx(connection);
    this.checkpoint = checkpoint;
  }

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setSynchronous(SynchronousMode.FULL);
    config.setBusyTimeout((int) PATIENCE_WITH_OTHERS.toMillis());
    config.enforceForeignKeys(true);
    return config;
  }

  /**
   * Switches to the write-ahead log; only for a file that is known to be an outbox of this version.
   * The file remembers it. It takes a moment without other connections, for which SQLite's own
   * time-out does not wait.
   */
  void useWriteAheadLog() throws SQLException {
    String wal = JournalMode.WAL.getValue();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        String mode = tx.one("PRAGMA journal_mode=" + wal, row -> row.text(1)).orElse("");
        if (wal.equalsIgnoreCase(mode)) {
          return;
        }
      } catch (SQLException e) {
        if (!OutboxFaults.fault(e).equals(OutboxFaults.BUSY)) {
          throw e;
        }
      }
      LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
    }
    throw new OutboxException(OutboxFaults.BUSY);
  }

  /**
   * Does the work and commits it, or changes nothing.
   *
   * @throws OutboxException if the file cannot be written
   */
  public <T> T write(Work<T> work) {
    return transaction("BEGIN IMMEDIATE", work, checkpoint);
  }

  /**
   * Reads at one moment.
   *
   * @throws OutboxException if the file cannot be read
   */
  public <T> T read(Work<T> work) {
    return transaction("BEGIN", work, Checkpoint.NONE);
  }

  private <T> T transaction(String begin, Work<T> work, Checkpoint kill) {
    turn.lock();
    try {
      tx.update(begin);
      boolean committed = false;
      try {
        T result = work.in(tx);
        kill.reached();
        tx.update("COMMIT");
        committed = true;
        kill.reached();
        return result;
      } finally {
        if (!committed) {
          tx.update("ROLLBACK");
        }
      }
    } catch (SQLException e) {
      throw OutboxFaults.of(e);
    } finally {
      turn.unlock();
    }
  }

  @Override
  public void close() {
    turn.lock();
    try {
      connection.close();
    } catch (SQLException e) {
      throw OutboxFaults.of(e);
    } finally {
      turn.unlock();
    }
  }
}

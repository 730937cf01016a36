package org.chartseal.services.outbox.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.chartseal.services.seal.Hash32;

/** The present row of a result; columns are counted from 1. */
final class Row {

  private final ResultSet rows;

  Row(ResultSet rows) {
    this.rows = rows;
  }

  long integer(int column) throws SQLException {
    return rows.getLong(column);
  }

  Optional<Long> integerIfAny(int column) throws SQLException {
    long value = rows.getLong(column);
    return rows.wasNull() ? Optional.empty() : Optional.of(value);
  }

  String text(int column) throws SQLException {
    return rows.getString(column);
  }

  Optional<String> textIfAny(int column) throws SQLException {
    return Optional.ofNullable(rows.getString(column));
  }

  byte[] bytes(int column) throws SQLException {
    return rows.getBytes(column);
  }

  Hash32 hash(int column) throws SQLException {
    return Hash32.of(rows.getBytes(column));
  }

  Optional<Hash32> hashIfAny(int column) throws SQLException {
    return Optional.ofNullable(rows.getBytes(column)).map(Hash32::of);
  }

  Instant time(int column) throws SQLException {
    return Instant.ofEpochSecond(rows.getLong(column));
  }
}

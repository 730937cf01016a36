package org.chartseal.services.outbox.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartseal.services.seal.Hash32;
import org.jspecify.annotations.Nullable;

/** Runs statements inside one transaction. Statements are compiled once for each connection. */
public final class Tx {

  /** Reads one row. */
  interface RowReader<T> {
    T read(Row row) throws SQLException;
  }

  private final Connection connection;
  private final Map<String, PreparedStatement> compiled = new HashMap<>();

  Tx(Connection connection) {
    this.connection = connection;
  }

  int update(String sql, @Nullable Object... values) throws SQLException {
    return bound(sql, values).executeUpdate();
  }

  /** Inserts a row and gives its key. */
  long insert(String sql, @Nullable Object... values) throws SQLException {
    update(sql, values);
    return one("SELECT last_insert_rowid()", row -> row.integer(1)).orElseThrow();
  }

  <T> Optional<T> one(String sql, RowReader<T> reader, @Nullable Object... values)
      throws SQLException {
    try (ResultSet rows = bound(sql, values).executeQuery()) {
      return rows.next() ? Optional.of(reader.read(new Row(rows))) : Optional.empty();
    }
  }

  <T> List<T> all(String sql, RowReader<T> reader, @Nullable Object... values) throws SQLException {
    try (ResultSet rows = bound(sql, values).executeQuery()) {
      Row row = new Row(rows);
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(reader.read(row));
      }
      return found;
    }
  }

  private PreparedStatement bound(String sql, @Nullable Object[] values) throws SQLException {
    PreparedStatement statement = compiled.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      compiled.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, column(values[i]));
    }
    return statement;
  }

  private static @Nullable Object column(@Nullable Object value) {
    return switch (value) {
      case Hash32 hash -> hash.bytes();
      case Instant time -> time.getEpochSecond();
      case Enum<?> constant -> constant.name();
      case null, default -> value;
    };
  }
}

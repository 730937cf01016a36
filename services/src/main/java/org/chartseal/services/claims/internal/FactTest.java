package org.chartseal.services.claims.internal;

import java.util.Set;

/** One condition of a decision table's cell. */
sealed interface FactTest {

  boolean holds(String value);

  /** Reads a cell that is not empty. */
  static FactTest parse(String table, String cell) throws TableException {
    if (cell.startsWith("<") || cell.startsWith(">")) {
      return Bound.parse(table, cell);
    }
    return cell.startsWith("!") ? new NoneOf(values(cell.substring(1))) : new OneOf(values(cell));
  }

  private static Set<String> values(String cell) {
    return Set.of(cell.split("\\|", -1));
  }

  /** Equal to one of these. */
  record OneOf(Set<String> values) implements FactTest {
    @Override
    public boolean holds(String value) {
      return values.contains(value);
    }
  }

  /** Known, and equal to none of these. */
  record NoneOf(Set<String> values) implements FactTest {
    @Override
    public boolean holds(String value) {
      return !value.isEmpty() && !values.contains(value);
    }
  }

  /** An integer within inclusive bounds. */
  record Bound(long least, long most) implements FactTest {
    static Bound parse(String table, String cell) throws TableException {
      boolean inclusive = cell.startsWith("<=") || cell.startsWith(">=");
      try {
        long number = Long.parseLong(cell.substring(inclusive ? 2 : 1).strip());
        if (cell.startsWith("<")) {
          return new Bound(Long.MIN_VALUE, inclusive ? number : Math.subtractExact(number, 1));
        }
        return new Bound(inclusive ? number : Math.addExact(number, 1), Long.MAX_VALUE);
      } catch (NumberFormatException | ArithmeticException e) {
        throw new TableException(table, "'" + cell + "' compares with no integer");
      }
    }

    @Override
    public boolean holds(String value) {
      try {
        long number = Long.parseLong(value);
        return least <= number && number <= most;
      } catch (NumberFormatException e) {
        return false;
      }
    }
  }
}

package org.chartseal.services.claims.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.claims.TableRow;

/**
 * A decision table with the hit policy FIRST (DMN 1.3 §8.2.10): the first row all of whose
 * conditions hold decides.
 *
 * <p>Columns are {@code rule} (a unique id), {@code when:FACT} and {@code then:OUTPUT}. A condition
 * is empty (anything), a value, several values {@code a|b}, their negation {@code !a|b}, or a
 * comparison of integers {@code <0}, {@code <=n}, {@code >n}, {@code >=n}. There are no
 * expressions: a table from a stranger can decide, but not run anything.
 */
public final class DecisionTable {

  private record Condition(String fact, FactTest test) {}

  private record Row(List<Condition> conditions, TableRow hit) {}

  private static final String RULE = "rule";
  private static final String WHEN = "when:";
  private static final String THEN = "then:";

  private final List<Row> rows;

  private DecisionTable(List<Row> rows) {
    this.rows = rows;
  }

  /**
   * Compiles a table.
   *
   * @param facts the facts that there are; a condition on another is refused, so that a misspelt
   *     one cannot decide
   * @param outputs the outputs that there must be, no more and no fewer
   */
  public static DecisionTable compile(CsvTable table, Set<String> facts, Set<String> outputs)
      throws TableException {
    requireColumns(table, facts, outputs);
    List<Row> rows = new ArrayList<>();
    Set<String> rules = new HashSet<>();
    for (Map<String, String> cells : table.rows()) {
      Row row = row(table, cells);
      if (!rules.add(row.hit().rule())) {
        throw new TableException(table.name(), "the rule " + row.hit().rule() + " comes twice");
      }
      rows.add(row);
    }
    return new DecisionTable(List.copyOf(rows));
  }

  /** The rows that can decide, in the table's order. */
  public List<TableRow> rows() {
    return rows.stream().map(Row::hit).toList();
  }

  /** The first row whose conditions all hold, if there is one. */
  public Optional<TableRow> decide(Map<String, String> facts) {
    for (Row row : rows) {
      if (row.conditions().stream()
          .allMatch(c -> c.test().holds(facts.getOrDefault(c.fact(), "")))) {
        return Optional.of(row.hit());
      }
    }
    return Optional.empty();
  }

  private static void requireColumns(CsvTable table, Set<String> facts, Set<String> outputs)
      throws TableException {
    Set<String> found = new HashSet<>();
    for (String column : table.columns()) {
      if (column.startsWith(THEN)) {
        found.add(column.substring(THEN.length()));
      } else if (column.startsWith(WHEN)) {
        if (!facts.contains(column.substring(WHEN.length()))) {
          throw new TableException(table.name(), "there is no fact for the column " + column);
        }
      } else if (!column.equals(RULE)) {
        throw new TableException(
            table.name(), "the column " + column + " is neither rule, when: nor then:");
      }
    }
    if (!found.equals(outputs) || !table.columns().contains(RULE)) {
      throw new TableException(
          table.name(), "it must have a rule column and the outputs " + outputs);
    }
  }

  private static Row row(CsvTable table, Map<String, String> cells) throws TableException {
    String rule = cells.getOrDefault(RULE, "");
    if (rule.isEmpty()) {
      throw new TableException(table.name(), "a rule has no id");
    }
    List<Condition> conditions = new ArrayList<>();
    Map<String, String> outputs = new HashMap<>();
    for (String column : table.columns()) {
      String cell = cells.getOrDefault(column, "");
      if (column.startsWith(THEN)) {
        outputs.put(column.substring(THEN.length()), cell);
      } else if (column.startsWith(WHEN) && !cell.isEmpty()) {
        conditions.add(
            new Condition(column.substring(WHEN.length()), FactTest.parse(table.name(), cell)));
      }
    }
    return new Row(List.copyOf(conditions), new TableRow(table.name(), rule, outputs));
  }
}

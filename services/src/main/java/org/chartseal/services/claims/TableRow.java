package org.chartseal.services.claims;

import java.util.Map;

/**
 * The row of a decision table that decided.
 *
 * @param table file name of the table
 * @param rule id of the row
 * @param outputs the output columns by name
 */
public record TableRow(String table, String rule, Map<String, String> outputs) {

  public TableRow {
    outputs = Map.copyOf(outputs);
  }

  /** An output; every compiled table has all of its outputs. */
  public String output(String name) {
    String value = outputs.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the table " + table + " has no output " + name);
    }
    return value;
  }
}

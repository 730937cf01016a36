package org.chartseal.services.claims;

import java.util.List;

/**
 * A table of a rule pack, to be read by people.
 *
 * @param name file name in the archive
 * @param rows each as wide as the columns, in the file's order
 */
public record PackTable(String name, List<String> columns, List<List<String>> rows) {

  public PackTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }
}

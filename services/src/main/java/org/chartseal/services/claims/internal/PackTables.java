package org.chartseal.services.claims.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chartseal.services.claims.PackTable;

/** The tables of an archive as they are written in it. */
public final class PackTables {

  private static final List<String> TABLES =
      PackArchive.FILES.stream().filter(name -> !name.equals(PackArchive.MANIFEST)).toList();

  private PackTables() {}

  /** Reads them, in the archive's order. */
  public static List<PackTable> of(byte[] archive) throws TableException {
    Map<String, byte[]> files = PackArchive.read(archive);
    List<PackTable> tables = new ArrayList<>();
    for (String name : TABLES) {
      CsvTable table = CsvTable.parse(name, Utf8.read(name, files.getOrDefault(name, new byte[0])));
      tables.add(
          new PackTable(
              name,
              table.columns(),
              table.rows().stream()
                  .map(row ->
                      table.columns().stream().map(column -> row.getOrDefault(column, "")).toList())
                  .toList()));
    }
    return tables;
  }
}

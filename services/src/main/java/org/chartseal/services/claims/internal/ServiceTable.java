package org.chartseal.services.claims.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.ServiceCategory;
import org.chartseal.services.claims.ServiceCode;
import org.chartseal.services.claims.ServiceTerms;
import org.chartseal.services.claims.ServiceTerms.Listing;

/**
 * Prices and benefits by code and day of service. A row with the system and code {@code *} is its
 * category's default. Where several rows fit, the first one counts.
 */
public final class ServiceTable {

  private record Listed(
      LocalDate from, LocalDate until, Money price, String benefit, String preventive) {
    boolean isOn(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(until);
    }

    ServiceTerms as(Listing listing) {
      return new ServiceTerms(listing, benefit, Optional.of(price), preventive);
    }
  }

  private static final String ANY = "*";
  private static final ServiceTerms NOTHING =
      new ServiceTerms(Listing.NONE, "", Optional.empty(), "");
  private static final ServiceTerms OTHER_DAY =
      new ServiceTerms(Listing.OTHER_DAY, "", Optional.empty(), "");

  private final Map<ServiceCode, List<Listed>> codes = new HashMap<>();
  private final Map<ServiceCategory, List<Listed>> defaults = new EnumMap<>(ServiceCategory.class);

  /** Reads a table. */
  public ServiceTable(CsvTable table, Currency currency) throws TableException {
    table.requireColumns(
        List.of(
            "system",
            "code",
            "category",
            "from",
            "until",
            "price",
            "benefit",
            "preventive",
            "title"));
    for (Map<String, String> row : table.rows()) {
      add(table, row, currency);
    }
  }

  /** What it says about a code on a day. */
  public ServiceTerms terms(ServiceCategory category, ServiceCode code, LocalDate day) {
    List<Listed> rows = codes.get(code);
    if (rows != null) {
      return on(rows, day).map(row -> row.as(Listing.CODE)).orElse(OTHER_DAY);
    }
    return on(defaults.getOrDefault(category, List.of()), day)
        .map(row -> row.as(Listing.CATEGORY))
        .orElse(NOTHING);
  }

  private static Optional<Listed> on(List<Listed> rows, LocalDate day) {
    return rows.stream().filter(row -> row.isOn(day)).findFirst();
  }

  private void add(CsvTable table, Map<String, String> row, Currency currency)
      throws TableException {
    Cells cells = new Cells(table.name(), row);
    Listed listed =
        new Listed(
            day(cells, "from", LocalDate.MIN),
            day(cells, "until", LocalDate.MAX),
            cells.money("price", currency),
            cells.text("benefit"),
            cells.text("preventive"));
    ServiceCategory category = category(cells);
    ServiceCode code = new ServiceCode(cells.text("system"), cells.text("code"));
    if (code.code().equals(ANY)) {
      defaults.computeIfAbsent(category, c -> new ArrayList<>()).add(listed);
    } else {
      codes.computeIfAbsent(code, c -> new ArrayList<>()).add(listed);
    }
  }

  private static ServiceCategory category(Cells cells) throws TableException {
    try {
      return ServiceCategory.ofWord(cells.text("category"));
    } catch (IllegalArgumentException e) {
      throw cells.wrong("category");
    }
  }

  private static LocalDate day(Cells cells, String column, LocalDate otherwise)
      throws TableException {
    try {
      return cells.text(column).isEmpty() ? otherwise : LocalDate.parse(cells.text(column));
    } catch (DateTimeException e) {
      throw cells.wrong(column);
    }
  }
}

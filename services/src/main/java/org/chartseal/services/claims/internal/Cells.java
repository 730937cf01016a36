package org.chartseal.services.claims.internal;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import org.chartseal.services.claims.Money;

/** The cells of one row, read as what they stand for. */
record Cells(String table, Map<String, String> row) {

  String text(String column) {
    return row.getOrDefault(column, "");
  }

  Money money(String column, Currency currency) throws TableException {
    try {
      Money money = Money.parse(text(column), currency);
      if (money.cents() >= 0) {
        return money;
      }
      throw wrong(column);
    } catch (IllegalArgumentException e) {
      throw wrong(column);
    }
  }

  BigDecimal rate(String column) throws TableException {
    try {
      BigDecimal rate = new BigDecimal(text(column));
      if (rate.signum() >= 0 && rate.compareTo(BigDecimal.ONE) <= 0) {
        return rate;
      }
      throw wrong(column);
    } catch (NumberFormatException e) {
      throw wrong(column);
    }
  }

  TableException wrong(String column) {
    return new TableException(table, "'" + text(column) + "' cannot stand in the column " + column);
  }
}

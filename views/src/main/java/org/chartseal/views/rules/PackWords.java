package org.chartseal.views.rules;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chartseal.services.claims.PackTable;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.text.Texts;

/**
 * The columns and cells of a pack's tables in words. What the product has no word for is shown as
 * the pack writes it.
 */
final class PackWords {

  private static final Pattern AMOUNT = Pattern.compile("\\d+\\.\\d\\d");
  private static final Pattern OR = Pattern.compile("\\|");
  private static final String IF = "when:";
  private static final String THEN = "then:";
  private static final String NOT = "!";
  private static final String ANY = "*";

  private final Texts texts;

  PackWords(Kit kit) {
    this.texts = kit.texts(PackWords.class);
  }

  /** A column's title: what it is about, and whether it is a condition or what follows. */
  String title(String column) {
    if (column.startsWith(IF)) {
      return texts.get("column.if", fact(column.substring(IF.length())));
    }
    return column.startsWith(THEN)
        ? texts.get("column.then", fact(column.substring(THEN.length())))
        : fact(column);
  }

  /** A cell's value. */
  String value(String cell) {
    if (cell.startsWith(NOT)) {
      return texts.get("value.not", either(cell.substring(NOT.length())));
    }
    return either(cell);
  }

  /** Whether a column holds amounts and nothing else. */
  static boolean isAmount(PackTable table, int column) {
    return !table.rows().isEmpty()
        && table.rows().stream().allMatch(row -> AMOUNT.matcher(row.get(column)).matches());
  }

  private String either(String cell) {
    return Arrays.stream(OR.split(cell, -1))
        .map(this::word)
        .collect(Collectors.joining(texts.get("value.or")));
  }

  private String word(String value) {
    String key = "value." + (value.equals(ANY) ? "any" : value);
    return texts.has(key) ? texts.get(key) : value;
  }

  private String fact(String name) {
    String key = "fact." + name;
    return texts.has(key) ? texts.get(key) : name;
  }
}

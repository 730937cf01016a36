package org.chartseal.services.claims.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * A table of named columns in RFC 4180 form, UTF-8, with a header; every row is as wide as the
 * header. Lines that begin with {@code #} are remarks.
 *
 * @param name file name, for messages
 */
public record CsvTable(String name, List<String> columns, List<Map<String, String>> rows) {

  private static final int MAX_ROWS = 200_000;

  /** Reads a table. */
  public static CsvTable parse(String name, String text) throws TableException {
    List<List<String>> records = new Parser(name, text).records();
    if (records.isEmpty()) {
      throw new TableException(name, "it is empty");
    }
    List<String> columns = records.getFirst();
    if (new HashSet<>(columns).size() != columns.size()) {
      throw new TableException(name, "a column comes twice");
    }
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> fields : records.subList(1, records.size())) {
      if (fields.size() != columns.size()) {
        throw new TableException(
            name, "row " + (rows.size() + 1) + " is not as wide as the header");
      }
      Map<String, String> row = HashMap.newHashMap(columns.size());
      for (int i = 0; i < columns.size(); i++) {
        row.put(columns.get(i), fields.get(i));
      }
      rows.add(Map.copyOf(row));
    }
    return new CsvTable(name, List.copyOf(columns), List.copyOf(rows));
  }

  /** Refuses a table that has other columns than these, in any order. */
  public void requireColumns(List<String> expected) throws TableException {
    if (columns.size() != expected.size() || !columns.containsAll(expected)) {
      throw new TableException(name, "its columns are not " + String.join(", ", expected));
    }
  }

  private static final class Parser {
    private final String name;
    private final String text;
    private final List<List<String>> records = new ArrayList<>();
    private List<String> fields = new ArrayList<>();
    private int position;

    Parser(String name, String text) {
      this.name = name;
      this.text = text;
    }

    List<List<String>> records() throws TableException {
      while (position < text.length()) {
        if (text.charAt(position) == '#' && fields.isEmpty()) {
          int end = text.indexOf('\n', position);
          position = end < 0 ? text.length() : end + 1;
        } else {
          field();
        }
      }
      if (!fields.isEmpty()) {
        endRecord();
      }
      return records;
    }

    private void field() throws TableException {
      fields.add(text.charAt(position) == '"' ? quoted() : plain());
      if (position == text.length()) {
        endRecord();
        return;
      }
      switch (text.charAt(position++)) {
        case ',' -> {
          if (position == text.length() || isLineEnd(text.charAt(position))) {
            fields.add("");
            skipLineEnd();
          }
        }
        case '\r', '\n' -> {
          position--;
          skipLineEnd();
        }
        default -> throw new TableException(name, "something follows a closing quote");
      }
    }

    private void skipLineEnd() throws TableException {
      if (position < text.length() && text.charAt(position) == '\r') {
        position++;
      }
      if (position < text.length() && text.charAt(position) == '\n') {
        position++;
      }
      endRecord();
    }

    private String plain() {
      int start = position;
      while (position < text.length()
          && text.charAt(position) != ','
          && !isLineEnd(text.charAt(position))) {
        position++;
      }
      return text.substring(start, position).strip();
    }

    private String quoted() throws TableException {
      StringBuilder value = new StringBuilder();
      position++;
      while (true) {
        int quote = text.indexOf('"', position);
        if (quote < 0) {
          throw new TableException(name, "a quote is not closed");
        }
        value.append(text, position, quote);
        position = quote + 1;
        if (position == text.length() || text.charAt(position) != '"') {
          return value.toString();
        }
        value.append('"');
        position++;
      }
    }

    private void endRecord() throws TableException {
      boolean blank = fields.size() == 1 && fields.getFirst().isEmpty();
      if (!blank && !fields.isEmpty()) {
        records.add(fields);
      }
      if (records.size() > MAX_ROWS) {
        throw new TableException(name, "it has more than " + MAX_ROWS + " rows");
      }
      fields = new ArrayList<>();
    }

    private static boolean isLineEnd(char c) {
      return c == '\n' || c == '\r';
    }
  }
}

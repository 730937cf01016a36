package org.chartseal.services.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A table in the form of RFC 4180. What a spreadsheet would take for a formula is marked as text:
 * others wrote some of the cells.
 */
public record CsvText(List<List<String>> lines) {

  // Spreadsheets take a file for UTF-8 only when it begins with this.
  private static final String MARK = "\uFEFF";
  private static final Pattern FORMULA =
      Pattern.compile("^\\s*[=+@\uFF1D\uFF0B\uFF20]|^[\\t\\r\\n]|^\\s*[-\uFF0D](?!\\d[0-9.,]*$)");
  private static final Pattern SPECIAL = Pattern.compile("[\",\\r\\n]");

  public CsvText {
    lines = lines.stream().map(List::copyOf).toList();
  }

  /** The file, in UTF-8. */
  public byte[] bytes() {
    return lines.stream()
        .map(line -> line.stream().map(CsvText::cell).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\r\n", MARK, "\r\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String cell(String value) {
    String text = FORMULA.matcher(value).find() ? "'" + value : value;
    return SPECIAL.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}

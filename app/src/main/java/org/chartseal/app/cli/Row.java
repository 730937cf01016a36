package org.chartseal.app.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One line of a command's answer, by field. Values are text, numbers, booleans, rows, and lists of
 * these.
 *
 * @param fields in the order in which they are written
 */
record Row(Map<String, Object> fields) {

  Row {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  static Row of(String name, Object value) {
    return new Row(Map.of(name, value));
  }

  Row and(String name, Object value) {
    Map<String, Object> longer = new LinkedHashMap<>(fields);
    longer.put(name, value);
    return new Row(longer);
  }

  Row and(String name, List<Row> rows) {
    return and(name, (Object) rows);
  }

  /** A field as text; empty when it is not there. */
  String text(String name) {
    Object value = fields.get(name);
    return value == null ? "" : value.toString();
  }
}

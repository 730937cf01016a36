package org.chartseal.views.kit.table;

import java.util.Comparator;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;

/**
 * A column of a table of value objects.
 *
 * @param id stable, for tests
 * @param width at first, in the toolkit's units
 * @param cut where a text is cut that does not fit
 * @param order of the rows when they are sorted by it
 * @param look of a row's cell, in the present language
 * @param plain the same for other programs: without words of a language where there is a choice
 */
public record Column<R>(
    String id,
    ObservableValue<String> title,
    double width,
    Align align,
    Cut cut,
    Comparator<R> order,
    Function<R, Look> look,
    Function<R, String> plain) {

  /** Where a cell's text stands. */
  public enum Align {
    START,
    END
  }

  /** Where a text is cut that does not fit; the whole is said beside it. */
  public enum Cut {
    /** As words are. */
    END,
    /** As hashes are, which people compare by their ends. */
    MIDDLE
  }

  /** A column of words. */
  public static <R> Column<R> words(
      String id, ObservableValue<String> title, double width, Function<R, String> text) {
    return new Column<>(
        id,
        title,
        width,
        Align.START,
        Cut.END,
        Comparator.comparing(text, String.CASE_INSENSITIVE_ORDER),
        row -> Look.text(text.apply(row)),
        text);
  }

  /** A column of amounts, numbers or dates, which stand in order of their values. */
  public static <R> Column<R> values(
      String id,
      ObservableValue<String> title,
      double width,
      Comparator<R> order,
      Function<R, String> text) {
    return new Column<>(
        id, title, width, Align.END, Cut.END, order, row -> Look.text(text.apply(row)), text);
  }

  /** A column of words with icon and colour. */
  public static <R> Column<R> looks(
      String id,
      ObservableValue<String> title,
      double width,
      Comparator<R> order,
      Function<R, Look> look) {
    return new Column<>(
        id, title, width, Align.START, Cut.END, order, look, row -> look.apply(row).text());
  }

  /** The same column with another text for other programs. */
  public Column<R> exportedAs(Function<R, String> text) {
    return new Column<>(id, title, width, align, cut, order, look, text);
  }

  /** The same column, whose texts lose their middle where they do not fit. */
  public Column<R> cutInTheMiddle() {
    return new Column<>(id, title, width, align, Cut.MIDDLE, order, look, plain);
  }
}

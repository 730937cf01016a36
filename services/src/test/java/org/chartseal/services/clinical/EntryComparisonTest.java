package org.chartseal.services.clinical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chartseal.services.clinical.DocumentView.Coded;
import org.chartseal.services.clinical.EntryComparison.Difference;
import org.chartseal.services.clinical.EntryComparison.Row;
import org.junit.jupiter.api.Test;

class EntryComparisonTest {

  @Test
  void the_same_code_stands_in_one_row_whatever_it_is_called() {
    EntryView first =
        view("Results", line("HbA1c", "7.1 %", "4548-4"), line("Weight", "80 kg", ""));
    EntryView second =
        view("Results", line("weight", "80 kg", ""), line("Hemoglobin A1c", "5.4 %", "4548-4"));
    assertThat(EntryComparison.of(first, second).rows())
        .extracting(Row::label, Row::difference)
        .containsExactly(tuple("HbA1c", Difference.CHANGED), tuple("Weight", Difference.SAME));
  }

  @Test
  void what_one_of_them_says_alone_is_marked_so_and_sections_keep_their_order() {
    EntryView first =
        new EntryView(
            List.of(
                section("Visit", line("Check-up", "", "")),
                section("Results", line("A", "1", ""))));
    EntryView second =
        new EntryView(
            List.of(
                section("Visit", line("Check-up", "", "")),
                section("Medicines", line("Metformin", "", "")),
                section("Results", line("B", "1", ""))));
    assertThat(EntryComparison.of(first, second).rows())
        .extracting(Row::section, Row::difference)
        .containsExactly(
            tuple("Visit", Difference.SAME),
            tuple("Medicines", Difference.ONLY_SECOND),
            tuple("Results", Difference.ONLY_FIRST),
            tuple("Results", Difference.ONLY_SECOND));
  }

  @Property(tries = 300)
  void every_statement_of_both_stands_in_one_row(
      @ForAll("views") EntryView first, @ForAll("views") EntryView second) {
    List<Row> rows = EntryComparison.of(first, second).rows();
    assertThat(rows.stream().map(Row::first).flatMap(Optional::stream).toList())
        .containsExactlyInAnyOrderElementsOf(lines(first));
    assertThat(rows.stream().map(Row::second).flatMap(Optional::stream).toList())
        .containsExactlyInAnyOrderElementsOf(lines(second));
  }

  @Property(tries = 300)
  void an_entry_does_not_differ_from_itself(@ForAll("views") EntryView view) {
    assertThat(EntryComparison.of(view, view).rows())
        .allMatch(row -> row.difference() == Difference.SAME)
        .hasSameSizeAs(lines(view));
  }

  @Provide
  Arbitrary<EntryView> views() {
    Arbitrary<EntryView.Line> lines =
        Combinators.combine(
                Arbitraries.of("A", "B", "c d", ""),
                Arbitraries.of("1", "2", ""),
                Arbitraries.of("", "x", "y"))
            .as(EntryComparisonTest::line);
    Arbitrary<EntryView.Section> sections =
        Combinators.combine(Arbitraries.of("Visit", "Results", "Other"), lines.list().ofMaxSize(6))
            .as(EntryView.Section::new);
    return sections
        .list()
        .uniqueElements(EntryView.Section::title)
        .ofMaxSize(3)
        .map(EntryView::new);
  }

  private static List<EntryView.Line> lines(EntryView view) {
    return view.sections().stream().flatMap(section -> section.lines().stream()).toList();
  }

  private static EntryView view(String title, EntryView.Line... lines) {
    return new EntryView(List.of(section(title, lines)));
  }

  private static EntryView.Section section(String title, EntryView.Line... lines) {
    return new EntryView.Section(title, List.of(lines));
  }

  private static EntryView.Line line(String label, String value, String code) {
    return new EntryView.Line(
        "Observation/1",
        label,
        value,
        "",
        "final",
        "2026-01-01",
        new Coded(code.isEmpty() ? "" : "http://loinc.org", code, label));
  }
}

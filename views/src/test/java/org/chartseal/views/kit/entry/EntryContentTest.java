package org.chartseal.views.kit.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;
import javafx.scene.text.Text;
import org.chartseal.services.clinical.ContentView;
import org.chartseal.services.clinical.ContentViewer.DocumentOutcome;
import org.chartseal.services.clinical.ContentViewer.EntryOutcome;
import org.chartseal.services.clinical.DocumentView;
import org.chartseal.services.clinical.EntryView;
import org.chartseal.services.clinical.Narrative;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.testing.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class EntryContentTest {

  private Workbench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new Workbench();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void every_style_of_a_run_is_set_as_it_was_written() {
    List<Narrative.Run> runs = new ArrayList<>();
    for (Narrative.Style style : Narrative.Style.values()) {
      runs.add(new Narrative.Run(style.name(), Set.of(style)));
    }
    NarrativeView view = narrative(new Narrative.Paragraph(runs));

    assertThat(text(view, "BOLD").getStyleClass()).contains("cs-bold");
    assertThat(text(view, "ITALIC").getStyleClass()).contains("cs-italic");
    assertThat(text(view, "UNDERLINE").isUnderline()).isTrue();
    assertThat(text(view, "STRIKE").isStrikethrough()).isTrue();
    assertThat(text(view, "SUBSCRIPT").getTranslateY()).isPositive();
    assertThat(text(view, "SUPERSCRIPT").getTranslateY()).isNegative();
  }

  @Test
  void lists_are_numbered_or_bulleted_and_hold_lists() {
    narrative(
        new Narrative.Items(
            Narrative.Numbering.NUMBERS,
            List.of(
                List.of(paragraph("first")),
                List.of(
                    new Narrative.Items(
                        Narrative.Numbering.BULLETS, List.of(List.of(paragraph("inner"))))))));

    assertThat(bench.texts()).isEqualTo("1.\nfirst\n2.\n•\ninner\n");
  }

  @Test
  void a_cell_under_one_that_covers_two_rows_moves_to_the_right() {
    Narrative.Table table =
        new Narrative.Table(
            "Results",
            List.of(
                row(Narrative.RowKind.HEADING, cell(1, 2, "test"), cell(2, 1, "value")),
                row(Narrative.RowKind.HEADING, cell(1, 1, "old"), cell(1, 1, "new")),
                row(Narrative.RowKind.DATA, cell(1, 1, "HbA1c"), cell(1, 1, "7.1"))));

    TableLayout layout = TableLayout.of(table);

    assertThat(layout.columns()).isEqualTo(3);
    assertThat(layout.rows().get(1).cells())
        .extracting(TableLayout.Placed::column)
        .containsExactly(1, 2);
    NarrativeView view = narrative(table);
    Node old = text(view, "old");
    while (GridPane.getColumnIndex(old) == null) {
      old = old.getParent();
    }
    assertThat(GridPane.getColumnIndex(old)).isEqualTo(1);
    assertThat(GridPane.getRowIndex(old)).isEqualTo(1);
    assertThat(bench.texts()).startsWith("Results\n");
  }

  @Test
  void a_cell_that_claims_more_rows_than_there_are_ends_with_the_table() {
    TableLayout layout =
        TableLayout.of(
            new Narrative.Table("", List.of(row(Narrative.RowKind.DATA, cell(1, 1000, "x")))));

    assertThat(layout.rows().getFirst().cells().getFirst().rows()).isEqualTo(1);
  }

  @Test
  void a_table_of_thousands_of_rows_is_shown_a_page_at_a_time_and_nothing_is_left_out() {
    List<Narrative.Row> rows = new ArrayList<>();
    for (int line = 0; line < 90; line++) {
      rows.add(row(Narrative.RowKind.DATA, cell(1, 1, "row" + line)));
    }
    narrative(new Narrative.Table("", rows));

    assertThat(bench.texts())
        .contains("row39")
        .doesNotContain("row40")
        .contains("Show 40 more of 50");
    bench.pressWords("Show 40 more of 50");
    assertThat(bench.texts()).contains("row79").doesNotContain("row80");
    bench.pressWords("Show 10 more of 10");
    assertThat(bench.texts()).contains("row89").doesNotContain("more of");
  }

  @Test
  void a_table_wider_than_a_page_keeps_every_cell() {
    List<Narrative.Cell> cells = new ArrayList<>();
    for (int column = 0; column < 120; column++) {
      cells.add(cell(1, 1, "c" + column));
    }
    narrative(new Narrative.Table("", List.of(new Narrative.Row(Narrative.RowKind.DATA, cells))));

    assertThat(bench.texts()).contains("c0 | c1").contains("c119");
  }

  @Test
  void copied_text_parts_cells_by_tabs() {
    String text =
        NarrativeText.of(
            List.of(
                paragraph("before"),
                new Narrative.Table(
                    "Doses",
                    List.of(
                        row(Narrative.RowKind.HEADING, cell(1, 1, "drug"), cell(1, 1, "dose")),
                        row(Narrative.RowKind.DATA, cell(1, 1, "a\nb"), cell(1, 1, "5 mg"))))));

    assertThat(text).isEqualTo("before\nDoses\ndrug\tdose\na b\t5 mg\n");
  }

  @Test
  void a_document_shows_its_header_and_what_it_embeds_is_named_and_not_opened() {
    bench.show(
        new DocumentPane(
            bench.kit(), document(List.of(section("Allergies", paragraph("Penicillin"))))));

    assertThat(bench.texts())
        .contains("Discharge summary", "Dr Kim, Hana Clinic", "Allergies", "Penicillin")
        .contains("The document holds a file (application/pdf, 3 bytes)")
        .contains("a file that is not in it: http://x/y.pdf (image/png)");
  }

  @Test
  void a_document_of_any_length_opens_its_first_sections_and_folds_the_rest() {
    List<DocumentView.Section> sections = new ArrayList<>();
    for (int number = 0; number < 30; number++) {
      List<Narrative.Row> rows = new ArrayList<>();
      for (int line = 0; line < 40; line++) {
        rows.add(row(Narrative.RowKind.DATA, cell(1, 1, "s" + number + "r" + line)));
      }
      sections.add(section("Section " + number, new Narrative.Table("", rows)));
    }
    DocumentPane pane = bench.fx(() -> new DocumentPane(bench.kit(), document(sections)));
    bench.show(pane);

    assertThat(bench.texts()).contains("s0r0", "Section 29").doesNotContain("s29r0");
    bench.fx(() -> {
      pane.lookupAll(".cs-section-heading").stream()
          .map(Button.class::cast)
          .filter(one -> "Section 29".equals(one.getAccessibleText()))
          .forEach(Button::fire);
      return pane;
    });
    assertThat(bench.texts()).contains("s29r0");
  }

  @Test
  void values_are_shown_in_the_readers_language_where_services_use_a_known_word() {
    EntryView view =
        new EntryView(
            List.of(
                new EntryView.Section(
                    "Results",
                    List.of(
                        new EntryView.Line(
                            "Observation/1",
                            "HbA1c",
                            "7.1 %",
                            "4.0–5.6",
                            "final",
                            "2024-03-02")))));
    bench.show(
        new ContentPane(
            bench.kit(),
            new ContentView(new EntryOutcome.Shown(view), new DocumentOutcome.Nothing())));

    assertThat(bench.texts()).contains("Results", "HbA1c", "7.1 %", "Range: 4.0–5.6", "final");
    assertThat(bench.has("content-original")).isFalse();
    bench.speak(Language.KOREAN);
    assertThat(bench.texts()).contains("검사 결과", "확정", "참고 범위: 4.0–5.6");
  }

  @Test
  void the_original_is_one_press_away_and_what_cannot_be_shown_says_why() {
    bench.show(
        new ContentPane(
            bench.kit(),
            new ContentView(
                new EntryOutcome.NotShown(new Fault("CS-TEST-01", "It is not FHIR.")),
                new DocumentOutcome.Shown(document(List.of())))));

    assertThat(bench.texts()).contains("It is not FHIR.", "CS-TEST-01");
    bench.press("content-original");
    assertThat(bench.texts()).contains("Discharge summary").doesNotContain("CS-TEST-01");
  }

  private NarrativeView narrative(Narrative piece) {
    NarrativeView view = bench.fx(() -> new NarrativeView(bench.kit(), List.of(piece)));
    bench.show(view);
    return view;
  }

  private Text text(Node under, String words) {
    return bench.fx(() ->
        under.lookupAll(".cs-run").stream()
            .map(Text.class::cast)
            .filter(one -> one.getText().equals(words))
            .findFirst()
            .orElseThrow());
  }

  private static Narrative.Paragraph paragraph(String words) {
    return new Narrative.Paragraph(List.of(new Narrative.Run(words, Set.of())));
  }

  private static Narrative.Cell cell(int columns, int rows, String words) {
    return new Narrative.Cell(columns, rows, List.of(paragraph(words)));
  }

  private static Narrative.Row row(Narrative.RowKind kind, Narrative.Cell... cells) {
    return new Narrative.Row(kind, List.of(cells));
  }

  private static DocumentView.Section section(String title, Narrative... narrative) {
    return new DocumentView.Section(
        title, new DocumentView.Coded("", "", ""), List.of(narrative), List.of());
  }

  private static DocumentView document(List<DocumentView.Section> sections) {
    return new DocumentView(
        new DocumentView.Header(
            "Discharge summary",
            new DocumentView.Coded("", "18842-5", "Discharge summary"),
            "2024-03-02",
            "2024-02-28",
            "2024-03-02",
            new PatientDetails("Hong Seo-yeon", "1979-04-05", "female", List.of()),
            List.of(new DocumentView.Author("Dr Kim", "Hana Clinic", "2024-03-02")),
            "Hana Clinic",
            SensitivityClass.GENERAL),
        sections,
        List.of(
            new DocumentView.Attachment("application/pdf", "", new byte[] {1, 2, 3}),
            new DocumentView.Attachment("image/png", "http://x/y.pdf", new byte[0])));
  }
}

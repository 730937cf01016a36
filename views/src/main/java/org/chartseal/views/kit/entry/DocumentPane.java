package org.chartseal.views.kit.entry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.chartseal.services.clinical.DocumentView;
import org.chartseal.services.clinical.Narrative;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.text.Formats;
import org.chartseal.views.kit.text.Texts;

/** An original document: who says what about whom, then its sections in their order. */
public final class DocumentPane extends VBox {

  /** Cells and paragraphs that are shown at once; the sections after them are folded. */
  private static final int AT_ONCE = 160;

  private final Kit kit;
  private final Texts texts;

  public DocumentPane(Kit kit, DocumentView document) {
    this.kit = kit;
    this.texts = kit.texts(DocumentPane.class);
    getStyleClass().add("cs-document");
    getChildren().add(header(document.header()));
    int shown = 0;
    for (DocumentView.Section section : document.sections()) {
      int size = size(section);
      SectionPane.Fold fold =
          shown == 0 || shown + size <= AT_ONCE ? SectionPane.Fold.OPEN : SectionPane.Fold.FOLDED;
      shown += fold == SectionPane.Fold.OPEN ? size : 0;
      getChildren().add(section(section, fold));
    }
    document.attachments().forEach(attachment -> getChildren().add(attachment(attachment)));
  }

  private Node header(DocumentView.Header header) {
    VBox box = new VBox();
    box.getStyleClass().add("cs-document-header");
    Label title = new Label();
    title.textProperty().bind(titled(header.title(), "document.untitled"));
    title.setWrapText(true);
    title.getStyleClass().add("cs-dialog-title");
    GridPane facts = new GridPane();
    facts.getStyleClass().add("cs-facts");
    List<String> authors = new ArrayList<>();
    for (DocumentView.Author author : header.authors()) {
      authors.add(joined(", ", author.name(), author.organisation()));
    }
    fact(facts, "document.type", formats -> header.type().display());
    fact(facts, "document.date", formats -> formats.clinicalDay(header.date()));
    fact(
        facts,
        "document.care",
        formats ->
            joined(" – ", formats.clinicalDay(header.from()), formats.clinicalDay(header.until())));
    fact(facts, "document.patient", formats -> header.patient().name());
    fact(facts, "document.born", formats -> formats.clinicalDay(header.patient().birthDate()));
    fact(facts, "document.author", formats -> joined("; ", authors.toArray(String[]::new)));
    fact(facts, "document.custodian", formats -> header.custodian());
    box.getChildren().addAll(title, facts);
    return box;
  }

  private void fact(GridPane facts, String key, Function<Formats, String> value) {
    if (value.apply(kit.formats()).isEmpty()) {
      return;
    }
    Label name = new Label();
    name.textProperty().bind(texts.bind(key));
    name.getStyleClass().add("cs-quiet");
    name.setMinWidth(USE_PREF_SIZE);
    Label words = new Label();
    words.textProperty().bind(kit.localisation().formatsProperty().map(value));
    words.setWrapText(true);
    facts.addRow(facts.getRowCount(), name, words);
  }

  private SectionPane section(DocumentView.Section section, SectionPane.Fold fold) {
    return new SectionPane(
        kit,
        titled(section.title(), "section.untitled"),
        fold,
        () -> body(section),
        () -> NarrativeText.of(section));
  }

  private VBox body(DocumentView.Section section) {
    VBox body = new VBox(new NarrativeView(kit, section.narrative()));
    body.getStyleClass().add("cs-section-body");
    section
        .subsections()
        .forEach(inside -> body.getChildren().add(section(inside, SectionPane.Fold.OPEN)));
    return body;
  }

  private Label attachment(DocumentView.Attachment attachment) {
    Label label = new Label();
    label.setWrapText(true);
    label
        .textProperty()
        .bind(
            attachment.reference().isEmpty()
                ? texts.bind("attachment.inside", attachment.mediaType(), attachment.bytes().length)
                : texts.bind(
                    "attachment.elsewhere", attachment.mediaType(), attachment.reference()));
    return label;
  }

  private ObservableValue<String> titled(String title, String otherwise) {
    return title.isBlank() ? texts.bind(otherwise) : new SimpleStringProperty(title);
  }

  private static String joined(String between, String... parts) {
    return String.join(between, Arrays.stream(parts).filter(part -> !part.isBlank()).toList());
  }

  private static int size(DocumentView.Section section) {
    return size(section.narrative())
        + section.subsections().stream().mapToInt(DocumentPane::size).sum();
  }

  /** What of it is shown at first, in cells and paragraphs. */
  private static int size(List<Narrative> narrative) {
    return narrative.stream()
        .mapToInt(piece ->
            switch (piece) {
              case Narrative.Paragraph paragraph -> 1;
              case Narrative.Items items ->
                  items.items().stream()
                      .limit(NarrativeView.PAGE)
                      .mapToInt(DocumentPane::size)
                      .sum();
              case Narrative.Table table ->
                  table.rows().stream()
                      .limit(NarrativeView.PAGE)
                      .mapToInt(row -> row.cells().size())
                      .sum();
            })
        .sum();
  }
}

package org.chartseal.views.kit.entry;

import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.chartseal.services.clinical.EntryView;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.text.Texts;

/** What an entry's resources say: problems, medicines, results, each in a line. */
public final class ValuesPane extends VBox {

  private final Kit kit;
  private final Texts texts;

  public ValuesPane(Kit kit, EntryView view) {
    this.kit = kit;
    this.texts = kit.texts(ValuesPane.class);
    getStyleClass().add("cs-document");
    for (EntryView.Section section : view.sections()) {
      getChildren()
          .add(
              new SectionPane(
                  kit,
                  title(section.title()),
                  SectionPane.Fold.OPEN,
                  () -> lines(section),
                  () -> NarrativeText.of(section)));
    }
  }

  private Node lines(EntryView.Section section) {
    VBox box = new VBox();
    box.getStyleClass().add("cs-values");
    NarrativeView.paged(kit, box, section.lines().size(), at -> line(section.lines().get(at)));
    return box;
  }

  private HBox line(EntryView.Line line) {
    Label label = new Label(line.label());
    label.setWrapText(true);
    Label value = new Label(line.value());
    value.setWrapText(true);
    value.getStyleClass().add("cs-strong");
    GridPane words = new GridPane();
    words.getStyleClass().add("cs-value-words");
    words.add(label, 0, 0);
    if (!line.value().isEmpty()) {
      words.add(value, 0, 1);
    }
    if (!line.range().isEmpty()) {
      Label range = new Label();
      range.textProperty().bind(texts.bind("range", line.range()));
      range.setWrapText(true);
      range.getStyleClass().add("cs-quiet");
      words.add(range, 0, 2);
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    Label status = new Label();
    status.textProperty().bind(known("status.", line.status()));
    status.setMinWidth(96);
    status.getStyleClass().add("cs-quiet");
    Label date = new Label(kit.formats().clinicalDay(line.date()));
    date.setMinWidth(96);
    date.getStyleClass().add("cs-quiet");
    HBox row = new HBox(16, words, status, date);
    row.getStyleClass().add("cs-value");
    return row;
  }

  private ObservableValue<String> title(String title) {
    return known("topic.", title);
  }

  /** The word for something that services say in English, where there is one. */
  private ObservableValue<String> known(String family, String said) {
    String key = family + said.toLowerCase(Locale.ROOT).replace(' ', '-');
    return texts.has(key) ? texts.bind(key) : new SimpleStringProperty(said);
  }
}

package org.chartseal.views.kit.entry;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.chartseal.services.clinical.EntryView;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.text.Texts;

/** What an entry's resources say: problems, medicines, results, each in a line. */
public final class ValuesPane extends VBox {

  private final Kit kit;
  private final Texts texts;
  private final EntryWords words;

  public ValuesPane(Kit kit, EntryView view) {
    this.kit = kit;
    this.texts = kit.texts(ValuesPane.class);
    this.words = new EntryWords(kit);
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

  private VBox line(EntryView.Line line) {
    VBox words = new VBox();
    words.getStyleClass().add("cs-value");
    words.getChildren().add(wrapped(new SimpleStringProperty(line.label()), "cs-value-label"));
    if (!line.value().isEmpty()) {
      words.getChildren().add(wrapped(new SimpleStringProperty(line.value()), "cs-strong"));
    }
    if (!line.range().isEmpty()) {
      words.getChildren().add(wrapped(texts.bind("range", line.range()), "cs-quiet"));
    }
    if (!line.status().isEmpty() || !line.date().isEmpty()) {
      words.getChildren().add(wrapped(standing(line), "cs-quiet"));
    }
    return words;
  }

  /** Status and date, each where it is known. */
  private ObservableValue<String> standing(EntryView.Line line) {
    return Bindings.createStringBinding(
        () ->
            Stream.of(words.status(line.status()), words.when(line.date()))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" · ")),
        kit.localisation().languageProperty());
  }

  private static Label wrapped(ObservableValue<String> words, String style) {
    Label label = new Label();
    label.textProperty().bind(words);
    label.setWrapText(true);
    label.getStyleClass().add(style);
    return label;
  }

  private ObservableValue<String> title(String title) {
    return Bindings.createStringBinding(
        () -> words.topic(title), kit.localisation().languageProperty());
  }
}

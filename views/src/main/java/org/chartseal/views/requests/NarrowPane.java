package org.chartseal.views.requests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.consent.ConsentWords;
import org.chartseal.views.kit.text.Texts;

/** Lets a patient give less than is asked for. What would be more is not there to be chosen. */
final class NarrowPane extends VBox {

  private final Kit kit;
  private final Texts texts;
  private final ConsentWords words;
  private final Narrowing narrowing;
  private final Map<SensitivityClass, CheckBox> classes = new LinkedHashMap<>();
  private final ComboBox<Integer> from = new ComboBox<>();
  private final ComboBox<Integer> to = new ComboBox<>();
  private final ComboBox<Narrowing.End> end = new ComboBox<>();
  private final ReadOnlyObjectWrapper<ConsentTerms> terms = new ReadOnlyObjectWrapper<>();

  NarrowPane(Kit kit, ConsentTerms asked, Narrowing narrowing, String id) {
    this.kit = kit;
    this.texts = kit.texts(NarrowPane.class);
    this.words = new ConsentWords(kit);
    this.narrowing = narrowing;
    getStyleClass().add("cs-narrow");
    FlowPane kinds = new FlowPane(16, 8);
    for (SensitivityClass sensitivity : asked.classes()) {
      CheckBox box = new CheckBox();
      box.setId("class-" + sensitivity.code() + "-" + id);
      box.textProperty()
          .bind(kit.localisation().languageProperty().map(language -> words.clazz(sensitivity)));
      box.setSelected(true);
      box.setOnAction(pressed -> changed());
      classes.put(sensitivity, box);
      kinds.getChildren().add(box);
    }
    years(from, "from-" + id, narrowing.years().getFirst(), "narrow.years.from");
    years(to, "to-" + id, narrowing.years().getLast(), "narrow.years.to");
    end.setId("end-" + id);
    end.getItems().setAll(narrowing.ends());
    end.setValue(Narrowing.End.AS_ASKED);
    end.accessibleTextProperty().bind(texts.bind("narrow.until"));
    end.setCellFactory(any -> new EndCell());
    end.setButtonCell(new EndCell());
    end.setOnAction(pressed -> changed());
    HBox years = new HBox(8, from, new Label("–"), to);
    years.setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            named("narrow.classes", kinds),
            named("narrow.years", years),
            named("narrow.until", end));
    changed();
  }

  /** What would be given now; of no class if none is chosen. */
  ReadOnlyObjectProperty<ConsentTerms> termsProperty() {
    return terms.getReadOnlyProperty();
  }

  private void years(ComboBox<Integer> box, String id, int first, String key) {
    box.setId(id);
    box.getItems().setAll(narrowing.years());
    box.setValue(first);
    box.setVisibleRowCount(12);
    box.accessibleTextProperty().bind(texts.bind(key));
    box.setOnAction(pressed -> {
      if (from.getValue() > to.getValue()) {
        (box.equals(from) ? to : from).setValue(box.getValue());
      }
      changed();
    });
  }

  private void changed() {
    List<SensitivityClass> chosen = new ArrayList<>();
    classes.forEach((sensitivity, box) -> {
      if (box.isSelected()) {
        chosen.add(sensitivity);
      }
    });
    terms.set(
        narrowing.terms(
            new Narrowing.Choice(chosen, from.getValue(), to.getValue(), end.getValue())));
  }

  private String end(Narrowing.End which) {
    return which == Narrowing.End.AS_ASKED
        ? texts.get("end.as_asked", kit.formats().moment(narrowing.until(which)))
        : texts.word("end", which);
  }

  private VBox named(String key, Node content) {
    Label name = new Label();
    ObservableValue<String> text = texts.bind(key);
    name.textProperty().bind(text);
    name.getStyleClass().add("cs-quiet");
    return new VBox(4, name, content);
  }

  /** An end in words, which follow the language. */
  private final class EndCell extends ListCell<Narrowing.End> {
    EndCell() {
      textProperty()
          .bind(
              Bindings.createStringBinding(
                  () -> getItem() == null ? "" : end(getItem()),
                  itemProperty(),
                  kit.localisation().languageProperty()));
    }
  }
}

package org.chartseal.views.addition;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.chartseal.services.clinical.DocumentView.Coded;
import org.chartseal.services.clinical.RecordTerms;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Takes a problem, a medicine or an order in words, and offers what the record already names; what
 * is chosen there keeps its code until the words are changed.
 */
final class TermField extends VBox {

  private static final double ROW = 32;
  private static final int ROWS_SHOWN = 4;
  private static final Coded NOTHING = new Coded("", "", "");

  private final Texts texts;
  private final AdditionDesk desk;
  private final RecordTerms.Field field;
  private final Latest looking;
  private final TextField text = new TextField();
  private final ListView<Coded> offers = new ListView<>();
  private final Label code = new Label();
  private final ReadOnlyObjectWrapper<Coded> term = new ReadOnlyObjectWrapper<>(NOTHING);
  private boolean choosing;

  TermField(Kit kit, AdditionDesk desk, RecordTerms.Field field, String id) {
    this.texts = kit.texts(TermField.class);
    this.desk = desk;
    this.field = field;
    this.looking = new Latest(kit.tasks());
    text.setId(id);
    offers.setId(id + "-offers");
    offers.setFixedCellSize(ROW);
    offers.setFocusTraversable(false);
    offers.setAccessibleText(texts.get("offers"));
    offers.setCellFactory(any -> new Cell(texts));
    offers.setOnMouseClicked(click -> take(offers.getSelectionModel().getSelectedItem()));
    offers.managedProperty().bind(offers.visibleProperty());
    code.setId(id + "-code");
    code.getStyleClass().add("cs-quiet");
    code.managedProperty().bind(code.visibleProperty());
    code.setVisible(false);
    offer(List.of());
    getStyleClass().add("cs-term");
    getChildren().addAll(text, offers, code);
    text.textProperty().subscribe(this::typed);
    text.focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            offer(List.of());
          }
        });
    text.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  /** What is written; an empty display when nothing is. */
  ReadOnlyObjectProperty<Coded> termProperty() {
    return term.getReadOnlyProperty();
  }

  TextField input() {
    return text;
  }

  void stop() {
    looking.stop();
  }

  /** Folds what is offered; says whether there was anything. */
  boolean fold() {
    boolean shown = offers.isVisible();
    offer(List.of());
    return shown;
  }

  private void typed(String typed) {
    if (choosing) {
      return;
    }
    term.set(new Coded("", "", typed.strip()));
    code.setVisible(false);
    looking.start(this::look, this::offer, fault -> offer(List.of()));
  }

  private List<Coded> look(Progress progress) throws RefusedException {
    return desk.offer(field, term.get().display());
  }

  private void offer(List<Coded> found) {
    ObservableList<Coded> items = offers.getItems();
    items.setAll(found);
    offers.setVisible(!found.isEmpty() && text.isFocused());
    double height = ROW * Math.min(ROWS_SHOWN, found.size()) + 2;
    offers.setMinHeight(height);
    offers.setPrefHeight(height);
    offers.getSelectionModel().clearSelection();
  }

  private void take(@Nullable Coded chosen) {
    if (chosen == null) {
      return;
    }
    looking.stop();
    choosing = true;
    text.setText(chosen.display());
    text.end();
    choosing = false;
    term.set(chosen);
    code.setText(texts.get("code", system(texts, chosen), chosen.code()));
    code.setVisible(!chosen.code().isEmpty());
    offer(List.of());
  }

  private void key(KeyEvent key) {
    if (!offers.isVisible()) {
      return;
    }
    switch (key.getCode()) {
      case DOWN -> {
        offers.getSelectionModel().selectNext();
        offers.scrollTo(offers.getSelectionModel().getSelectedIndex());
        key.consume();
      }
      case UP -> {
        offers.getSelectionModel().selectPrevious();
        offers.scrollTo(offers.getSelectionModel().getSelectedIndex());
        key.consume();
      }
      case ENTER -> {
        take(offers.getSelectionModel().getSelectedItem());
        key.consume();
      }
      default -> {
        // It is typed.
      }
    }
  }

  /** The name of a code system that people know, else its address. */
  private static String system(Texts texts, Coded coded) {
    return switch (coded.system()) {
      case "http://snomed.info/sct" -> texts.get("system.snomed");
      case "http://loinc.org" -> texts.get("system.loinc");
      case "http://www.nlm.nih.gov/research/umls/rxnorm" -> texts.get("system.rxnorm");
      default -> coded.system();
    };
  }

  private static final class Cell extends ListCell<Coded> {
    private final Texts texts;

    Cell(Texts texts) {
      this.texts = texts;
    }

    @Override
    protected void updateItem(Coded offered, boolean empty) {
      super.updateItem(offered, empty);
      if (empty || offered == null) {
        setText(null);
      } else {
        setText(
            offered.code().isEmpty()
                ? offered.display()
                : texts.get("offer", offered.display(), system(texts, offered)));
      }
    }
  }
}

package org.chartseal.views.visit;

import java.text.Collator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.files.FilePicker;
import org.chartseal.views.kit.patient.PersonText;
import org.chartseal.views.kit.state.FaultLabel;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.text.Sought;
import org.chartseal.views.kit.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/**
 * The empty chair: a card is presented by its file, by dropping the file, or from those on hand.
 */
final class ChairView extends VBox {

  private static final double ROW = 48;

  private final Kit kit;
  private final Texts texts;
  private final Consumer<String> present;
  private final ObservableList<CardOnHand> cards = FXCollections.observableArrayList();
  private final FilteredList<CardOnHand> found = new FilteredList<>(cards);
  private final ListView<CardOnHand> list = new ListView<>(found);
  private final TextField search = new TextField();
  private final Label placeholder = new Label();
  private final FaultLabel fault;

  private Cards known = Cards.LOOKED_FOR;

  /** What is known of the cards on hand. */
  private enum Cards {
    LOOKED_FOR,
    LISTED,
    UNKNOWN
  }

  ChairView(Kit kit, Consumer<String> present) {
    this.kit = kit;
    this.texts = kit.texts(ChairView.class);
    this.present = present;
    this.fault = new FaultLabel(kit);
    getStyleClass().addAll("cs-page", "cs-chair");
    setAlignment(Pos.TOP_CENTER);
    fault.managedProperty().bind(fault.visibleProperty());
    fault.setVisible(false);
    VBox box = new VBox(head(), fault, search(), list());
    box.getStyleClass().add("cs-chair-box");
    box.setMaxWidth(720);
    VBox.setVgrow(box, Priority.ALWAYS);
    getChildren().add(box);
    FilePicker.takeDropped(this, files -> present.accept(files.getFirst().toString()));
  }

  /** The chair is empty, and the cards are being looked for. Who types meanwhile is not stopped. */
  void waiting() {
    fault.setVisible(false);
    list.setDisable(false);
    known = Cards.LOOKED_FOR;
    search.clear();
    list.getSelectionModel().clearSelection();
    nobody();
    kit.focus(search);
  }

  /** A card is being read. */
  void reading() {
    fault.setVisible(false);
    list.setDisable(true);
    placeholder.textProperty().bind(texts.bind("chair.reading"));
  }

  /** Offers the cards on hand. Who was chosen meanwhile stays chosen, or nobody is. */
  void offer(List<CardOnHand> onHand) {
    list.setDisable(false);
    Optional<String> chosen =
        Optional.ofNullable(list.getSelectionModel().getSelectedItem()).map(CardOnHand::source);
    Collator names = Collator.getInstance(kit.formats().locale());
    cards.setAll(
        onHand.stream()
            .sorted((one, other) -> names.compare(one.person().name(), other.person().name()))
            .toList());
    known = Cards.LISTED;
    nobody();
    if (chosen.isEmpty()) {
      chooseFirst();
    } else {
      list.getSelectionModel().clearSelection();
      found.stream()
          .filter(card -> card.source().equals(chosen.get()))
          .findFirst()
          .ifPresent(list.getSelectionModel()::select);
    }
  }

  /** Whether it is known which cards there are. */
  boolean isListed() {
    return known == Cards.LISTED;
  }

  /** Which cards there are could not be found out. */
  void unlisted(Fault why) {
    known = Cards.UNKNOWN;
    nobody();
    refused(why);
  }

  /** A card was not believed, or a patient's device could not be asked. */
  void refused(Fault why) {
    list.setDisable(false);
    fault.show(why);
    fault.setVisible(true);
  }

  /** Says why the list is empty, if it is. */
  private void nobody() {
    ObservableValue<String> why =
        switch (known) {
          case LOOKED_FOR -> texts.bind("chair.loading");
          // What was in the way is said above.
          case UNKNOWN -> new SimpleStringProperty("");
          case LISTED ->
              cards.isEmpty()
                  ? texts.bind("chair.none")
                  : texts.bind("chair.nobody", search.getText().strip());
        };
    placeholder.textProperty().bind(why);
  }

  private HBox head() {
    Label title = new Label();
    title.textProperty().bind(texts.bind("chair.title"));
    title.getStyleClass().add("cs-title");
    Label words = new Label();
    words.textProperty().bind(texts.bind("chair.words"));
    words.getStyleClass().add("cs-quiet");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    VBox left = new VBox(4, title, words);
    HBox.setHgrow(left, Priority.ALWAYS);
    Button open = new Button();
    open.setId("open-card");
    open.textProperty().bind(texts.bind("chair.open"));
    open.setGraphic(new FontIcon(Material2AL.FOLDER_OPEN));
    open.setMinWidth(Region.USE_PREF_SIZE);
    open.setOnAction(pressed -> choose());
    HBox head = new HBox(16, left, open);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private TextField search() {
    search.setId("find-patient");
    search.promptTextProperty().bind(texts.bind("chair.search"));
    search.accessibleTextProperty().bind(texts.bind("chair.search"));
    search
        .textProperty()
        .subscribe(typed -> {
          Sought wanted = new Sought(typed);
          found.setPredicate(card -> wanted.isIn(card.person().name()));
          nobody();
          chooseFirst();
        });
    search.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.DOWN) {
            list.getSelectionModel().selectNext();
            key.consume();
          } else if (key.getCode() == KeyCode.UP) {
            list.getSelectionModel().selectPrevious();
            key.consume();
          } else if (key.getCode() == KeyCode.ENTER) {
            chosen();
            key.consume();
          }
        });
    return search;
  }

  private ListView<CardOnHand> list() {
    list.setId("cards");
    list.setFixedCellSize(ROW);
    list.setPlaceholder(placeholder);
    list.accessibleTextProperty().bind(texts.bind("chair.cards"));
    list.setCellFactory(any -> new Cell(kit));
    list.setOnMouseClicked(click -> chosen());
    list.setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.ENTER) {
        chosen();
      }
    });
    VBox.setVgrow(list, Priority.ALWAYS);
    return list;
  }

  /** Nobody is chosen before somebody was looked for: Enter alone opens nobody's record. */
  private void chooseFirst() {
    if (new Sought(search.getText()).isEmpty()) {
      list.getSelectionModel().clearSelection();
    } else {
      list.getSelectionModel().selectFirst();
    }
  }

  private void chosen() {
    CardOnHand card = list.getSelectionModel().getSelectedItem();
    if (card != null && !list.isDisabled()) {
      present.accept(card.source());
    }
  }

  private void choose() {
    new FilePicker(
            texts.get("chair.open"),
            new FileChooser.ExtensionFilter(texts.get("chair.file"), "*.card"))
        .open(this)
        .ifPresent(file -> present.accept(file.toString()));
  }

  /** A card on hand: whose, and when they were born. */
  private static final class Cell extends ListCell<CardOnHand> {
    private final PersonText text;
    private final Label name = new Label();
    private final Label born = new Label();
    private final HBox row;

    /** Held here alone: the language would outlive the cell. */
    private final ObjectBinding<Language> language;

    Cell(Kit kit) {
      this.text = new PersonText(kit);
      ObjectProperty<Language> spoken = kit.localisation().languageProperty();
      this.language = Bindings.createObjectBinding(spoken::get, spoken);
      name.getStyleClass().add("cs-strong");
      born.getStyleClass().add("cs-quiet");
      VBox words = new VBox(name, born);
      words.setAlignment(Pos.CENTER_LEFT);
      row = new HBox(12, new FontIcon(Material2MZ.PERSON), words);
      row.setAlignment(Pos.CENTER_LEFT);
      language.subscribe(now -> say());
    }

    @Override
    protected void updateItem(CardOnHand card, boolean empty) {
      super.updateItem(card, empty);
      say();
    }

    private void say() {
      CardOnHand card = getItem();
      setText(null);
      if (isEmpty() || card == null) {
        setGraphic(null);
        setAccessibleText(null);
      } else {
        name.setText(card.person().name());
        born.setText(text.born(card.person()));
        setGraphic(row);
        setAccessibleText(card.person().name() + ", " + born.getText());
      }
    }
  }
}

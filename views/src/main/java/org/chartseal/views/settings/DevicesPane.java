package org.chartseal.views.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.dialog.PinDialog;
import org.chartseal.views.kit.files.FilePicker;
import org.chartseal.views.kit.state.FaultLabel;
import org.chartseal.views.kit.state.StatePane;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.text.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** The tokens that people sign in with, and adding one by its library and label. */
final class DevicesPane extends VBox {

  private final Kit kit;
  private final Texts texts;
  private final DevicesDesk desk;
  private final Latest listing;
  private final Latest adding;
  private final StatePane known;
  private final StatePane found;
  private final TextField module = new TextField();
  private final ComboBox<DevicesDesk.Choice> tokens = new ComboBox<>();
  private final Button look = new Button();
  private final Button add = new Button();

  DevicesPane(Kit kit, DevicesDesk desk) {
    this.kit = kit;
    this.texts = kit.texts(DevicesPane.class);
    this.desk = desk;
    this.listing = new Latest(kit.tasks());
    this.adding = new Latest(kit.tasks());
    this.known = new StatePane(kit);
    this.found = new StatePane(kit);
    setSpacing(12);
    module.setId("device-module");
    module.promptTextProperty().bind(texts.bind("device.module"));
    module.accessibleTextProperty().bind(texts.bind("device.module"));
    HBox.setHgrow(module, Priority.ALWAYS);
    Button choose = button("device-choose", new Button());
    choose.textProperty().bind(texts.bind("device.choose"));
    choose.setOnAction(pressed ->
        new FilePicker(texts.get("device.choose"))
            .open(this)
            .ifPresent(file -> module.setText(file.toString())));
    button("device-look", look);
    look.textProperty().bind(texts.bind("device.look"));
    look.disableProperty().bind(module.textProperty().map(String::isBlank));
    look.setOnAction(pressed -> tokens());
    tokens.setId("device-token");
    tokens.promptTextProperty().bind(texts.bind("device.token"));
    tokens.accessibleTextProperty().bind(texts.bind("device.token"));
    tokens.visibleProperty().bind(tokens.itemsProperty().map(List::isEmpty).map(is -> !is));
    tokens.setConverter(new LabelOf());
    tokens
        .valueProperty()
        .subscribe(chosen -> {
          if (chosen != null) {
            look(chosen);
          }
        });
    button("device-add", add);
    add.textProperty().bind(texts.bind("device.add"));
    add.getStyleClass().add("accent");
    HBox choice = new HBox(8, module, choose, look);
    choice.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(known, choice, tokens, found);
  }

  void attached() {
    list();
  }

  void detached() {
    listing.stop();
    adding.stop();
  }

  private void list() {
    listing.start(progress -> desk.devices(), this::show, fault -> known.failed(fault, this::list));
  }

  private void show(List<DevicesDesk.Device> all) {
    VBox rows = new VBox(12);
    if (all.isEmpty()) {
      Label none = new Label();
      none.textProperty().bind(texts.bind("device.none"));
      none.setWrapText(true);
      none.getStyleClass().add("cs-quiet");
      rows.getChildren().add(none);
    }
    for (DevicesDesk.Device device : all) {
      Button remove = button("device-remove", new Button());
      remove.textProperty().bind(texts.bind("device.remove"));
      remove.setOnAction(pressed -> remove(device.choice()));
      // Only a token that is connected can prove that its holder removes it.
      remove.setVisible(device.trouble().isEmpty());
      remove.setManaged(device.trouble().isEmpty());
      rows.getChildren().add(row(device, remove));
    }
    known.show(rows);
  }

  private void tokens() {
    Optional<Path> library = library();
    if (library.isEmpty()) {
      return;
    }
    Path file = library.get();
    forgetTokens();
    adding.start(
        progress -> desk.tokens(file),
        labels -> {
          tokens.setItems(
              FXCollections.observableArrayList(
                  labels.stream().map(label -> new DevicesDesk.Choice(file, label)).toList()));
          found.show(new Label(labels.isEmpty() ? texts.get("device.notoken") : ""));
          if (labels.size() == 1) {
            tokens.setValue(tokens.getItems().getFirst());
          }
        },
        fault -> found.failed(fault, this::tokens));
  }

  private void forgetTokens() {
    tokens.setValue(null);
    tokens.setItems(FXCollections.observableArrayList());
  }

  private Optional<Path> library() {
    try {
      return Optional.of(Path.of(module.getText().strip()));
    } catch (InvalidPathException e) {
      Label noFile = new Label();
      noFile.textProperty().bind(texts.bind("device.nofile"));
      found.show(noFile);
      return Optional.empty();
    }
  }

  private void look(DevicesDesk.Choice choice) {
    adding.start(
        progress -> desk.look(choice),
        device -> {
          add.setOnAction(pressed -> add(choice));
          add.setDisable(device.trouble().isPresent());
          found.show(row(device, add));
        },
        fault -> found.failed(fault, () -> look(choice)));
  }

  private void add(DevicesDesk.Choice choice) {
    add.setDisable(true);
    adding.start(
        progress -> desk.holder(choice),
        holder ->
            PinDialog.ask(
                kit,
                holder,
                texts.get("device.add.purpose"),
                (pin, progress) -> desk.add(choice, pin),
                added -> {
                  module.clear();
                  forgetTokens();
                  found.show(new Region());
                  list();
                },
                () -> add.setDisable(false)),
        fault -> found.failed(fault, () -> look(choice)));
  }

  private void remove(DevicesDesk.Choice choice) {
    listing.start(
        progress -> desk.holder(choice),
        holder ->
            PinDialog.ask(
                kit,
                holder,
                texts.get("device.remove.purpose"),
                (pin, progress) -> {
                  desk.remove(choice, pin);
                  return choice;
                },
                removed -> list(),
                this::list),
        fault -> known.failed(fault, this::list));
  }

  private Node row(DevicesDesk.Device device, Button action) {
    Label name = new Label(device.choice().label());
    name.getStyleClass().add("cs-strong");
    Label who = new Label();
    who.setWrapText(true);
    who.getStyleClass().add("cs-quiet");
    String library = String.valueOf(device.choice().module().getFileName());
    who.textProperty()
        .bind(
            kit.localisation()
                .spoken(() ->
                    device
                        .person()
                        .map(person -> texts.get("device.person", person, library))
                        .orElse(library)));
    VBox words = new VBox(2, name, who);
    HBox.setHgrow(words, Priority.ALWAYS);
    for (DevicesDesk.Key key : device.keys()) {
      Label line = new Label();
      line.textProperty()
          .bind(
              kit.localisation()
                  .spoken(() ->
                      texts.get(
                          "device.key",
                          texts.word("key", key.purpose()),
                          key.holder(),
                          kit.formats().day(key.until()))));
      line.setWrapText(true);
      Label id = new Label(key.id());
      id.getStyleClass().add("cs-code");
      words.getChildren().addAll(line, id);
    }
    device
        .trouble()
        .ifPresent(why -> {
          FaultLabel fault = new FaultLabel(kit);
          fault.show(why);
          words.getChildren().add(fault);
        });
    HBox row = new HBox(12, new FontIcon(Material2MZ.MEMORY), words, action);
    row.setAlignment(Pos.TOP_LEFT);
    return row;
  }

  private static Button button(String id, Button button) {
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  /** Shows a choice by its token; the library stays the one in which it was found. */
  private static final class LabelOf extends StringConverter<DevicesDesk.Choice> {
    @Override
    public String toString(DevicesDesk.@Nullable Choice choice) {
      return choice == null ? "" : choice.label();
    }

    @Override
    public DevicesDesk.Choice fromString(String label) {
      throw new UnsupportedOperationException("a token is chosen, not typed");
    }
  }
}

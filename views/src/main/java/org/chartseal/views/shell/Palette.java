package org.chartseal.views.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.dialog.Overlay;
import org.chartseal.views.kit.state.FaultLabel;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.kit.text.Sought;
import org.chartseal.views.kit.text.Texts;

/**
 * Finds anything by what is typed (Ctrl+K): screens and commands at once, and what the finder finds
 * as soon as it is there.
 */
final class Palette implements Overlay.Dialog {

  /** So long somebody stops typing before anything is looked for. */
  private static final Duration REST = Duration.millis(150);

  private static final int MOST = 50;
  private static final int MOST_OF_A_KIND = 12;

  private final Kit kit;
  private final List<Command> own;
  private final Finder finder;
  private final Function<Found, Command> opening;
  private final Latest finding;
  private final PauseTransition rest = new PauseTransition(REST);
  private final TextField text = new TextField();
  private final ListView<Command> list = new ListView<>();
  private final FaultLabel fault;
  private final VBox view;

  /**
   * @param own commands of the shell
   * @param opening makes the command that opens what was found
   */
  Palette(Kit kit, List<Command> own, Finder finder, Function<Found, Command> opening) {
    this.finder = finder;
    this.opening = opening;
    this.finding = new Latest(kit.tasks());
    this.kit = kit;
    this.own = own;
    this.fault = new FaultLabel(kit);
    fault.managedProperty().bind(fault.visibleProperty());
    this.view = new VBox(text, list, fault);
    Texts texts = kit.texts(Palette.class);
    view.getStyleClass().addAll("cs-dialog", "cs-palette");
    text.setId("palette-text");
    list.setId("palette-results");
    text.setPromptText(texts.get("palette.prompt"));
    text.setAccessibleText(texts.get("palette.prompt"));
    list.setAccessibleText(texts.get("palette.results"));
    list.setPlaceholder(new Label(texts.get("palette.nothing")));
    list.setFixedCellSize(36);
    list.setFocusTraversable(false);
    list.setCellFactory(any -> new Cell());
    list.setOnMouseClicked(click -> choose());
    text.textProperty().subscribe(this::look);
    text.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  @Override
  public Region view() {
    return view;
  }

  @Override
  public Node firstFocus() {
    return text;
  }

  @Override
  public void cancelled() {
    halt();
  }

  private void look(String typed) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    Sought sought = new Sought(typed);
    List<Command> commands = own.stream().filter(command -> command.isMeantBy(sought)).toList();
    show(commands);
    halt();
    fault.setVisible(false);
    if (!wanted.isEmpty()) {
      rest.setOnFinished(rested -> find(wanted, commands));
      rest.playFromStart();
    }
  }

  private void find(String wanted, List<Command> commands) {
    Localisation words = kit.localisation().still();
    finding.start(
        progress -> finder.find(wanted, MOST_OF_A_KIND, words, progress),
        found -> add(wanted, commands, found),
        this::failed);
  }

  private void halt() {
    rest.stop();
    rest.setOnFinished(null);
    finding.stop();
  }

  /** Screens and commands are found anyway; that there is no more cannot be said. */
  private void failed(Fault why) {
    fault.show(why);
    fault.setVisible(true);
  }

  /**
   * What was found comes after what was there, so that Enter never means another row than the one
   * that was seen; of it, what begins with what was typed comes first.
   */
  private void add(String wanted, List<Command> commands, List<Found> found) {
    Sought sought = new Sought(wanted);
    Command chosen = list.getSelectionModel().getSelectedItem();
    boolean moved = list.getSelectionModel().getSelectedIndex() > 0;
    List<Command> all = new ArrayList<>(commands);
    found.stream()
        .map(opening)
        .sorted(Comparator.comparing(command -> !sought.begins(command.title())))
        .forEach(all::add);
    show(all);
    if (moved) {
      list.getSelectionModel().select(chosen);
    }
  }

  private void show(List<Command> commands) {
    ObservableList<Command> items = list.getItems();
    items.setAll(commands.subList(0, Math.min(MOST, commands.size())));
    list.getSelectionModel().selectFirst();
  }

  private void key(KeyEvent key) {
    switch (key.getCode()) {
      case DOWN -> {
        list.getSelectionModel().selectNext();
        list.scrollTo(list.getSelectionModel().getSelectedIndex());
        key.consume();
      }
      case UP -> {
        list.getSelectionModel().selectPrevious();
        list.scrollTo(list.getSelectionModel().getSelectedIndex());
        key.consume();
      }
      case ENTER -> {
        key.consume();
        choose();
      }
      default -> {
        // It is typed.
      }
    }
  }

  private void choose() {
    Command chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      halt();
      kit.overlay().close();
      chosen.run().run();
    }
  }

  private static final class Cell extends ListCell<Command> {
    private static final double TITLE = 180;

    private final Label title = new Label();
    private final Label hint = new Label();
    private final HBox row;

    Cell() {
      hint.getStyleClass().add("cs-quiet");
      // Two of a name are told apart by where, when and whose; a number by its title: both give
      // way.
      hint.setMinWidth(0);
      title.setMinWidth(TITLE);
      setPrefWidth(0);
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      row = new HBox(12, title, gap, hint);
      row.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(Command command, boolean empty) {
      super.updateItem(command, empty);
      setText(null);
      if (empty || command == null) {
        setGraphic(null);
      } else {
        title.setText(command.title());
        hint.setText(command.hint());
        setGraphic(row);
      }
    }
  }
}

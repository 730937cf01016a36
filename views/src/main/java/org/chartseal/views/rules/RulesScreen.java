package org.chartseal.views.rules;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.chartseal.services.claims.PackTable;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.files.FilePicker;
import org.chartseal.views.kit.state.FaultLabel;
import org.chartseal.views.kit.state.StatePane;
import org.chartseal.views.kit.table.Column;
import org.chartseal.views.kit.table.DataTable;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.text.Texts;
import org.jspecify.annotations.Nullable;

/** The rules as what they are: tables; and trials of other rules on what was decided. */
public final class RulesScreen implements Screen {

  private static final int NARROW = 96;
  private static final int WIDE = 360;
  private static final int LETTER = 8;

  private final Kit kit;
  private final Texts texts;
  private final RulesDesk desk;
  private final PackWords words;
  private final Latest reading;
  private final Latest trying;
  private final StatePane state;
  private final FaultLabel trouble;
  private final List<DataTable<List<String>>> tables = new ArrayList<>();
  private RulesDesk.@Nullable Pack pack;
  private RulesDesk.@Nullable Trial trial;
  private @Nullable Subscription language;

  public RulesScreen(Kit kit, RulesDesk desk) {
    this.kit = kit;
    this.texts = kit.texts(RulesScreen.class);
    this.desk = desk;
    this.words = new PackWords(kit);
    this.reading = new Latest(kit.tasks());
    this.state = new StatePane(kit);
    this.trying = new Latest(kit.tasks());
    this.trouble = new FaultLabel(kit);
    state.setId("rules");
    trouble.setId("rules-trouble");
    trouble.setVisible(false);
    trouble.managedProperty().bind(trouble.visibleProperty());
    FilePicker.takeDropped(state, dropped -> tryOut(dropped.getFirst()));
  }

  @Override
  public Parent view() {
    return state;
  }

  @Override
  public void attached() {
    language =
        kit.localisation()
            .languageProperty()
            .subscribe(now -> {
              if (trial != null) {
                show(trial);
              } else if (pack != null) {
                show(pack);
              }
            });
    if (pack == null) {
      load();
    }
  }

  @Override
  public void detached() {
    reading.stop();
    trying.stop();
    if (language != null) {
      language.unsubscribe();
      language = null;
    }
  }

  private void load() {
    reading.start(progress -> desk.pack(), this::read, fault -> state.failed(fault, this::load));
  }

  private void read(RulesDesk.Pack read) {
    trouble.setVisible(false);
    show(read);
  }

  /** Tries a pack on what was decided; a file, or a folder of tables. */
  void tryOut(Path path) {
    RulesDesk.Pack present = pack;
    if (present == null) {
      return;
    }
    trouble.setVisible(false);
    trial = null;
    state.busy(
        texts.bind("trial.running"),
        trying.start(
            progress -> desk.tryOut(path, progress),
            this::show,
            fault -> {
              trouble.show(fault);
              trouble.setVisible(true);
              show(present);
            }),
        () -> show(present));
  }

  private void show(RulesDesk.Trial came) {
    trial = came;
    state.show(
        new TrialView(
            kit,
            came,
            () -> {
              trial = null;
              if (pack != null) {
                show(pack);
              }
            }));
  }

  private MenuButton others() {
    MenuButton others = new MenuButton(texts.get("try"));
    others.setId("rules-try");
    others.setMinWidth(Region.USE_PREF_SIZE);
    FilePicker picker = new FilePicker(texts.get("try.title"));
    MenuItem file = new MenuItem(texts.get("try.file"));
    file.setId("rules-try-file");
    file.setOnAction(chosen -> picker.open(state).ifPresent(this::tryOut));
    MenuItem folder = new MenuItem(texts.get("try.folder"));
    folder.setId("rules-try-folder");
    folder.setOnAction(chosen -> picker.folder(state).ifPresent(this::tryOut));
    others.getItems().addAll(file, folder);
    return others;
  }

  private void show(RulesDesk.Pack read) {
    pack = read;
    tables.clear();
    Label title = new Label(read.title());
    title.getStyleClass().add("cs-title");
    title.setId("rules-title");
    TextField filter = new TextField();
    filter.setId("rules-filter");
    filter.setPromptText(texts.get("filter"));
    filter.setAccessibleText(texts.get("filter"));
    filter.setPrefWidth(280);
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox header = new HBox(title, filter, others());
    header.getStyleClass().add("cs-toolbar");
    header.setAlignment(Pos.CENTER_LEFT);
    TabPane tabs = new TabPane();
    tabs.setId("rules-tables");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    for (PackTable table : read.tables()) {
      Tab tab = new Tab(name(table) + " · " + kit.formats().number(table.rows().size()));
      tab.setContent(table(table));
      tabs.getTabs().add(tab);
    }
    filter.textProperty().subscribe(this::filter);
    VBox.setVgrow(tabs, Priority.ALWAYS);
    VBox view = new VBox(header, trouble, facts(read), tabs);
    view.getStyleClass().addAll("cs-page", "cs-page-dense");
    state.show(view);
  }

  private PackFacts facts(RulesDesk.Pack read) {
    return new PackFacts(
        kit,
        "rules-facts",
        read.id(),
        read.currency(),
        read.signed()
            .map(at -> texts.get("signature.at", kit.formats().moment(at)))
            .orElseGet(() -> texts.get("signature.none")));
  }

  private Node table(PackTable table) {
    List<Column<List<String>>> columns = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      columns.add(column(table, i));
    }
    DataTable<List<String>> made = new DataTable<>(kit, "rules-" + table.name(), columns);
    made.describe(name(table));
    Label nothing = new Label(texts.get("empty"));
    nothing.getStyleClass().add("cs-quiet");
    made.placeholder(nothing);
    made.show(table.rows());
    tables.add(made);
    return made.view();
  }

  private Column<List<String>> column(PackTable table, int index) {
    String name = table.columns().get(index);
    String title = words.title(name);
    int longest =
        Stream.concat(
                Stream.of(title), table.rows().stream().map(row -> words.value(row.get(index))))
            .mapToInt(String::length)
            .max()
            .orElse(0);
    double width = Math.clamp((long) longest * LETTER, NARROW, WIDE);
    ReadOnlyStringWrapper shown = new ReadOnlyStringWrapper(title);
    return PackWords.isAmount(table, index)
        ? Column.<List<String>>values(
            name,
            shown,
            width,
            Comparator.comparing(row -> new BigDecimal(row.get(index))),
            row -> row.get(index))
        : Column.<List<String>>words(name, shown, width, row -> words.value(row.get(index)))
            .exportedAs(row -> row.get(index));
  }

  private void filter(String typed) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    for (DataTable<List<String>> table : tables) {
      table.filter(row ->
          row.stream().anyMatch(cell -> has(cell, wanted) || has(words.value(cell), wanted)));
    }
  }

  private static boolean has(String text, String wanted) {
    return text.toLowerCase(Locale.ROOT).contains(wanted);
  }

  private String name(PackTable table) {
    String key = "table." + table.name().replace(".csv", "");
    return texts.has(key) ? texts.get(key) : table.name();
  }
}

package org.chartseal.views.shell;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.ScreenAct;
import org.chartseal.views.kit.entry.EntryWords;
import org.chartseal.views.kit.layout.Keyboard;
import org.chartseal.views.kit.layout.Roomy;
import org.chartseal.views.kit.layout.Shown;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.text.Texts;
import org.chartseal.views.kit.theme.Appearance;
import org.chartseal.views.kit.theme.Theme;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The frame around the screens of one person. */
public final class Shell implements Screen {

  private static final KeyCombination PALETTE =
      new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN);

  private static final KeyCombination WINDOW =
      new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN);

  /** In a narrower window, or at a larger scale, the rail shows its icons alone. */
  private static final double NARROW = 900;

  /** In a smaller one, as at twice the scale, the header gives its room to the screen. */
  private static final double TIGHT_WIDTH = 700;

  private static final double TIGHT_HEIGHT = 480;

  /** With less room than this, a screen scrolls. */
  private static final double SCREEN_WIDTH = 600;

  private static final double SCREEN_HEIGHT = 420;

  private static final PseudoClass NARROW_STYLE = PseudoClass.getPseudoClass("narrow");
  private static final double PADDING = 24;
  private static final double NARROW_PADDING = 12;

  private final Kit kit;
  private final Texts texts;
  private final Frame frame;
  private final Appearance appearance;
  private final Lamps lamps;
  private final BorderPane root = new BorderPane();
  private final StackPane place = new StackPane();
  private final Roomy room = new Roomy(place, SCREEN_WIDTH, SCREEN_HEIGHT);
  private final ToggleGroup rail = new ToggleGroup();
  private final BooleanProperty narrow = new SimpleBooleanProperty();
  private final BooleanProperty tight = new SimpleBooleanProperty();
  private final Map<Place, ToggleButton> buttons = new EnumMap<>(Place.class);
  private final Map<Place, Screen> screens = new EnumMap<>(Place.class);
  private Place first;
  private @Nullable Screen present;

  /**
   * @param appearance of the window, which the palette changes
   */
  public Shell(Kit kit, Frame frame, Appearance appearance) {
    this.kit = kit;
    this.appearance = appearance;
    this.texts = kit.texts(Shell.class);
    this.frame = frame;
    this.first = frame.destinations().getFirst().place();
    this.lamps = new Lamps(kit, frame.status());
    root.getStyleClass().add("cs-shell");
    root.widthProperty().subscribe(width -> fit());
    root.heightProperty().subscribe(height -> fit());
    VBox top = new VBox(header());
    if (frame.network() == Frame.Network.SAMPLE) {
      top.getChildren().add(banner());
    }
    root.setTop(top);
    root.setLeft(rail());
    root.setCenter(room);
    place.setAlignment(Pos.TOP_LEFT);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
    place.addEventHandler(KeyEvent.KEY_PRESSED, this::enter);
    // Arrow keys select without an action.
    rail.selectedToggleProperty().subscribe(this::chosen);
  }

  @Override
  public Parent view() {
    return root;
  }

  @Override
  public void attached() {
    lamps.attach();
    if (!Keyboard.isIn(root)) {
      // Else it is with the first button of the header, which nobody chose.
      place.requestFocus();
    }
    if (present == null) {
      go(first);
    } else {
      present.attached();
    }
  }

  @Override
  public void detached() {
    lamps.detach();
    if (present != null) {
      present.detached();
    }
  }

  @Override
  public void closed() {
    present = null;
    place.getChildren().clear();
    screens.values().forEach(Screen::closed);
    screens.clear();
  }

  /** Where somebody is now. */
  public Optional<Place> place() {
    return screens.entrySet().stream()
        .filter(shown -> shown.getValue().equals(present))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Begins at another place of the rail than the first; to be said before it is on show. */
  public void beginAt(Place where) {
    if (destination(where).isPresent()) {
      first = where;
    }
  }

  private Optional<Destination> destination(Place where) {
    return frame.destinations().stream().filter(one -> one.place() == where).findFirst();
  }

  /** Goes to a place of the rail. */
  public void go(Place where) {
    Optional<Destination> wanted = destination(where);
    if (wanted.isEmpty()) {
      return;
    }
    Screen next = screens.computeIfAbsent(where, any -> wanted.get().screen().get());
    rail.selectToggle(buttons.get(where));
    if (!next.equals(present)) {
      if (present != null) {
        present.detached();
      }
      present = next;
      boolean had = Keyboard.isIn(place);
      place.getChildren().setAll(next.view());
      room.beginAtTop();
      if (had) {
        // Else the toolkit gives it to the first button of the window, and Enter presses that.
        place.requestFocus();
      }
      next.attached();
    }
  }

  private void chosen(@Nullable Toggle before, @Nullable Toggle now) {
    if (now == null && before != null) {
      before.setSelected(true);
      return;
    }
    for (Destination destination : frame.destinations()) {
      if (Objects.equals(buttons.get(destination.place()), now)) {
        go(destination.place());
      }
    }
  }

  private HBox header() {
    Label name = new Label("Chartseal");
    name.getStyleClass().add("cs-brand");
    name.setMinWidth(Region.USE_PREF_SIZE);
    Shown.when(tight.not(), name);
    lamps.shorten(tight);
    String who =
        frame.occupant().place().isEmpty()
            ? frame.occupant().name()
            : frame.occupant().name() + " · " + frame.occupant().place();
    Label occupant = new Label(who);
    occupant.setId("occupant");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button find = tool("find", Material2MZ.SEARCH, this::palette);
    Button switchPerson =
        tool("switch", Material2MZ.SUPERVISOR_ACCOUNT, () -> frame.exits().switchPerson());
    Button lock = tool("lock", Material2AL.LOCK, () -> frame.exits().lock());
    HBox header = new HBox(name, occupant, gap, lamps, find, switchPerson, lock);
    if (frame.network() == Frame.Network.SAMPLE) {
      header.getChildren().addFirst(mark());
    }
    header.getStyleClass().add("cs-header");
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  private Button tool(String key, Ikon icon, Runnable action) {
    Button button = new Button(null, new FontIcon(icon));
    button.setId("shell-" + key);
    button.getStyleClass().addAll("flat", "button-icon");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.accessibleTextProperty().bind(texts.bind("tool." + key));
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(texts.bind("tool." + key));
    button.setTooltip(tip);
    button.setOnAction(pressed -> action.run());
    return button;
  }

  private HBox banner() {
    Label words = new Label();
    words.textProperty().bind(texts.bind("sample"));
    HBox banner = new HBox(new FontIcon(Material2AL.INFO), words);
    banner.setId("sample-banner");
    banner.getStyleClass().add("cs-banner");
    banner.setAlignment(Pos.CENTER_LEFT);
    Shown.when(tight.not(), banner);
    return banner;
  }

  /** Stands for the banner where that would take a line from the screen. */
  private Label mark() {
    Label mark = new Label(null, new FontIcon(Material2AL.INFO));
    mark.accessibleTextProperty().bind(texts.bind("sample"));
    Tooltip words = new Tooltip();
    words.textProperty().bind(texts.bind("sample"));
    mark.setTooltip(words);
    mark.setMinWidth(Region.USE_PREF_SIZE);
    Shown.when(tight, mark);
    return mark;
  }

  private void fit() {
    double width = root.getWidth();
    double height = root.getHeight();
    narrow.set(width > 0 && width < NARROW);
    root.pseudoClassStateChanged(NARROW_STYLE, narrow.get());
    tight.set(width > 0 && height > 0 && (width < TIGHT_WIDTH || height < TIGHT_HEIGHT));
  }

  private VBox rail() {
    VBox box = new VBox();
    box.getStyleClass().add("cs-rail");
    List<Destination> destinations = frame.destinations();
    for (Destination destination : destinations) {
      if (destination.equals(destinations.getLast())) {
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        box.getChildren().add(gap);
      }
      box.getChildren().add(railButton(destination));
    }
    return box;
  }

  private ToggleButton railButton(Destination destination) {
    ToggleButton button = new ToggleButton();
    button.setId("go-" + destination.place().id());
    button.setToggleGroup(rail);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAlignment(Pos.CENTER_LEFT);
    Label badge = new Label();
    badge.getStyleClass().add("cs-badge");
    badge.textProperty().bind(Bindings.convert(destination.badge()));
    badge.visibleProperty().bind(Bindings.greaterThan(destination.badge(), 0));
    badge.managedProperty().bind(badge.visibleProperty());
    Label title = new Label();
    title.textProperty().bind(texts.bindWord("place", destination.place()));
    title.setMinWidth(Region.USE_PREF_SIZE);
    title.visibleProperty().bind(narrow.not());
    title.managedProperty().bind(title.visibleProperty());
    Tooltip named = new Tooltip();
    named.textProperty().bind(title.textProperty());
    button.tooltipProperty().bind(Bindings.when(narrow).then(named).otherwise((Tooltip) null));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox content = new HBox(new FontIcon(destination.place().icon()), title, gap, badge);
    content.getStyleClass().add("cs-rail-item");
    content.setAlignment(Pos.CENTER_LEFT);
    content
        .prefWidthProperty()
        .bind(
            button
                .widthProperty()
                .subtract(Bindings.when(narrow).then(NARROW_PADDING).otherwise(PADDING)));
    button.setGraphic(content);
    button.accessibleTextProperty().bind(texts.bindWord("place", destination.place()));
    buttons.put(destination.place(), button);
    return button;
  }

  /** From the place itself, where the keyboard is after a jump, the tabulator leads into it. */
  private void enter(KeyEvent key) {
    boolean inwards = key.getCode() == KeyCode.TAB && !key.isShiftDown();
    if (inwards && place.isFocused() && Keyboard.enter(place)) {
      key.consume();
    }
  }

  private void shortcut(KeyEvent key) {
    if (PALETTE.match(key)) {
      key.consume();
      palette();
    } else if (WINDOW.match(key)) {
      key.consume();
      frame.exits().newWindow();
    } else {
      acts().stream()
          .filter(act -> act.key().filter(combination -> combination.match(key)).isPresent())
          .findFirst()
          .ifPresent(act -> {
            key.consume();
            act.run().run();
          });
    }
  }

  @Override
  public List<ScreenAct> acts() {
    return present == null ? List.of() : present.acts();
  }

  private void palette() {
    List<Command> own = new ArrayList<>();
    for (ScreenAct act : acts()) {
      String hint = act.key().map(KeyCombination::getDisplayText).orElse(act.under());
      own.add(new Command(act.title(), hint, act.under(), act.run()));
    }
    for (Destination destination : frame.destinations()) {
      own.add(
          new Command(
              texts.word("place", destination.place()),
              texts.get("palette.screen"),
              () -> go(destination.place())));
    }
    own.add(new Command(texts.get("tool.lock"), "Ctrl+L", () -> frame.exits().lock()));
    own.add(new Command(texts.get("tool.switch"), "", () -> frame.exits().switchPerson()));
    own.add(new Command(texts.get("tool.window"), "Ctrl+N", () -> frame.exits().newWindow()));
    own.addAll(looks());
    kit.overlay().show(new Palette(kit, own, frame.finder(), this::opening));
  }

  /** How the window could look and speak other than it does. */
  private List<Command> looks() {
    List<Command> looks = new ArrayList<>();
    for (Theme theme : Theme.values()) {
      if (theme != appearance.themeProperty().get()) {
        looks.add(
            new Command(
                texts.word("palette.theme", theme),
                "",
                () -> appearance.themeProperty().set(theme)));
      }
    }
    for (double scale : Appearance.SCALES) {
      if (scale != appearance.scaleProperty().get()) {
        looks.add(
            new Command(
                texts.get("palette.scale", Math.round(scale * 100)),
                "",
                () -> appearance.scaleProperty().set(scale)));
      }
    }
    for (Language language : Language.values()) {
      if (language != kit.localisation().languageProperty().get()) {
        looks.add(
            new Command(
                texts.get("palette.language", language.ownName()),
                "",
                language.locale().getDisplayLanguage(Locale.ENGLISH),
                () -> kit.localisation().languageProperty().set(language)));
      }
    }
    return looks;
  }

  private Command opening(Found found) {
    String kind =
        switch (found) {
          case Found.Patient patient -> texts.get("palette.patient");
          case Found.Entry entry -> texts.get("palette.entry");
          case Found.Claim claim -> texts.get("palette.claim");
        };
    String title =
        found instanceof Found.Entry ? new EntryWords(kit).title(found.title()) : found.title();
    return new Command(
        title,
        found.detail().isEmpty() ? kind : texts.get("palette.detail", kind, found.detail()),
        () -> {
          go(found.place());
          found.open().run();
        });
  }
}

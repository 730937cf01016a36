package org.chartseal.views.signin;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.dialog.PinDialog;
import org.chartseal.views.kit.state.StatePane;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.task.Watch;
import org.chartseal.views.kit.text.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/**
 * Asks who sits here, and for their PIN. It is also the locked screen: nothing that was decrypted
 * is behind it.
 *
 * @param <S> what a person works with once they are in
 */
public final class SignInScreen<S> implements Screen {

  private static final String ID = "person-";

  private final Kit kit;
  private final Texts texts;
  private final SignInDesk<S> desk;
  private final Optional<Person> locked;
  private final Consumer<SignedIn<S>> signedIn;
  private final Latest work;
  private final Watch watch;
  private final Map<String, Button> cards = new HashMap<>();
  private final StatePane state;
  private final ScrollPane view;
  private List<Person> people = List.of();

  /**
   * Who came in.
   *
   * @param <S> what they work with
   */
  public record SignedIn<S>(Person person, S session) {}

  /**
   * @param locked who locked the screen, and is asked first
   */
  public SignInScreen(
      Kit kit, SignInDesk<S> desk, Optional<Person> locked, Consumer<SignedIn<S>> signedIn) {
    this.kit = kit;
    this.texts = kit.texts(SignInScreen.class);
    this.desk = desk;
    this.locked = locked;
    this.signedIn = signedIn;
    this.work = new Latest(kit.tasks());
    // While a sample is being made, there are more and more.
    this.watch = new Watch(kit.tasks(), progress -> !desk.people().equals(people), this::load);
    this.state = new StatePane(kit);
    this.view = new ScrollPane(state);
    view.setFitToWidth(true);
    view.setFitToHeight(true);
    view.getStyleClass().add("cs-sign-in");
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void attached() {
    load();
    locked.ifPresent(this::ask);
  }

  @Override
  public void detached() {
    watch.stop();
    work.stop();
  }

  private void load() {
    watch.begun();
    work.start(progress -> new Listed(desk.people(), desk.samplePins()), this::show, this::failed);
  }

  private void failed(Fault fault) {
    if (people.isEmpty()) {
      state.failed(fault, this::load);
    } else {
      watch.failed();
    }
  }

  /**
   * What is listed.
   *
   * @param pins where those of a sample are written
   */
  private record Listed(List<Person> people, Optional<String> pins) {}

  private void show(Listed listed) {
    people = listed.people();
    Node keyboard = view.getScene() == null ? null : view.getScene().getFocusOwner();
    String at = keyboard == null ? null : keyboard.getId();
    cards.clear();
    Label title = new Label();
    title.textProperty().bind(texts.bind(locked.isPresent() ? "locked" : "title"));
    title.getStyleClass().add("cs-title");
    Label words = new Label();
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words
        .textProperty()
        .bind(
            locked.isPresent()
                ? texts.bind("locked.words")
                : listed
                    .pins()
                    .map(pins -> texts.bind("words.sample", pins))
                    .orElseGet(() -> texts.bind("words")));
    words.getStyleClass().add("cs-quiet");
    VBox box = new VBox(title, words);
    box.getStyleClass().add("cs-page");
    box.setMaxWidth(960);
    Map<Person.Role, FlowPane> groups = new EnumMap<>(Person.Role.class);
    for (Person.Role role : Person.Role.values()) {
      List<Person> those = listed.people().stream().filter(one -> one.role() == role).toList();
      if (!those.isEmpty()) {
        Label heading = new Label();
        heading.textProperty().bind(texts.bindWord("role", role));
        heading.getStyleClass().add("cs-heading");
        FlowPane group = groups.computeIfAbsent(role, any -> new FlowPane(8, 8));
        those.forEach(person -> group.getChildren().add(card(person)));
        box.getChildren().addAll(heading, group);
      }
    }
    VBox centred = new VBox(box);
    centred.setAlignment(Pos.TOP_CENTER);
    state.show(centred);
    Button again = cards.get(at);
    if (again != null) {
      kit.focus(again);
    }
    watch.read();
  }

  private Button card(Person person) {
    Label name = new Label(person.name());
    name.getStyleClass().add("cs-strong");
    Label place = new Label();
    place.getStyleClass().add("cs-quiet");
    if (person.place().isEmpty()) {
      place.textProperty().bind(texts.bindWord("as", person.role()));
    } else {
      place.setText(person.place());
    }
    Button button = new Button();
    button.setId(ID + person.id());
    cards.put(ID + person.id(), button);
    button.setAccessibleText(person.name() + ", " + place.getText());
    button.getStyleClass().add("cs-person");
    button.setAlignment(Pos.CENTER_LEFT);
    button.setPrefWidth(300);
    FontIcon icon = new FontIcon(icon(person.role()));
    VBox words = new VBox(name, place);
    HBox content = new HBox(12, icon, words);
    content.setAlignment(Pos.CENTER_LEFT);
    button.setGraphic(content);
    button.setOnAction(pressed -> ask(person));
    return button;
  }

  private static Ikon icon(Person.Role role) {
    return switch (role) {
      case CLINICIAN -> Material2AL.LOCAL_HOSPITAL;
      case INSURER -> Material2AL.ACCOUNT_BALANCE;
      case PATIENT -> Material2MZ.PERSON;
    };
  }

  private void ask(Person person) {
    Arrival<S> arrival = new Arrival<>(desk);
    kit.tasks()
        .start(
            progress -> desk.holder(person),
            holder ->
                PinDialog.askToOpen(
                    kit,
                    holder,
                    texts.get(
                        "purpose." + person.role().name().toLowerCase(Locale.ROOT),
                        person.place().isEmpty() ? person.name() : person.place()),
                    (pin, progress) -> arrival.came(desk.open(person, pin, progress)),
                    session -> signedIn.accept(new SignedIn<>(person, session)),
                    () -> {
                      kit.tasks().background(arrival::leave);
                      // The cards may be others by now than when it was pressed.
                      Button card = cards.get(ID + person.id());
                      if (card != null) {
                        kit.focus(card);
                      }
                    }),
            fault -> state.failed(fault, this::load));
  }
}

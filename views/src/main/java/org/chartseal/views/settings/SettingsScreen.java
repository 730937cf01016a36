package org.chartseal.views.settings;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.state.FaultLabel;
import org.chartseal.views.kit.state.StatePane;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.text.Texts;
import org.chartseal.views.kit.theme.Appearance;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** Appearance and language; the network, its members and devices; what is wrong; about. */
public final class SettingsScreen implements Screen {

  /** The sections of the page. */
  private enum Section {
    APPEARANCE,
    NETWORK,
    ACTORS,
    DEVICES,
    HEALTH,
    ABOUT
  }

  private final Kit kit;
  private final Texts texts;
  private final SettingsDesk desk;
  private final Latest network;
  private final Latest actors;
  private final Latest examining;
  private final StatePane networkPlace;
  private final StatePane actorsPlace;
  private final StatePane findings;
  private final DevicesPane devices;
  private final ScrollPane view;

  public SettingsScreen(Kit kit, Appearance appearance, SettingsDesk desk, DevicesDesk tokens) {
    this.kit = kit;
    this.texts = kit.texts(SettingsScreen.class);
    this.desk = desk;
    this.network = new Latest(kit.tasks());
    this.actors = new Latest(kit.tasks());
    this.examining = new Latest(kit.tasks());
    this.networkPlace = new StatePane(kit);
    this.actorsPlace = new StatePane(kit);
    this.findings = new StatePane(kit);
    this.devices = new DevicesPane(kit, tokens);
    Label title = new Label();
    title.textProperty().bind(texts.bind("title"));
    title.getStyleClass().add("cs-title");
    VBox page =
        new VBox(
            title,
            card(Section.APPEARANCE, new AppearancePane(kit, appearance)),
            card(Section.NETWORK, networkPlace),
            card(Section.ACTORS, actorsPlace),
            card(Section.DEVICES, devices),
            card(Section.HEALTH, health()),
            card(Section.ABOUT, facts(desk.about())));
    page.getStyleClass().add("cs-page");
    page.setMaxWidth(880);
    VBox centred = new VBox(page);
    centred.setAlignment(Pos.TOP_CENTER);
    view = new ScrollPane(centred);
    view.setFitToWidth(true);
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void attached() {
    loadNetwork();
    loadActors();
    devices.attached();
  }

  @Override
  public void detached() {
    network.stop();
    actors.stop();
    examining.stop();
    devices.detached();
  }

  private void loadNetwork() {
    network.start(
        progress -> desk.network(),
        facts -> networkPlace.show(facts(facts)),
        fault -> networkPlace.failed(fault, this::loadNetwork));
  }

  private void loadActors() {
    actors.start(
        progress -> desk.actors(),
        all -> actorsPlace.show(actors(all)),
        fault -> actorsPlace.failed(fault, this::loadActors));
  }

  private VBox health() {
    Button examine = new Button();
    examine.setId("settings-examine");
    examine.textProperty().bind(texts.bind("health.examine"));
    examine.setOnAction(pressed -> examine());
    return new VBox(8, examine, findings);
  }

  private void examine() {
    var running =
        examining.start(
            progress -> desk.examine(), this::show, fault -> findings.failed(fault, this::examine));
    findings.busy(texts.bind("health.examining"), running, () -> show(List.of()));
  }

  private void show(List<Fault> found) {
    VBox rows = new VBox(8);
    if (found.isEmpty()) {
      Label well = new Label();
      well.textProperty().bind(texts.bind("health.well"));
      FontIcon icon = new FontIcon(Material2AL.CHECK_CIRCLE);
      icon.getStyleClass().add("cs-proven");
      rows.getChildren().add(new HBox(8, icon, well));
    }
    for (Fault ailment : found) {
      FaultLabel said = new FaultLabel(kit);
      said.show(ailment);
      rows.getChildren().add(said);
    }
    findings.show(rows);
  }

  private GridPane facts(List<SettingsDesk.Fact> facts) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("cs-facts");
    int row = 0;
    for (SettingsDesk.Fact fact : facts) {
      Label name = new Label();
      name.textProperty().bind(texts.bindWord("fact", fact.name()));
      name.getStyleClass().add("cs-quiet");
      Label value = new Label(fact.value());
      value.setWrapText(true);
      grid.addRow(row++, name, value);
    }
    return grid;
  }

  private GridPane actors(List<SettingsDesk.Actor> all) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("cs-facts");
    int row = 0;
    for (SettingsDesk.Actor actor : all) {
      Label number = new Label(actor.number());
      number.getStyleClass().add("cs-quiet");
      Label until = new Label();
      until
          .textProperty()
          .bind(
              Bindings.createStringBinding(
                  () -> texts.get("actor.until", kit.formats().day(actor.certificateUntil())),
                  kit.localisation().languageProperty()));
      until.getStyleClass().add("cs-quiet");
      grid.addRow(row++, number, new Label(actor.name()), until);
    }
    return grid;
  }

  private VBox card(Section section, Node content) {
    Label heading = new Label();
    heading.textProperty().bind(texts.bindWord("section", section));
    heading.getStyleClass().add("cs-heading");
    VBox card = new VBox(heading, content);
    card.getStyleClass().add("cs-card");
    card.setId("settings-" + section.name().toLowerCase(Locale.ROOT));
    return card;
  }
}

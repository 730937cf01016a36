package org.chartseal.views.ask;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.clinical.PurposeOfUse;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.consent.ConsentWords;
import org.chartseal.views.kit.form.Choice;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.kit.state.FaultLabel;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a record for treatment, which is what records are opened for: what, of which years,
 * until when, with the very sentence that the patient will read; then waits for the answer.
 */
public final class AskScreen implements Screen {

  /** So old what is shown may be when it is sent: its end moves with the clock. */
  private static final Duration FRESH = Duration.seconds(10);

  private final Kit kit;
  private final Texts texts;
  private final AskDesk desk;
  private final Visitor visitor;
  private final Runnable granted;
  private final Runnable left;
  private final Latest work;
  private final ConsentWords words;
  private final FaultLabel fault;
  private final StackPane place = new StackPane();
  private final ComboBox<Years> years;
  private final ComboBox<Period> period;
  private final Map<SensitivityClass, CheckBox> classes = new LinkedHashMap<>();
  private final Label sentence = new Label();
  private final Label closed = new Label();
  private final Button send = new Button();
  private final Button back = new Button();
  private final ToggleButton today = new ToggleButton();
  private final ToggleButton care = new ToggleButton();
  private final Timeline clock = new Timeline(new KeyFrame(FRESH, tick -> preview()));

  /** What is shown, and is sent as it is. */
  private @Nullable ConsentTerms drafted;

  private Subscription language = Subscription.EMPTY;
  private @Nullable WaitScreen waiting;

  public AskScreen(Kit kit, AskDesk desk, Visitor visitor, Runnable granted, Runnable left) {
    this.kit = kit;
    this.texts = kit.texts(AskScreen.class);
    this.desk = desk;
    this.visitor = visitor;
    this.granted = granted;
    this.left = left;
    this.work = new Latest(kit.tasks());
    this.words = new ConsentWords(kit);
    this.fault = new FaultLabel(kit);
    this.years = Choice.of(kit, List.of(Years.values()), one -> texts.word("years", one));
    this.period = Choice.of(kit, List.of(Period.values()), one -> texts.word("period", one));
    fault.managedProperty().bind(fault.visibleProperty());
    fault.setVisible(false);
    clock.setCycleCount(Animation.INDEFINITE);
    build();
    visit();
  }

  @Override
  public Parent view() {
    return place;
  }

  @Override
  public void attached() {
    language = kit.localisation().languageProperty().subscribe(now -> preview());
    if (waiting != null) {
      waiting.attached();
    } else {
      kit.focus(send);
      clock.play();
    }
  }

  @Override
  public void detached() {
    language.unsubscribe();
    clock.stop();
    work.stop();
    if (waiting != null) {
      waiting.detached();
    }
  }

  private void build() {
    Label title = new Label();
    title.textProperty().bind(texts.bind("ask.title", visitor.name()));
    title.getStyleClass().add("cs-title");
    title.setWrapText(true);
    title.setMinHeight(Region.USE_PREF_SIZE);
    preset(today, "preset-visit", "preset.visit", this::visit);
    preset(care, "preset-follow-up", "preset.follow", this::followUp);
    HBox presets = new HBox(8, today, care);

    years.setId("ask-years");
    period.setId("ask-period");
    GridPane form = new GridPane();
    form.getStyleClass().add("cs-facts");
    Label purpose = new Label();
    purpose.setId("ask-purpose");
    purpose.textProperty().bind(texts.bind("ask.treatment"));
    form.addRow(0, name("ask.purpose", purpose), purpose);
    row(form, 1, "ask.classes", kinds());
    row(form, 2, "ask.years", years);
    row(form, 3, "ask.period", period);
    years.valueProperty().subscribe(value -> preview());
    period.valueProperty().subscribe(value -> preview());

    Label reads = new Label();
    reads.textProperty().bind(texts.bind("ask.reads"));
    reads.getStyleClass().add("cs-quiet");
    sentence.setId("ask-sentence");
    sentence.setWrapText(true);
    sentence.getStyleClass().add("cs-sentence");
    closed.setWrapText(true);
    closed.getStyleClass().add("cs-quiet");
    VBox preview = new VBox(4, reads, sentence, closed);
    preview.getStyleClass().add("cs-quote");

    send.setId("ask-send");
    send.textProperty().bind(texts.bind("ask.send"));
    send.setDefaultButton(true);
    send.getStyleClass().add("accent");
    send.setOnAction(pressed -> send());
    back.setId("ask-back");
    back.textProperty().bind(texts.bind("ask.back"));
    back.setOnAction(pressed -> left.run());
    HBox buttons = new HBox(back, send);
    buttons.getStyleClass().add("cs-buttons");
    buttons.setAlignment(Pos.CENTER_RIGHT);

    VBox card = new VBox(title, presets, form, preview);
    card.getStyleClass().addAll("cs-card", "cs-ask");
    card.setMaxWidth(720);
    VBox page = new VBox(card);
    page.getStyleClass().add("cs-page");
    page.setAlignment(Pos.TOP_CENTER);
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    VBox foot = new VBox(fault, buttons);
    foot.getStyleClass().add("cs-ask-foot");
    foot.setMaxWidth(720);
    BorderPane.setAlignment(foot, Pos.CENTER);
    BorderPane all = new BorderPane(scroll);
    all.setBottom(foot);
    place.getChildren().setAll(all);
  }

  private void preset(ToggleButton button, String id, String key, Runnable choose) {
    button.setId(id);
    button.textProperty().bind(texts.bind(key));
    button.setOnAction(pressed -> choose.run());
  }

  private TilePane kinds() {
    TilePane kinds = new TilePane(16, 8);
    kinds.setTileAlignment(Pos.CENTER_LEFT);
    kinds.setPrefColumns(2);
    for (SensitivityClass sensitivity : SensitivityClass.CLINICAL) {
      CheckBox box = new CheckBox();
      box.textProperty()
          .bind(
              Bindings.createStringBinding(
                  () -> words.clazz(sensitivity), kit.localisation().languageProperty()));
      box.setId("ask-class-" + sensitivity.code());
      box.selectedProperty().subscribe(selected -> preview());
      classes.put(sensitivity, box);
      kinds.getChildren().add(box);
    }
    return kinds;
  }

  private void row(GridPane form, int row, String key, Node control) {
    Label label = name(key, control);
    control.accessibleTextProperty().bind(texts.bind(key));
    if (control instanceof TilePane) {
      GridPane.setValignment(label, VPos.TOP);
    }
    form.addRow(row, label, control);
  }

  private Label name(String key, Node control) {
    Label label = new Label();
    label.textProperty().bind(texts.bind(key));
    label.getStyleClass().add("cs-quiet");
    label.setLabelFor(control);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  /** What a visit usually takes: the general information of all years, for the day's work. */
  private void visit() {
    choose(Years.ALL, Period.HOURS_8);
  }

  /** Care that goes on: the same, for a month. */
  private void followUp() {
    choose(Years.ALL, Period.DAYS_30);
  }

  private void choose(Years of, Period until) {
    classes.forEach(
        (sensitivity, box) -> box.setSelected(sensitivity.equals(SensitivityClass.GENERAL)));
    years.setValue(of);
    period.setValue(until);
    preview();
  }

  private void preview() {
    List<SensitivityClass> chosen = chosen();
    boolean usual =
        chosen.equals(List.of(SensitivityClass.GENERAL)) && years.getValue() == Years.ALL;
    today.setSelected(usual && period.getValue() == Period.HOURS_8);
    care.setSelected(usual && period.getValue() == Period.DAYS_30);
    send.setDisable(chosen.isEmpty());
    if (chosen.isEmpty() || years.getValue() == null || period.getValue() == null) {
      drafted = null;
      sentence.setText(texts.get("ask.nothing"));
      closed.setText("");
      return;
    }
    ConsentTerms terms = desk.draft(visitor, form(chosen));
    drafted = terms;
    sentence.setText(words.sentence(terms));
    closed.setText(words.closed(terms));
  }

  private List<SensitivityClass> chosen() {
    List<SensitivityClass> chosen = new ArrayList<>();
    classes.forEach((sensitivity, box) -> {
      if (box.isSelected()) {
        chosen.add(sensitivity);
      }
    });
    return chosen;
  }

  private AskForm form(List<SensitivityClass> chosen) {
    int now = LocalDate.now(kit.formats().zone()).getYear();
    return new AskForm(
        PurposeOfUse.TREATMENT, chosen, years.getValue().until(now), period.getValue().duration());
  }

  private void send() {
    ConsentTerms terms = drafted;
    if (terms == null) {
      return;
    }
    clock.stop();
    send.setDisable(true);
    back.setDisable(true);
    fault.setVisible(false);
    work.start(
        progress -> desk.ask(visitor, terms),
        this::waitFor,
        why -> {
          clock.play();
          send.setDisable(false);
          back.setDisable(false);
          fault.show(why);
          fault.setVisible(true);
        });
  }

  private void waitFor(ConsentTerms terms) {
    WaitScreen next = new WaitScreen(kit, desk, visitor, terms, granted, left);
    waiting = next;
    place.getChildren().setAll(next.view());
    next.attached();
  }
}

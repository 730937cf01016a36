package org.chartseal.views.sign;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.ScreenAct;
import org.chartseal.views.kit.dialog.Confirmation;
import org.chartseal.views.kit.dialog.PinDialog;
import org.chartseal.views.kit.layout.ListAndDetail;
import org.chartseal.views.kit.state.FaultLabel;
import org.chartseal.views.kit.state.StatePane;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.text.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** What will be signed, one PIN for all of it, and afterwards how far each entry is. */
public final class SignScreen implements Screen {

  private static final Duration EVERY = Duration.seconds(1);

  private final Kit kit;
  private final Texts texts;
  private final SignDesk desk;
  private final IntConsumer waiting;
  private final Latest looking;
  private final Latest acting;
  private final ObservableList<SignDesk.Draft> drafts = FXCollections.observableArrayList();
  private final DraftTable table;
  private final DraftPane reading;
  private final ListAndDetail both;
  private final Label done = new Label();
  private final Button sign = new Button();
  private final Button discard = new Button();
  private final Button again = new Button();
  private final FaultLabel fault;
  private final StatePane state;
  private final BorderPane root = new BorderPane();
  private final Timeline clock = new Timeline(new KeyFrame(EVERY, tick -> look()));
  private @Nullable Subscription language;
  private boolean busy;

  /**
   * @param waiting is told how many entries wait for a signature
   */
  public SignScreen(Kit kit, SignDesk desk, IntConsumer waiting) {
    this.kit = kit;
    this.texts = kit.texts(SignScreen.class);
    this.desk = desk;
    this.waiting = waiting;
    this.looking = new Latest(kit.tasks());
    this.acting = new Latest(kit.tasks());
    this.fault = new FaultLabel(kit);
    this.state = new StatePane(kit);
    clock.setCycleCount(Animation.INDEFINITE);
    fault.managedProperty().bind(fault.visibleProperty());
    fault.setVisible(false);
    this.table = new DraftTable(kit, drafts);
    this.reading = new DraftPane(kit, desk);
    this.both = new ListAndDetail(table.view(), reading.view());
    table.chosenProperty().subscribe(reading::show);
    VBox top = new VBox(8, head(), fault);
    top.getStyleClass().add("cs-page");
    root.setTop(top);
    root.setCenter(state);
  }

  @Override
  public Parent view() {
    return root;
  }

  @Override
  public List<ScreenAct> acts() {
    return ScreenAct.of(List.of(sign, again, discard));
  }

  @Override
  public void attached() {
    language =
        kit.localisation()
            .languageProperty()
            .subscribe(now -> {
              table.renew();
              count();
            });
    reading.resume();
    look();
    clock.play();
  }

  @Override
  public void detached() {
    clock.stop();
    looking.stop();
    reading.stop();
    busy = false;
    if (language != null) {
      language.unsubscribe();
      language = null;
    }
    acting.stop();
  }

  @Override
  public void closed() {
    table.clear();
    root.getChildren().clear();
  }

  private void look() {
    // A look that takes longer than a tick is left to come to its end.
    if (!busy) {
      busy = true;
      looking.start(
          progress -> desk.drafts(),
          found -> {
            busy = false;
            show(found);
          },
          why -> {
            busy = false;
            failed(why);
          });
    }
  }

  private void show(List<SignDesk.Draft> found) {
    // What cannot be opened stands apart, at the end.
    List<SignDesk.Draft> now =
        found.stream().sorted(Comparator.comparing(draft -> draft.about().isEmpty())).toList();
    if (!drafts.equals(now)) {
      table.show(now);
    }
    waiting.accept((int) now.stream().filter(SignDesk.Draft::waits).count());
    count();
    if (now.isEmpty()) {
      state.empty(Material2AL.CREATE, texts.bind("sign.empty"), texts.bind("sign.empty.words"));
    } else {
      state.show(both);
    }
  }

  private void count() {
    int ready = signable().size();
    sign.setDisable(ready == 0);
    sign.setVisible(ready > 0);
    sign.setText(texts.get("sign.all", ready));
    boolean all =
        !drafts.isEmpty() && drafts.stream().allMatch(draft -> draft.state() == JobState.FINAL);
    done.setVisible(all);
    done.setText(all ? texts.get("sign.done", drafts.size()) : "");
  }

  private static boolean isUnsigned(SignDesk.Draft draft) {
    return draft.state() == JobState.DRAFT;
  }

  private List<String> signable() {
    return drafts.stream().filter(SignDesk.Draft::canBeSigned).map(SignDesk.Draft::id).toList();
  }

  private void failed(Fault why) {
    fault.show(why);
    fault.setVisible(true);
  }

  private static boolean hasFailed(SignDesk.Draft draft) {
    return draft.state() == JobState.FAILED;
  }

  private void ask() {
    fault.setVisible(false);
    List<String> shown = signable();
    acting.start(
        progress -> desk.signer(),
        holder ->
            PinDialog.ask(
                kit,
                holder,
                texts.get("sign.purpose", shown.size()),
                (pin, progress) -> desk.sign(shown, pin, progress),
                signed -> look(),
                this::look),
        this::failed);
  }

  /** It was typed or chosen by hand, and is nowhere else. */
  private void discard() {
    SignDesk.Draft draft = table.chosenProperty().get();
    if (draft != null && isUnsigned(draft)) {
      fault.setVisible(false);
      Confirmation.ask(
          kit,
          texts.get("discard.title"),
          texts.get("discard.words"),
          texts.get("sign.discard"),
          () -> act(draft, desk::discard));
    }
  }

  private void again() {
    SignDesk.Draft draft = table.chosenProperty().get();
    if (draft != null && hasFailed(draft)) {
      fault.setVisible(false);
      act(draft, desk::again);
    }
  }

  private interface Act {
    void on(String id) throws RefusedException;
  }

  private void act(SignDesk.Draft draft, Act act) {
    acting.start(
        progress -> {
          act.on(draft.id());
          return draft;
        },
        done -> look(),
        this::failed);
  }

  private HBox head() {
    Label title = new Label();
    title.textProperty().bind(texts.bind("sign.title"));
    title.getStyleClass().add("cs-title");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    discard.setId("sign-discard");
    discard.textProperty().bind(texts.bind("sign.discard"));
    discard
        .visibleProperty()
        .bind(table.chosenProperty().map(SignScreen::isUnsigned).orElse(false));
    discard.setOnAction(pressed -> discard());
    again.setId("sign-again");
    again.textProperty().bind(texts.bind("sign.again"));
    again.visibleProperty().bind(table.chosenProperty().map(SignScreen::hasFailed).orElse(false));
    again.managedProperty().bind(again.visibleProperty());
    again.setOnAction(pressed -> again());
    sign.setId("sign-all");
    sign.getStyleClass().add("accent");
    sign.setDefaultButton(true);
    sign.setGraphic(new FontIcon(Material2AL.CREATE));
    sign.setOnAction(pressed -> ask());
    done.setId("sign-done");
    done.setGraphic(new FontIcon(Material2AL.CHECK_CIRCLE));
    done.getGraphic().getStyleClass().add("cs-proven");
    HBox head = new HBox(title, done, gap, again, discard, sign);
    head.getStyleClass().add("cs-toolbar");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }
}

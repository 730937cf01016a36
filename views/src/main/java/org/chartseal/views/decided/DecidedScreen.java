package org.chartseal.views.decided;

import java.util.List;
import java.util.Set;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.claims.ClaimOpening;
import org.chartseal.views.kit.claims.ClaimRow;
import org.chartseal.views.kit.claims.ClaimRow.Stage;
import org.chartseal.views.kit.claims.ClaimWords;
import org.chartseal.views.kit.files.FilePicker;
import org.chartseal.views.kit.state.StatePane;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.task.Running;
import org.chartseal.views.kit.text.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** What was decided and paid. */
public final class DecidedScreen implements Screen {

  private static final Set<Stage> DECIDED =
      Set.of(Stage.PERSON, Stage.ON_ITS_WAY, Stage.DECIDED, Stage.PAID);

  private final Texts texts;
  private final DecidedDesk desk;
  private final ClaimOpening opening;
  private final Latest reading;
  private final Latest doing;
  private final StatePane state;
  private final StackPane place = new StackPane();
  private final DecidedList list;
  private @Nullable Screen opened;
  private boolean loaded;

  /**
   * @param opening opens a claim
   */
  public DecidedScreen(Kit kit, DecidedDesk desk, ClaimOpening opening) {
    this.texts = kit.texts(DecidedScreen.class);
    this.desk = desk;
    this.opening = opening;
    this.reading = new Latest(kit.tasks());
    this.doing = new Latest(kit.tasks());
    this.state = new StatePane(kit);
    this.list = new DecidedList(kit, actions());
    place.setId("decided");
    place.getChildren().setAll(state);
  }

  @Override
  public Parent view() {
    return place;
  }

  @Override
  public void attached() {
    list.attach();
    if (opened != null) {
      opened.attached();
    } else {
      load();
    }
  }

  @Override
  public void detached() {
    reading.stop();
    doing.stop();
    list.detach();
    if (opened != null) {
      opened.detached();
    }
  }

  private DecidedList.Actions actions() {
    return new DecidedList.Actions() {
      @Override
      public void open(ClaimRow row) {
        DecidedScreen.this.open(row);
      }

      @Override
      public void replay(ClaimRow row) {
        DecidedScreen.this.replay(row);
      }

      @Override
      public void saveDecision(ClaimRow row) {
        DecidedScreen.this.saveDecision(row);
      }

      @Override
      public void reload() {
        load();
      }
    };
  }

  private void load() {
    Running running =
        reading.start(
            progress -> desk.received(progress).stream().map(ClaimRow::of).toList(),
            this::show,
            this::failed);
    if (!loaded) {
      state.busy(texts.bind("reading"), running, this::stopped);
    }
  }

  private void show(List<ClaimRow> all) {
    loaded = true;
    list.show(all.stream().filter(row -> DECIDED.contains(row.stage())).toList());
    state.show(list.view());
  }

  private void failed(Fault fault) {
    if (loaded) {
      list.trouble(fault);
    } else {
      state.failed(fault, this::load);
    }
  }

  private void stopped() {
    Button again = new Button();
    again.textProperty().bind(texts.bind("read"));
    again.setOnAction(pressed -> load());
    state.empty(
        Material2MZ.PAUSE_CIRCLE_OUTLINE,
        texts.bind("stopped"),
        texts.bind("stopped.words"),
        again);
  }

  private void open(ClaimRow row) {
    Screen claim = opening.open(row, this::back);
    opened = claim;
    reading.stop();
    place.getChildren().setAll(claim.view());
    claim.attached();
  }

  private void back() {
    if (opened != null) {
      opened.detached();
      opened = null;
    }
    place.getChildren().setAll(state);
    load();
  }

  private void replay(ClaimRow row) {
    doing.start(
        progress -> desk.replay(row.received(), progress),
        outcome -> list.replayed(row, outcome),
        list::trouble);
    list.note(texts.bind("replay.running", ClaimWords.number(row)), Material2MZ.SYNC);
  }

  private void saveDecision(ClaimRow row) {
    new FilePicker(texts.get("save.decision"))
        .save(place, ClaimWords.number(row) + ".decision")
        .ifPresent(file ->
            doing.start(
                progress -> {
                  desk.writeDecision(row.received(), file, progress);
                  return file;
                },
                written ->
                    list.note(
                        texts.bind("saved", String.valueOf(written.getFileName())),
                        Material2AL.CHECK),
                list::trouble));
  }
}

package org.chartseal.views.queue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.chartseal.services.claims.desk.DecideOutcome;
import org.chartseal.services.claims.desk.ReceivedClaim;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.claims.ClaimOpening;
import org.chartseal.views.kit.claims.ClaimRow;
import org.chartseal.views.kit.claims.ClaimRow.Stage;
import org.chartseal.views.kit.dialog.KeyHolder;
import org.chartseal.views.kit.dialog.PinDialog;
import org.chartseal.views.kit.state.StatePane;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.task.Running;
import org.chartseal.views.kit.text.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2MZ;

/** The claims that wait: found, opened one by one, or decided many at once. */
public final class QueueScreen implements Screen {

  private static final Set<Stage> WAITING = Set.of(Stage.OPEN, Stage.PERSON, Stage.REFUSED);

  private final Kit kit;
  private final Texts texts;
  private final QueueDesk desk;
  private final ClaimOpening opening;
  private final IntConsumer badge;
  private final Latest reading;
  private final Latest filters;
  private final Latest asking;
  private final StatePane state;
  private final StackPane place = new StackPane();
  private final QueueList list;
  private @Nullable Screen opened;
  private boolean loaded;

  /**
   * @param opening opens a claim
   * @param badge is told how many claims the rules can be run on
   */
  public QueueScreen(Kit kit, QueueDesk desk, ClaimOpening opening, IntConsumer badge) {
    this.kit = kit;
    this.texts = kit.texts(QueueScreen.class);
    this.desk = desk;
    this.opening = opening;
    this.badge = badge;
    this.reading = new Latest(kit.tasks());
    this.filters = new Latest(kit.tasks());
    this.asking = new Latest(kit.tasks());
    this.state = new StatePane(kit);
    this.list =
        new QueueList(
            kit,
            new QueueList.Actions() {
              @Override
              public void open(ClaimRow row) {
                QueueScreen.this.open(row);
              }

              @Override
              public void decide(List<ClaimRow> rows) {
                QueueScreen.this.decide(rows);
              }

              @Override
              public void reload() {
                load();
              }

              @Override
              public void keep(List<SavedFilter> all) {
                QueueScreen.this.keep(all);
              }
            });
    place.getChildren().setAll(state);
    place.setId("queue");
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
      return;
    }
    filters.start(progress -> desk.filters(), list::kept, list::trouble);
    load();
  }

  @Override
  public void detached() {
    reading.stop();
    filters.stop();
    asking.stop();
    list.detach();
    if (opened != null) {
      opened.detached();
    }
  }

  private void load() {
    Running running =
        reading.start(
            progress -> desk.received(progress).stream().map(ClaimRow::of).toList(),
            this::show,
            this::failed);
    if (loaded) {
      list.refreshing();
    } else {
      state.busy(texts.bind("reading"), running, this::stopped);
    }
  }

  private void show(List<ClaimRow> all) {
    loaded = true;
    List<ClaimRow> waiting = all.stream().filter(row -> WAITING.contains(row.stage())).toList();
    badge.accept((int) waiting.stream().filter(row -> row.received().isOpen()).count());
    list.hospitals(
        List.copyOf(
            waiting.stream()
                .map(row -> row.received().hospital().name())
                .collect(Collectors.toCollection(TreeSet::new))));
    list.show(waiting);
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

  /** Opens a claim that could be read, in place of the one before. */
  public void open(ClaimRow row) {
    if (row.file().isEmpty()) {
      return;
    }
    if (opened != null) {
      opened.detached();
    }
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

  private void decide(List<ClaimRow> rows) {
    Set<Hash32> claims =
        rows.stream()
            .map(ClaimRow::received)
            .filter(ReceivedClaim::isOpen)
            .map(ReceivedClaim::id)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    if (claims.isEmpty()) {
      return;
    }
    asking.start(progress -> desk.holder(), holder -> ask(holder, claims), list::trouble);
  }

  private void ask(KeyHolder holder, Set<Hash32> claims) {
    reading.stop();
    PinDialog.askForRun(
        kit,
        holder,
        texts.get("decide.purpose", claims.size()),
        (pin, progress) -> desk.decide(pin, claims, progress),
        this::decided,
        this::load);
  }

  private void decided(DecideOutcome outcome) {
    list.summary(outcome);
    load();
  }

  private void keep(List<SavedFilter> all) {
    filters.start(
        progress -> {
          desk.keep(all);
          return all;
        },
        list::kept,
        list::trouble);
  }
}

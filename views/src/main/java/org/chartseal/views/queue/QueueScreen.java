package org.chartseal.views.queue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import org.chartseal.services.claims.desk.DecideOutcome;
import org.chartseal.services.claims.desk.ReceivedClaim;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.ScreenAct;
import org.chartseal.views.kit.claims.ClaimOpening;
import org.chartseal.views.kit.claims.ClaimRow;
import org.chartseal.views.kit.claims.ClaimRow.Stage;
import org.chartseal.views.kit.claims.ClaimSource;
import org.chartseal.views.kit.claims.ClaimsPlace;
import org.chartseal.views.kit.claims.DecideRun;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.text.Texts;

/** The claims that wait: found, opened one by one, or decided many at once. */
public final class QueueScreen implements Screen {

  private static final Set<Stage> WAITING = Set.of(Stage.OPEN, Stage.PERSON, Stage.REFUSED);

  private final Texts texts;
  private final QueueDesk desk;
  private final IntConsumer badge;
  private final Latest filters;
  private final DecideRun run;
  private final QueueList list;
  private final ClaimsPlace place;

  /**
   * @param opening opens a claim
   * @param badge is told how many claims the rules can be run on
   */
  public QueueScreen(Kit kit, QueueDesk desk, ClaimOpening opening, IntConsumer badge) {
    this.texts = kit.texts(QueueScreen.class);
    this.desk = desk;
    this.badge = badge;
    this.filters = new Latest(kit.tasks());
    this.run = new DecideRun(kit, desk, new Batch());
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
                place.load();
              }

              @Override
              public void keep(List<SavedFilter> all) {
                QueueScreen.this.keep(all);
              }
            });
    this.place = new ClaimsPlace(kit, "queue", new Received(), list, opening);
  }

  @Override
  public Parent view() {
    return place.view();
  }

  @Override
  public List<ScreenAct> acts() {
    return place.acts();
  }

  @Override
  public void attached() {
    filters.start(progress -> desk.filters(), list::kept, list::trouble);
    place.attach();
  }

  @Override
  public void detached() {
    filters.stop();
    run.stop();
    place.detach();
  }

  /** Opens a claim that could be read, in place of the one before. */
  public void open(ClaimRow row) {
    run.stop();
    place.open(row);
  }

  /** What waits, out of all that was received. */
  private final class Received implements ClaimSource {

    @Override
    public List<ReceivedClaim> received(Progress progress) throws RefusedException {
      return desk.received(progress);
    }

    @Override
    public boolean moved() throws RefusedException {
      return desk.moved();
    }

    @Override
    public ObservableValue<String> reading() {
      return texts.bind("reading");
    }

    @Override
    public void show(List<ClaimRow> all) {
      list.show(waiting(all));
    }

    @Override
    public void changed(List<ClaimRow> all) {
      list.changed(waiting(all));
    }

    private List<ClaimRow> waiting(List<ClaimRow> all) {
      List<ClaimRow> waiting = all.stream().filter(row -> WAITING.contains(row.stage())).toList();
      badge.accept((int) waiting.stream().filter(row -> row.received().isOpen()).count());
      list.hospitals(
          List.copyOf(
              waiting.stream()
                  .map(row -> row.received().hospital().name())
                  .collect(Collectors.toCollection(TreeSet::new))));
      return waiting;
    }
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
    run.start(claims);
  }

  /** Many claims that are decided at once. */
  private final class Batch implements DecideRun.Follower {

    @Override
    public void begun() {
      place.stop();
    }

    @Override
    public void decided(DecideOutcome outcome) {
      list.summary(outcome);
      place.load();
    }

    @Override
    public void cancelled() {
      place.load();
    }

    @Override
    public void failed(Fault fault) {
      list.trouble(fault);
    }
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

package org.chartseal.views.kit.sending;

import java.util.List;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.dialog.KeyHolder;
import org.chartseal.views.kit.dialog.PinDialog;
import org.chartseal.views.kit.dialog.PinJob;
import org.chartseal.views.kit.state.StatePane;
import org.chartseal.views.kit.task.Job;
import org.chartseal.views.kit.task.Latest;

/**
 * A page of cards that is read and read again, and looked at every second while something of it is
 * on its way.
 *
 * @param <C> what is read
 */
public final class FollowedCards<C> {

  private static final Duration EVERY = Duration.seconds(1);

  private final Kit kit;
  private final Followed<C> content;
  private final Latest loading;
  private final Latest watching;
  private final Latest asking;
  private final StatePane state;
  private final VBox page = new VBox();
  private final VBox cards = new VBox();
  private final ScrollPane view;
  private final Timeline clock;

  /**
   * @param head what stands above the cards
   */
  public FollowedCards(Kit kit, Followed<C> content, Node... head) {
    this.kit = kit;
    this.content = content;
    this.loading = new Latest(kit.tasks());
    this.watching = new Latest(kit.tasks());
    this.asking = new Latest(kit.tasks());
    this.state = new StatePane(kit);
    this.view = new ScrollPane(state);
    view.setFitToWidth(true);
    view.setFitToHeight(true);
    cards.getStyleClass().add("cs-cards");
    page.getStyleClass().add("cs-page");
    page.getChildren().addAll(head);
    page.getChildren().add(cards);
    clock = new Timeline(new KeyFrame(EVERY, tick -> watch()));
    clock.setCycleCount(Animation.INDEFINITE);
  }

  /** The page's node. */
  public Parent view() {
    return view;
  }

  /** Reads, and looks from now on. */
  public void attach() {
    if (cards.getChildren().isEmpty()) {
      load();
    } else {
      reload();
    }
    clock.play();
  }

  /** Looks no more. */
  public void detach() {
    clock.stop();
    loading.stop();
    watching.stop();
    asking.stop();
  }

  /** Reads again; what is there stays until then. */
  public void reload() {
    loading.start(content::read, this::show, this::failed);
  }

  /**
   * Asks for a PIN to do something about one of the cards.
   *
   * @param holder whose device it is, asked first
   * @param purpose as the dialog says it
   * @param done takes what came of it, on the JavaFX thread
   */
  public <A> void sign(Job<KeyHolder> holder, String purpose, PinJob<A> job, Consumer<A> done) {
    asking.start(
        holder, known -> PinDialog.ask(kit, known, purpose, job, done, this::reload), this::failed);
  }

  /** Says what is in the way, with a way to read again. */
  public void failed(Fault fault) {
    state.failed(fault, this::load);
  }

  private void load() {
    state.busy(
        content.reading(),
        loading.start(content::read, this::show, this::failed),
        () -> state.stopped(this::load));
  }

  private void show(C read) {
    List<? extends Node> nodes = content.cards(read);
    if (!cards.getChildren().equals(nodes)) {
      cards.getChildren().setAll(nodes);
    }
    if (nodes.isEmpty()) {
      content.nothing(state);
    } else if (page.getParent() == null) {
      // What is on show stays where it is, with the keyboard.
      state.show(page);
    }
  }

  private void watch() {
    content
        .look()
        .ifPresent(job ->
            watching.start(
                job,
                Runnable::run,
                fault -> {
                  // The lamps tell of it, and the next tick looks again.
                }));
  }
}

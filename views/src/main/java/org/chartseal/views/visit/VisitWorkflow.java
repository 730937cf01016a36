package org.chartseal.views.visit;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.ScreenAct;
import org.chartseal.views.kit.dialog.PinDialog;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A visit from the empty chair to the open record: a card is presented, at the first visit the
 * patient confirms, the record is asked for, the answer awaited, the record opened.
 */
public final class VisitWorkflow implements Screen {

  private final Kit kit;
  private final Texts texts;
  private final VisitDesk desk;
  private final VisitScenes scenes;
  private final Latest work;
  private final StackPane place = new StackPane();
  private final ChairView chair;
  private @Nullable Screen scene;
  private boolean attached;

  /** Whoever comes back finds the patient again. */
  private @Nullable Presented inChair;

  public VisitWorkflow(Kit kit, VisitDesk desk, VisitScenes scenes) {
    this.kit = kit;
    this.texts = kit.texts(VisitWorkflow.class);
    this.desk = desk;
    this.scenes = scenes;
    this.work = new Latest(kit.tasks());
    this.chair = new ChairView(kit, this::present);
    place.getChildren().setAll(chair);
  }

  @Override
  public Parent view() {
    return place;
  }

  @Override
  public void attached() {
    attached = true;
    if (scene != null) {
      scene.attached();
    } else if (inChair != null) {
      again(inChair);
    } else {
      chairAgain();
    }
  }

  @Override
  public void detached() {
    attached = false;
    work.stop();
    if (scene != null) {
      scene.detached();
    }
  }

  @Override
  public List<ScreenAct> acts() {
    return scene == null ? List.of() : scene.acts();
  }

  @Override
  public void closed() {
    leaveScene();
    place.getChildren().clear();
  }

  /** Who is in the chair, if somebody is. */
  public Optional<Presented> inChair() {
    return Optional.ofNullable(inChair);
  }

  /** Begins with a patient who was in the chair before; to be said before it is on show. */
  public void goOnWith(Presented before) {
    inChair = before;
  }

  /** Presents a card: one on hand, or a file. */
  public void present(String card) {
    read(
        card,
        visitor -> {
          inChair = new Presented(card, visitor.card().card().party());
          presented(visitor);
        });
  }

  /** The same patient, or else nobody: another card may lie there by now. */
  private void again(Presented before) {
    read(
        before.source(),
        visitor -> {
          if (visitor.card().card().party().equals(before.party())) {
            inChair = before;
            returned(visitor);
          } else {
            chairAgain();
          }
        });
  }

  private void read(String card, Consumer<Visitor> then) {
    inChair = null;
    leaveScene();
    chair.reading();
    show(chair);
    work.start(progress -> desk.present(card), then, this::refused);
  }

  /** The chair is empty, and it is said why. */
  private void refused(Fault why) {
    inChair = null;
    show(chair);
    if (!chair.isListed()) {
      look();
    }
    chair.refused(why);
  }

  private void chairAgain() {
    inChair = null;
    leaveScene();
    show(chair);
    look();
  }

  private void look() {
    chair.waiting();
    work.start(progress -> desk.cards(), chair::offer, chair::unlisted);
  }

  private void presented(Visitor visitor) {
    seat(visitor, VisitorView::focus);
  }

  /** Somebody else may sit there by now: nothing is a key press away before somebody looked. */
  private void returned(Visitor visitor) {
    seat(visitor, VisitorView::askWhetherStillThere);
  }

  private void seat(Visitor visitor, Consumer<VisitorView> greet) {
    VisitorView view = new VisitorView(kit, visitor, choices(visitor));
    show(view);
    greet.accept(view);
    if (visitor.acquaintance() == Visitor.Acquaintance.KNOWN) {
      work.start(progress -> desk.standing(visitor), view::standing, view::refused);
    }
  }

  private VisitorView.Choices choices(Visitor visitor) {
    return new VisitorView.Choices() {
      @Override
      public void goOn(Standing standing) {
        VisitWorkflow.this.goOn(visitor, standing);
      }

      @Override
      public void confirm() {
        VisitWorkflow.this.confirm(visitor);
      }

      @Override
      public void leave() {
        chairAgain();
      }
    };
  }

  private void confirm(Visitor visitor) {
    work.start(
        progress -> desk.patientDevice(visitor),
        holder ->
            PinDialog.ask(
                kit,
                holder,
                texts.get("confirm.purpose"),
                (pin, progress) -> desk.confirm(visitor, pin, progress),
                this::presented,
                () -> presented(visitor)),
        this::refused);
  }

  private void goOn(Visitor visitor, Standing standing) {
    switch (standing) {
      case Standing.NotAsked notAsked -> ask(visitor);
      case Standing.Over over -> ask(visitor);
      case Standing.Waiting(var terms) ->
          enter(scenes.wait(visitor, terms, () -> record(visitor), () -> presented(visitor)));
      case Standing.Granted granted -> record(visitor);
    }
  }

  private void record(Visitor visitor) {
    enter(scenes.record(visitor, () -> ask(visitor), this::chairAgain));
  }

  private void ask(Visitor visitor) {
    enter(scenes.ask(visitor, () -> record(visitor), () -> presented(visitor)));
  }

  private void enter(Screen next) {
    leaveScene();
    scene = next;
    show(next.view());
    if (attached) {
      next.attached();
    }
  }

  private void leaveScene() {
    work.stop();
    Screen left = scene;
    scene = null;
    if (left != null) {
      left.detached();
      left.closed();
    }
  }

  private void show(Node view) {
    if (scene != null && !scene.view().equals(view)) {
      leaveScene();
    }
    place.getChildren().setAll(view);
  }
}

package org.chartseal.views.visit;

import java.util.List;
import java.util.Optional;
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

  /** From what the card in the chair is read; whoever comes back finds its patient again. */
  private @Nullable String source;

  private boolean listed;

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
    } else if (source != null) {
      present(source);
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

  /** From what the card of the patient was read who is in the chair, if somebody is. */
  public Optional<String> presented() {
    return Optional.ofNullable(source);
  }

  /** Begins with a patient who was in the chair before; to be said before it is on show. */
  public void goOnWith(String card) {
    source = card;
  }

  /** Presents a card: one on hand, or a file. */
  public void present(String card) {
    source = card;
    leaveScene();
    chair.reading();
    show(chair);
    work.start(progress -> desk.present(card), this::presented, this::refused);
  }

  private void refused(Fault why) {
    source = null;
    if (!listed) {
      chairAgain();
    }
    chair.refused(why);
  }

  private void chairAgain() {
    source = null;
    listed = true;
    leaveScene();
    show(chair);
    chair.waiting();
    work.start(progress -> desk.cards(), chair::offer, chair::refused);
  }

  private void presented(Visitor visitor) {
    VisitorView view =
        new VisitorView(
            kit,
            visitor,
            new VisitorView.Choices() {
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
            });
    show(view);
    view.focus();
    if (visitor.acquaintance() == Visitor.Acquaintance.KNOWN) {
      work.start(progress -> desk.standing(visitor), view::standing, view::refused);
    }
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
        fault -> {
          chair.refused(fault);
          show(chair);
        });
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

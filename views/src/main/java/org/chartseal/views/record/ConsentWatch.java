package org.chartseal.views.record;

import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.kit.task.Latest;

/**
 * Sees to it that a record is open no longer than the patient's consent holds. It looks for as long
 * as anything of the record is in memory, on show or not.
 */
final class ConsentWatch {

  private static final Duration EVERY = Duration.seconds(3);

  private final RecordDesk desk;
  private final Visitor visitor;
  private final Consumer<Fault> over;
  private final Latest looking;
  private final PauseTransition pause = new PauseTransition(EVERY);

  /**
   * @param over is told why the record has to be closed
   */
  ConsentWatch(Kit kit, RecordDesk desk, Visitor visitor, Consumer<Fault> over) {
    this.desk = desk;
    this.visitor = visitor;
    this.over = over;
    this.looking = new Latest(kit.tasks());
    pause.setOnFinished(waited -> look());
  }

  /** The record is being opened; what a look before that finds is dropped. */
  void start() {
    looking.stop();
    pause.playFromStart();
  }

  /** Looks at once. */
  void look() {
    pause.stop();
    looking.start(
        progress -> desk.over(visitor),
        why -> why.ifPresentOrElse(over, pause::playFromStart),
        // Neither over nor proven to hold: what was read may stay, and nothing else is opened.
        unproven -> pause.playFromStart());
  }

  /** Nothing of the record is left. */
  void stop() {
    pause.stop();
    looking.stop();
  }
}

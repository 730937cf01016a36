package org.chartseal.views.kit.task;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * Asks again and again whether something is still as it was read, and has it read again if not. It
 * rests while that is done. For the JavaFX thread.
 */
public final class Watch {

  private static final Duration EVERY = Duration.seconds(3);

  private final Latest asking;
  private final Job<Boolean> question;
  private final Runnable moved;
  private final PauseTransition pause = new PauseTransition(EVERY);

  /**
   * @param question whether it is not as it was
   * @param moved reads it again, and lets this go on after that
   */
  public Watch(Tasks tasks, Job<Boolean> question, Runnable moved) {
    this.asking = new Latest(tasks);
    this.question = question;
    this.moved = moved;
    pause.setOnFinished(waited -> ask());
  }

  /** It was read just now; or could not be, and what was read before stays. */
  public void goOn() {
    asking.stop();
    pause.playFromStart();
  }

  /** It is being read, or not on show. */
  public void rest() {
    pause.stop();
    asking.stop();
  }

  private void ask() {
    asking.start(
        question,
        now -> {
          if (now) {
            moved.run();
          } else {
            goOn();
          }
        },
        // The lamps tell that nobody can be asked; it is asked again.
        unknown -> goOn());
  }
}

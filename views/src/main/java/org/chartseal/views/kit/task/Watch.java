package org.chartseal.views.kit.task;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * Asks again and again whether something is still as it was read, and has it read again if not. It
 * rests while that is done, and afterwards for longer the longer that took. For the JavaFX thread.
 */
public final class Watch {

  private static final Duration EVERY = Duration.seconds(3);

  /** After a reading that failed. */
  private static final Duration AFTER_FAILURE = Duration.seconds(10);

  /** So that reading takes no more than a part of the time. */
  private static final int REST = 5;

  private static final double NANOS_IN_A_MILLI = 1e6;

  private final Latest asking;
  private final Job<Boolean> question;
  private final Runnable reading;
  private final PauseTransition pause = new PauseTransition();
  private long begun;

  /**
   * @param question whether it is not as it was read
   * @param reading reads it again, and says here how that went
   */
  public Watch(Tasks tasks, Job<Boolean> question, Runnable reading) {
    this.asking = new Latest(tasks);
    this.question = question;
    this.reading = reading;
  }

  /** It is being read. */
  public void begun() {
    stop();
    begun = System.nanoTime();
  }

  /** It was read. */
  public void read() {
    Duration took = Duration.millis((System.nanoTime() - begun) / NANOS_IN_A_MILLI);
    Duration rest = took.multiply(REST);
    after(rest.greaterThan(EVERY) ? rest : EVERY, this::ask);
  }

  /** What was read before stays. */
  public void goOn() {
    after(EVERY, this::ask);
  }

  /** It could not be read, and what was read before stays: that is tried again without asking. */
  public void failed() {
    after(AFTER_FAILURE, reading);
  }

  /** Nobody looks at it any more, or something else comes first. */
  public void stop() {
    pause.stop();
    asking.stop();
  }

  private void after(Duration rest, Runnable act) {
    stop();
    pause.setDuration(rest);
    pause.setOnFinished(rested -> act.run());
    pause.playFromStart();
  }

  private void ask() {
    asking.start(
        question,
        moved -> {
          if (moved) {
            reading.run();
          } else {
            goOn();
          }
        },
        // The lamps tell that nobody can be asked; it is asked again.
        unknown -> goOn());
  }
}

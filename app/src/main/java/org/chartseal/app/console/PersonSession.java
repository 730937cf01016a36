package org.chartseal.app.console;

import java.util.Optional;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.shell.Destination;
import org.chartseal.views.shell.Frame;
import org.chartseal.views.visit.Presented;

/**
 * What one person works with while they sit at a window. Closing wipes every key and all that was
 * decrypted.
 */
interface PersonSession extends AutoCloseable {

  /**
   * The frame with this person's screens, in a window's kit.
   *
   * @param settings the place at the end of the rail
   */
  Frame frame(Kit kit, Destination settings, Frame.Exits exits);

  /** Who is in the chair; nothing of their record. */
  default Optional<Presented> visiting() {
    return Optional.empty();
  }

  /** Begins with a patient who was in the chair before; to be said before the frame is made. */
  default void goOnWith(Presented before) {
    // Only a clinician has somebody in the chair.
  }

  @Override
  void close();
}

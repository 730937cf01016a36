package org.chartseal.app.console;

import org.chartseal.views.kit.Kit;
import org.chartseal.views.shell.Destination;
import org.chartseal.views.shell.Frame;

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

  @Override
  void close();
}

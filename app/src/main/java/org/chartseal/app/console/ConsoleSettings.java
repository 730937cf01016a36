package org.chartseal.app.console;

import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.theme.Theme;

/**
 * How somebody likes the console, and where its window was.
 *
 * @param scale from 1 to 2
 * @param window where it was when it was closed
 */
record ConsoleSettings(Language language, Theme theme, double scale, WindowPlace window) {

  /**
   * A window's place on the screen, in the toolkit's units.
   *
   * @param maximised whether it filled the screen
   */
  record WindowPlace(double x, double y, double width, double height, boolean maximised) {}
}

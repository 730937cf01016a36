package org.chartseal.views.shell;

import java.util.List;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.kit.text.Localisation;

/** Finds what this person may see, and nothing else. */
@FunctionalInterface
public interface Finder {

  /**
   * Looks for it, off the JavaFX thread.
   *
   * @param typed not blank
   * @param most so much is found at most of one kind
   * @param words the window's language, in which it is looked for and told
   * @return the best first, within each kind
   */
  List<Found> find(String typed, int most, Localisation words, Progress progress)
      throws RefusedException;
}

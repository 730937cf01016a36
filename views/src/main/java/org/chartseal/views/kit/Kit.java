package org.chartseal.views.kit;

import javafx.scene.Node;
import org.chartseal.views.kit.dialog.Overlay;
import org.chartseal.views.kit.export.Exports;
import org.chartseal.views.kit.task.Tasks;
import org.chartseal.views.kit.text.Formats;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.kit.text.Texts;

/**
 * What every screen of one window is built with.
 *
 * @param localisation its language
 * @param tasks run what takes time
 * @param overlay where dialogs are shown
 * @param exports what people take out of it, and where that goes
 */
public record Kit(Localisation localisation, Tasks tasks, Overlay overlay, Exports exports) {

  /** The texts of the package that this class is in. */
  public Texts texts(Class<?> inPackage) {
    return localisation.texts(inPackage);
  }

  /** How dates, numbers and money are written now. */
  public Formats formats() {
    return localisation.formats();
  }

  /**
   * Gives a node the keyboard as soon as the toolkit has put it into the window. It is dressed
   * first: a key that is pressed before the next pulse would find a control that does nothing yet.
   */
  public void focus(Node node) {
    tasks.later(() -> {
      node.applyCss();
      node.requestFocus();
    });
  }
}

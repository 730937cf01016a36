package org.chartseal.views.record;

import java.util.List;
import javafx.scene.Node;

/** What can be done with an entry beside reading it. */
@FunctionalInterface
public interface EntryActions {

  /** Buttons for an entry, for the JavaFX thread; none where nothing applies. */
  List<Node> of(RecordItem item);
}

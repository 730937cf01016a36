package org.chartseal.views.shell;

import java.util.function.Supplier;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableIntegerValue;
import org.chartseal.views.kit.Screen;

/**
 * A place in the rail with its screen.
 *
 * @param badge how much waits there; 0 shows nothing
 * @param screen makes the screen, when it is first gone to
 */
public record Destination(Place place, ObservableIntegerValue badge, Supplier<Screen> screen) {

  /** A place where nothing waits. */
  public Destination(Place place, Supplier<Screen> screen) {
    this(place, new SimpleIntegerProperty(), screen);
  }
}

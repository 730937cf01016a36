package org.chartseal.views.shell;

import java.util.function.Supplier;
import javafx.beans.value.ObservableIntegerValue;
import javafx.beans.value.ObservableValue;
import org.chartseal.views.kit.Screen;
import org.kordamp.ikonli.Ikon;

/**
 * A place in the rail.
 *
 * @param id stable, for settings and tests
 * @param title in the present language
 * @param badge how much waits there; 0 shows nothing
 * @param screen makes the screen, when it is first gone to
 */
public record Destination(
    String id,
    Ikon icon,
    ObservableValue<String> title,
    ObservableIntegerValue badge,
    Supplier<Screen> screen) {}

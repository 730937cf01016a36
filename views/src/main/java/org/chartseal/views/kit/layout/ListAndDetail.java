package org.chartseal.views.kit.layout;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/** A list with what is chosen in it: beside it where there is room, else below it. */
public final class ListAndDetail extends SplitPane {

  /** With less, a list beside a detail would show its first column only. */
  private static final double LEAST_BESIDE = 720;

  private static final double LIST = 0.58;

  public ListAndDetail(Node list, Node detail) {
    super(list, detail);
    setDividerPositions(LIST);
    widthProperty()
        .subscribe(width ->
            setOrientation(
                width.doubleValue() > 0 && width.doubleValue() < LEAST_BESIDE
                    ? Orientation.VERTICAL
                    : Orientation.HORIZONTAL));
  }
}

package org.chartseal.views.kit.layout;

import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/** A list with what is chosen in it: beside it where there is room, else below it. */
public final class ListAndDetail extends SplitPane {

  /** So much of a list is left beside its detail, however the divider is dragged. */
  private static final double LEAST_LIST = 360;

  /** With less room for it, the detail goes below the list. */
  private static final double LEAST_DETAIL = 360;

  private static final double LIST = 0.58;

  private final Region list;
  private final double least;

  /** Where the divider stands, or stood, the one way and the other. */
  private final Map<Orientation, Double> dividers = new EnumMap<>(Orientation.class);

  public ListAndDetail(Region list, Region detail) {
    this(list, detail, LEAST_LIST);
  }

  /**
   * @param least so wide the list stays beside its detail
   */
  public ListAndDetail(Region list, Region detail, double least) {
    super(list, detail);
    this.list = list;
    this.least = least;
    // In a low window both become low; they do not push the frame out of it.
    setMinHeight(0);
    list.setMinHeight(0);
    detail.setMinHeight(0);
    list.setMinWidth(least);
    setDividerPositions(LIST);
    widthProperty()
        .subscribe(width ->
            turn(
                width.doubleValue() > 0 && width.doubleValue() < least + LEAST_DETAIL
                    ? Orientation.VERTICAL
                    : Orientation.HORIZONTAL));
  }

  private void turn(Orientation way) {
    if (way == getOrientation()) {
      return;
    }
    dividers.put(getOrientation(), getDividerPositions()[0]);
    setOrientation(way);
    list.setMinWidth(way == Orientation.HORIZONTAL ? least : 0);
    setDividerPositions(dividers.getOrDefault(way, LIST));
  }
}

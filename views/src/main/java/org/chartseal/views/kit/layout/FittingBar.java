package org.chartseal.views.kit.layout;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.FlowPane;
import javafx.scene.text.Text;

/**
 * A bar of controls in one row. Where its row has no room for all words, what is used less shows
 * its icon alone, and its word to whoever points at it or hears it.
 */
public final class FittingBar extends FlowPane {

  private final List<Labeled> less = new ArrayList<>();
  private final BooleanProperty narrow = new SimpleBooleanProperty();

  public FittingBar(Node... children) {
    super(children);
    setRowValignment(VPos.CENTER);
  }

  /** One that has an icon, and can do without its word. */
  public void shorten(Labeled control) {
    less.add(control);
    IconAlone.when(narrow, control);
  }

  /** How high it is depends on what it shows: that is settled when its height is asked for. */
  @Override
  protected double computePrefHeight(double width) {
    if (width > 0) {
      fit(width);
    }
    return super.computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    fit(getWidth());
    super.layoutChildren();
  }

  private void fit(double width) {
    double room = width - snappedLeftInset() - snappedRightInset();
    double needed = -getHgap();
    for (Node child : getManagedChildren()) {
      needed += snapSizeX(child.prefWidth(-1)) + getHgap();
    }
    if (narrow.get()) {
      needed += less.stream().filter(FittingBar::isThere).mapToDouble(FittingBar::word).sum();
    }
    narrow.set(needed > room);
  }

  private static boolean isThere(Labeled control) {
    return control.isVisible() && control.getParent().isVisible();
  }

  /** What the word that is left out would take. */
  private static double word(Labeled control) {
    Text text = new Text(control.getText());
    text.setFont(control.getFont());
    return Math.ceil(text.getLayoutBounds().getWidth()) + control.getGraphicTextGap();
  }
}

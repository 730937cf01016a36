package org.chartseal.views.timeline;

import javafx.scene.input.KeyEvent;

/** What the keys do. */
final class KeyInput {

  private static final double CLOSER = 1.6;
  private static final double PART = 0.2;

  private final TimelineModel model;
  private final Navigator navigator;
  private final Runnable open;

  /**
   * @param open opens the selected item
   */
  KeyInput(TimelineModel model, Navigator navigator, Runnable open) {
    this.model = model;
    this.navigator = navigator;
    this.open = open;
  }

  void pressed(KeyEvent event) {
    boolean view = event.isShortcutDown() || event.isShiftDown();
    boolean used = view ? move(event) : go(event);
    if (used) {
      event.consume();
    }
  }

  /** With Ctrl or Shift the view moves and the selection stays. */
  private boolean move(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT -> navigator.pan(-PART);
      case RIGHT -> navigator.pan(PART);
      case UP -> model.scroll(model.scrolled() - model.lanesHeight() * PART);
      case DOWN -> model.scroll(model.scrolled() + model.lanesHeight() * PART);
      case PLUS, EQUALS, ADD -> navigator.zoom(CLOSER);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean go(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT -> navigator.step(-1);
      case RIGHT -> navigator.step(1);
      case UP -> navigator.changeLane(-1);
      case DOWN -> navigator.changeLane(1);
      case HOME -> navigator.end(-1);
      case END -> navigator.end(1);
      case PLUS, EQUALS, ADD -> navigator.zoom(CLOSER);
      case MINUS, SUBTRACT -> navigator.zoom(1 / CLOSER);
      case DIGIT0, NUMPAD0 -> navigator.whole();
      case PAGE_UP -> model.scroll(model.scrolled() - model.lanesHeight());
      case PAGE_DOWN -> model.scroll(model.scrolled() + model.lanesHeight());
      case SPACE -> navigator.fold();
      case ENTER -> open.run();
      case ESCAPE -> {
        return escape();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** First the selection, then the zoom; what is left belongs to the screen around. */
  private boolean escape() {
    if (model.selected() != null) {
      model.select(null);
      return true;
    }
    if (!model.scale().isWhole()) {
      navigator.whole();
      return true;
    }
    return false;
  }
}

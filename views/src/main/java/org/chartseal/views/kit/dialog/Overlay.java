package org.chartseal.views.kit.dialog;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.chartseal.views.kit.layout.KeepInView;
import org.chartseal.views.kit.layout.Keyboard;
import org.chartseal.views.kit.layout.LaidOut;
import org.jspecify.annotations.Nullable;

/**
 * The window's content with room for one dialog over it. While a dialog is shown, the content takes
 * neither mouse nor keys; Escape cancels. There is never a dialog over a dialog: a second one takes
 * the place of the first, which is cancelled.
 */
public final class Overlay extends StackPane {

  /** In a lower window, or at twice the scale, a dialog may be higher than the window. */
  private static final double LOW = 500;

  private static final PseudoClass BEHIND = PseudoClass.getPseudoClass("behind");

  private final Node content;
  private final StackPane veil = new StackPane();
  private @Nullable Dialog shown;
  private @Nullable Node focusBefore;

  /** Something that is shown over the content. */
  public interface Dialog {
    /** What is shown. */
    Region view();

    /** What has the keyboard first. */
    Node firstFocus();

    /** It was closed without an answer. */
    void cancelled();

    /** Escape was pressed: whether it stays, because what it does has to come to an end first. */
    default boolean stays() {
      return false;
    }
  }

  public Overlay(Region content) {
    this.content = content;
    // In a low window it is cut below, where a screen scrolls, and not on both sides.
    content.setMinSize(0, 0);
    veil.getStyleClass().add("cs-veil");
    veil.setAlignment(Pos.CENTER);
    veil.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ESCAPE) {
            key.consume();
            if (shown != null && !shown.stays()) {
              cancel();
            }
          }
        });
    getChildren().add(content);
    heightProperty().subscribe(height -> fit());
  }

  /** Shows a dialog. */
  public void show(Dialog dialog) {
    cancel();
    focusBefore = getScene() == null ? null : getScene().getFocusOwner();
    shown = dialog;
    Region view = dialog.view();
    view.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    place(view);
    getChildren().setAll(content, veil);
    content.setDisable(true);
    content.pseudoClassStateChanged(BEHIND, true);
    // A key that is pressed before the next pulse would find a control that does nothing yet.
    veil.applyCss();
    Node first = dialog.firstFocus();
    first.requestFocus();
    if (getScene() != null && !first.equals(getScene().getFocusOwner())) {
      // What lies in a pane that scrolls can have no keyboard before that was laid out.
      LaidOut.once(
          getScene(),
          () -> {
            // Whoever was faster than the pulse is somewhere in the dialog already.
            if (dialog.equals(shown) && !Keyboard.isIn(view)) {
              first.requestFocus();
            }
          });
    }
  }

  private void place(Region view) {
    veil.getChildren().clear();
    veil.getChildren().setAll(isLow() ? new Scrolled(view) : view);
  }

  private boolean isLow() {
    return getHeight() < LOW;
  }

  /** The window, or the size of its letters, was changed over a dialog. */
  private void fit() {
    Dialog dialog = shown;
    Scene scene = getScene();
    if (dialog == null || scene == null) {
      return;
    }
    Scrolled before = veil.getChildren().getFirst() instanceof Scrolled scrolled ? scrolled : null;
    if ((before != null) == isLow()) {
      return;
    }
    KeepInView.over(
        scene,
        () -> {
          if (before != null) {
            before.setContent(null);
          }
          place(dialog.view());
          veil.applyCss();
        });
  }

  /** Closes the dialog after its answer. */
  public void close() {
    if (shown == null) {
      return;
    }
    shown = null;
    veil.getChildren().clear();
    getChildren().setAll(content);
    content.pseudoClassStateChanged(BEHIND, false);
    content.setDisable(false);
    giveBack(focusBefore);
    focusBefore = null;
  }

  /**
   * Gives the keyboard back to what had it. If that is gone, no button has it: the next Enter would
   * press one that nobody chose.
   */
  private void giveBack(@Nullable Node before) {
    Scene scene = getScene();
    if (scene == null) {
      return;
    }
    if (before != null && scene.equals(before.getScene())) {
      before.requestFocus();
    }
    if (before == null || !before.equals(scene.getFocusOwner())) {
      content.requestFocus();
    }
  }

  /** Closes the dialog without an answer. */
  public void cancel() {
    Dialog dialog = shown;
    close();
    if (dialog != null) {
      dialog.cancelled();
    }
  }

  /** Whether a dialog is shown. */
  public boolean isShowing() {
    return shown != null;
  }

  /** A dialog that may be higher than the window; where it is not, it is as it is without. */
  private static final class Scrolled extends ScrollPane {
    private final Region view;

    Scrolled(Region view) {
      super(view);
      this.view = view;
      setFitToWidth(true);
      setFocusTraversable(false);
      setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    @Override
    protected double computePrefWidth(double height) {
      return view.prefWidth(-1);
    }

    /** Words that wrap are as high as they are in this width, which the toolkit does not ask. */
    @Override
    protected double computePrefHeight(double width) {
      return view.prefHeight(view.prefWidth(-1));
    }
  }
}

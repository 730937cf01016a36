package org.chartseal.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Somebody at a window who has nothing but its keys. They go to what has the keyboard in that
 * window, whichever window the toolkit holds to be in front, and only when it is there.
 */
final class Keys {

  private static final int STOPS = 120;

  private final Sitting at;
  private final DemoPeople people;

  Keys(Sitting at, DemoPeople people) {
    this.at = at;
    this.people = people;
  }

  void write(String text) {
    for (char one : text.toCharArray()) {
      Sitting.onFx(() ->
          Event.fireEvent(
              owner(),
              new KeyEvent(
                  KeyEvent.KEY_TYPED,
                  String.valueOf(one),
                  "",
                  KeyCode.UNDEFINED,
                  false,
                  false,
                  false,
                  false)));
    }
  }

  /** Goes on with the tabulator to a control as soon as it can have the keyboard. */
  void tabTo(String id) {
    at.until("a control " + id, () -> at.enabled("#" + id));
    List<String> passed = new ArrayList<>();
    while (!isAt(id) && passed.size() < STOPS) {
      type(KeyCode.TAB);
      passed.add(focused());
    }
    assertThat(isAt(id)).as("the way to " + id + " led by " + passed).isTrue();
  }

  /** Goes to a button and presses it. */
  void press(String id) {
    tabTo(id);
    type(KeyCode.SPACE);
  }

  /** Goes to a group of which one is chosen, and there with an arrow to another one. */
  void choose(String group, KeyCode arrow, String id) {
    tabTo(group);
    for (int stop = 0; stop < STOPS && !isAt(id); stop++) {
      type(arrow);
    }
    assertThat(focused()).isEqualTo(id);
  }

  /** Goes to a place of the rail. */
  void go(String place) {
    choose("go-*", KeyCode.DOWN, "go-" + place);
  }

  void untilAt(String id) {
    at.until(id + " has the keyboard", () -> isAt(id));
  }

  /** Types somebody's PIN where it is asked for, and waits until it was taken. */
  void pin(String of) {
    at.until(
        "the PIN field has the keyboard",
        () -> {
          Node owner = at.scene().getFocusOwner();
          return owner != null
              && owner.getStyleClass().contains("cs-pin-field")
              && !owner.isDisabled();
        });
    write(people.pin(of));
    type(KeyCode.ENTER);
    at.untilGone(".cs-pin-field");
  }

  void signIn(String who) {
    press("person-" + who);
    pin(who);
    at.untilShown("#occupant");
  }

  /** Leaves the window to another person. */
  void leave() {
    press("shell-switch");
    at.untilShown("#person-*");
  }

  void type(KeyCode code) {
    // Each in a turn of its own, as from a keyboard: what a press brings about is there by then.
    Sitting.onFx(() -> fire(KeyEvent.KEY_PRESSED, code));
    Sitting.onFx(() -> fire(KeyEvent.KEY_RELEASED, code));
  }

  /** Presses a key until something is so, as often as it takes to come from nothing to there. */
  void typeUntil(KeyCode code, String what, BooleanSupplier condition) {
    for (int stop = 0; stop < STOPS && !Sitting.fromFx(condition::getAsBoolean); stop++) {
      type(code);
    }
    at.until(what, condition);
  }

  private void fire(EventType<KeyEvent> type, KeyCode code) {
    Event.fireEvent(
        owner(), new KeyEvent(type, "", code.getName(), code, false, false, false, false));
  }

  /** What left the window has the keyboard still until the next pulse; no key reaches it. */
  private Node owner() {
    Node owner = at.scene().getFocusOwner();
    return owner != null && at.scene().equals(owner.getScene()) ? owner : at.scene().getRoot();
  }

  /** An id that ends in a star stands for any that begins so. */
  private boolean isAt(String id) {
    return id.endsWith("*")
        ? focused().startsWith(id.substring(0, id.length() - 1))
        : focused().equals(id);
  }

  private String focused() {
    return Sitting.fromFx(() -> {
      String id = owner().getId();
      return id == null ? "" : id;
    });
  }
}

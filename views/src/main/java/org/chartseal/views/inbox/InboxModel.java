package org.chartseal.views.inbox;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.task.Running;

/**
 * What is in the inbox, looked at again and again as long as somebody sits here, so that the rail
 * can say how much is new. For the JavaFX thread.
 */
public final class InboxModel {

  private static final Duration EVERY = Duration.seconds(10);

  /** What is known. */
  sealed interface State {

    /** It is looked at for the first time. */
    record Reading(Running running) implements State {}

    /** Nothing is known, because it could not be looked at. */
    record Failed(Fault fault) implements State {}

    /**
     * What there is.
     *
     * @param at when it was looked at
     * @param later why it could not be looked at since, if so
     */
    record Known(InboxDesk.Mail mail, Instant at, Optional<Fault> later) implements State {}

    /** Nobody has looked yet, or the first look was stopped. */
    record Unread() implements State {}
  }

  private final Kit kit;
  private final InboxDesk desk;
  private final Latest looking;
  private final PauseTransition pause = new PauseTransition(EVERY);
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Unread());
  private final ReadOnlyIntegerWrapper news = new ReadOnlyIntegerWrapper();
  private final Set<String> seen = new HashSet<>();
  private final Set<String> fresh = new HashSet<>();
  private boolean watched;

  public InboxModel(Kit kit, InboxDesk desk) {
    this.kit = kit;
    this.desk = desk;
    this.looking = new Latest(kit.tasks());
    pause.setOnFinished(waited -> look());
  }

  /** How much has come that this person has not seen. */
  public ReadOnlyIntegerProperty newsProperty() {
    return news.getReadOnlyProperty();
  }

  /** Looks now, and again and again afterwards. */
  public void look() {
    pause.stop();
    Running running = looking.start(desk::read, this::read, this::failed);
    if (!(state.get() instanceof State.Known)) {
      state.set(new State.Reading(running));
    }
  }

  /** Ends looking; from any thread. */
  public void stop() {
    kit.tasks().later(this::halt);
  }

  /** Ends looking until somebody asks to. */
  void halt() {
    pause.stop();
    looking.stop();
    if (!(state.get() instanceof State.Known)) {
      state.set(new State.Unread());
    }
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The inbox is on show: what is there counts as seen. */
  void watch() {
    watched = true;
    if (state.get() instanceof State.Known(var mail, var at, var later)) {
      note(mail);
    } else if (state.get() instanceof State.Unread) {
      look();
    }
  }

  /** The inbox is not on show any more. */
  void unwatch() {
    watched = false;
    fresh.clear();
  }

  /** Whether something came since the inbox was looked at the last time. */
  boolean isFresh(Optional<String> name) {
    return name.filter(fresh::contains).isPresent();
  }

  private void read(InboxDesk.Mail mail) {
    note(mail);
    state.set(new State.Known(mail, Instant.now(), Optional.empty()));
    pause.playFromStart();
  }

  private void failed(Fault fault) {
    state.set(
        state.get() instanceof State.Known(var mail, var at, var later)
            ? new State.Known(mail, at, Optional.of(fault))
            : new State.Failed(fault));
    pause.playFromStart();
  }

  private void note(InboxDesk.Mail mail) {
    Set<String> all =
        Stream.concat(
                mail.claims().stream().map(ClaimItem::news),
                mail.answers().stream().map(AnswerItem::news))
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    Set<String> unseen = new HashSet<>(all);
    unseen.removeAll(mail.seen());
    unseen.removeAll(seen);
    if (!watched) {
      news.set(unseen.size());
      return;
    }
    news.set(0);
    if (unseen.isEmpty()) {
      return;
    }
    fresh.addAll(unseen);
    seen.addAll(unseen);
    kit.tasks()
        .start(
            progress -> {
              desk.seen(all);
              return all;
            },
            kept -> {
              // Nobody waits for it.
            },
            fault -> {
              // This window knows; another one counts it as new once more.
            });
  }
}

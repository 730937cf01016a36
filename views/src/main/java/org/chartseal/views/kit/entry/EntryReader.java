package org.chartseal.views.kit.entry;

import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.chartseal.services.clinical.ContentView;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.state.StatePane;
import org.chartseal.views.kit.task.Job;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.task.Running;
import org.chartseal.views.kit.text.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/** Reads the content of an entry, once it has been chosen for a moment, and shows it. */
public final class EntryReader {

  /** So long an entry is chosen before it is read: not each one that is passed on the way. */
  private static final Duration REST = Duration.millis(150);

  private final Texts texts;
  private final Latest reading;
  private final PauseTransition rest = new PauseTransition(REST);
  private final StatePane state;
  private @Nullable Runnable unread;

  public EntryReader(Kit kit) {
    this.texts = kit.texts(EntryReader.class);
    this.reading = new Latest(kit.tasks());
    this.state = new StatePane(kit);
  }

  /** What is read, its progress, or why there is nothing. */
  public Region view() {
    return state;
  }

  /** Shows why there is nothing to read. */
  public void empty(Ikon icon, ObservableValue<String> title, ObservableValue<String> words) {
    stop();
    unread = null;
    state.empty(icon, title, words);
  }

  /**
   * Reads a content in place of the one before.
   *
   * @param shown makes what is seen of it
   * @param left what happens when the person stops it
   */
  public void read(Job<ContentView> content, Function<ContentView, Node> shown, Runnable left) {
    stop();
    unread = () -> read(content, shown, left);
    state.show(new Region());
    rest.setOnFinished(rested -> load(content, shown, left));
    rest.playFromStart();
  }

  /** Stops what is being read. */
  public void stop() {
    rest.stop();
    rest.setOnFinished(null);
    reading.stop();
  }

  /** Goes on where it was stopped. */
  public void resume() {
    if (unread != null) {
      unread.run();
    }
  }

  private void load(Job<ContentView> content, Function<ContentView, Node> shown, Runnable left) {
    Running running =
        reading.start(
            content,
            read -> {
              unread = null;
              state.show(shown.apply(read));
            },
            fault -> {
              unread = null;
              state.failed(fault, () -> read(content, shown, left));
            });
    state.busy(texts.bind("entry.reading"), running, left);
  }
}

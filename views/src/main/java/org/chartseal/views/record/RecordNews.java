package org.chartseal.views.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.util.Duration;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.ScreenAct;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.kit.task.Batches;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.text.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/**
 * Keeps an open record up to date: what was signed at this desk is read as soon as it is final, and
 * what others wrote when somebody asks for it. What is on its way is counted and not shown.
 */
final class RecordNews {

  private static final Duration EVERY = Duration.seconds(1);
  private static final KeyCombination KEY = new KeyCodeCombination(KeyCode.F5);

  /** The record that is kept up to date. */
  interface Taker {

    /**
     * More was read: new entries, and such as changed.
     *
     * @return how many of them were not there before
     */
    int take(List<RecordItem> batch);

    /** A part of it was read on. */
    void readOn(RecordDesk.Opened result);

    /** All of it was looked through again. */
    void lookedThrough(RecordDesk.Opened result);

    /** It could not be read now. */
    void failed(Fault why);
  }

  private final Kit kit;
  private final Texts texts;
  private final RecordDesk desk;
  private final Visitor visitor;
  private final Taker taker;
  private final Latest looking;
  private final Latest reading;
  private final Timeline clock = new Timeline(new KeyFrame(EVERY, tick -> look()));
  private final Button button = new Button();
  private final Label label = new Label();
  private @Nullable Batches<RecordItem> incoming;
  private Supplier<String> said = () -> "";
  private int underway;
  private boolean busy;

  /** How much had arrived when reading it failed: it is not tried again every second. */
  private int failedAt;

  private int fresh;
  private int changed;

  RecordNews(Kit kit, RecordDesk desk, Visitor visitor, Taker taker) {
    this.kit = kit;
    this.texts = kit.texts(RecordNews.class);
    this.desk = desk;
    this.visitor = visitor;
    this.taker = taker;
    this.looking = new Latest(kit.tasks());
    this.reading = new Latest(kit.tasks());
    clock.setCycleCount(Animation.INDEFINITE);
    button.setId("record-refresh");
    button.setGraphic(new FontIcon(Material2MZ.REFRESH));
    button.getStyleClass().addAll("flat", "button-icon");
    button.accessibleTextProperty().bind(texts.bind("news.read"));
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(texts.bind("news.tip"));
    button.setTooltip(tip);
    button.setOnAction(pressed -> readAll());
    button.managedProperty().bind(button.visibleProperty());
    button.setVisible(false);
    label.setId("record-news");
    label.getStyleClass().add("cs-quiet");
    label.managedProperty().bind(label.visibleProperty());
    label.setVisible(false);
  }

  /** Reads by hand. */
  Button button() {
    return button;
  }

  /** What is on its way, and what came of reading. */
  Label label() {
    return label;
  }

  /** The same by key; nothing while the record itself is read. */
  Optional<ScreenAct> act() {
    return button.isVisible()
        ? Optional.of(new ScreenAct(texts.get("news.read"), KEY, this::readAll))
        : Optional.empty();
  }

  /** The record is on show, and was read to its end. */
  void attach() {
    button.setVisible(true);
    button.setDisable(false);
    look();
    clock.play();
  }

  /** What still comes is dropped; as it was not taken, it is read the next time. */
  void detach() {
    clock.stop();
    looking.stop();
    busy = false;
    halt();
  }

  /** The record is opened anew. */
  void clear() {
    detach();
    button.setVisible(false);
    underway = 0;
    failedAt = 0;
    say(() -> "");
  }

  /** Says it in the present language. */
  void speak() {
    String words = said.get();
    String coming = underway == 0 ? "" : texts.get("news.underway", underway);
    label.setText(words.isEmpty() || coming.isEmpty() ? words + coming : words + " · " + coming);
    label.setVisible(!label.getText().isEmpty());
  }

  private void look() {
    if (busy || incoming != null) {
      return;
    }
    busy = true;
    looking.start(
        progress -> desk.coming(visitor),
        coming -> {
          busy = false;
          show(coming);
        },
        why -> {
          // Whoever signs sees at Sign how far it is; it is looked for again with the next tick.
          busy = false;
        });
  }

  private void show(RecordDesk.Coming coming) {
    if (underway != coming.underway()) {
      underway = coming.underway();
      speak();
    }
    if (coming.arrived() > 0 && coming.arrived() != failedAt && incoming == null) {
      read(RecordDesk.Source.SIGNED_HERE, coming.arrived());
    }
  }

  private void readAll() {
    if (incoming == null) {
      read(RecordDesk.Source.ANYONE, 0);
    }
  }

  private void read(RecordDesk.Source source, int arrived) {
    Batches<RecordItem> sink = new Batches<>(kit.tasks(), this::take);
    incoming = sink;
    fresh = 0;
    changed = 0;
    button.setDisable(true);
    say(() -> texts.get("news.reading"));
    reading.start(
        progress -> desk.more(visitor, source, progress, sink),
        result -> done(source, result),
        why -> failed(why, arrived));
  }

  private void take(List<RecordItem> batch) {
    int added = taker.take(batch);
    desk.taken(batch);
    fresh += added;
    changed += batch.size() - added;
  }

  private void done(RecordDesk.Source source, RecordDesk.Opened result) {
    halt();
    desk.takenAll();
    failedAt = 0;
    int read = fresh;
    int other = changed;
    Instant now = Instant.now();
    if (read + other > 0) {
      say(() -> texts.get("news.found", read, other));
    } else if (source == RecordDesk.Source.ANYONE) {
      say(() -> texts.get("news.none", kit.formats().time(now)));
    } else {
      say(() -> "");
    }
    switch (source) {
      case ANYONE -> taker.lookedThrough(result);
      case SIGNED_HERE -> taker.readOn(result);
    }
    look();
  }

  private void failed(Fault why, int arrived) {
    halt();
    failedAt = arrived;
    say(() -> "");
    taker.failed(why);
  }

  private void halt() {
    reading.stop();
    if (incoming != null) {
      incoming.close();
      incoming = null;
      said = () -> "";
      speak();
    }
    button.setDisable(false);
  }

  private void say(Supplier<String> words) {
    said = words;
    speak();
  }
}

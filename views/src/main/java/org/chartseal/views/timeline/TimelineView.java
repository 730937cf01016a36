package org.chartseal.views.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import org.chartseal.views.timeline.draw.ChartPainter;
import org.chartseal.views.timeline.draw.Focus;
import org.chartseal.views.timeline.draw.Frame;
import org.chartseal.views.timeline.draw.Hit;
import org.chartseal.views.timeline.draw.HitMap;
import org.chartseal.views.timeline.draw.Look;
import org.chartseal.views.timeline.draw.Metrics;
import org.chartseal.views.timeline.draw.OverviewPainter;
import org.chartseal.views.timeline.draw.TimelineText;
import org.chartseal.views.timeline.model.Grade;
import org.chartseal.views.timeline.model.LaneKind;
import org.chartseal.views.timeline.model.TimelineIndex;
import org.chartseal.views.timeline.model.TimelineItem;
import org.chartseal.views.timeline.model.TimelineQuery;
import org.chartseal.views.timeline.scale.TimeRange;
import org.jspecify.annotations.Nullable;

/**
 * A record at a glance: its entries in lanes along time, with an overview of all of it above.
 *
 * <p>Entries come in batches and in any order. They are sorted on the executor; JavaFX's thread
 * only draws, once in a pulse and only if something changed. All methods belong to that thread.
 * Colours are CSS properties, see {@code timeline.css}.
 */
public final class TimelineView extends Region {

  /** So much of the lanes is seen in the smallest place. */
  private static final double LANES_LEAST = 96;

  private final TimelineStyle style = new TimelineStyle(this, this::restyle);
  private final Surface surface = new Surface(this::paint);
  private final ScrollBar scrollBar = new ScrollBar();
  private final HoverTip tip = new HoverTip(this);
  private final ReadOnlyObjectWrapper<@Nullable String> selected =
      new ReadOnlyObjectWrapper<>(this, "selected", null);
  private final TimelineFeed feed;
  private final TimelineModel model;
  private final Navigator navigator;
  private final ChartPointer pointer;
  private TimelineSettings settings;
  private ItemWords words;
  private Consumer<String> onOpen = id -> {};
  private Metrics metrics;

  /** How many times larger this is shown than it is laid out. */
  private double enlarged = 1;

  private @Nullable ChartPainter chartPainter;
  private @Nullable OverviewPainter overviewPainter;

  /**
   * An empty timeline.
   *
   * @param builder where indexes are built, one after another
   */
  public TimelineView(TimelineSettings settings, Executor builder) {
    this.settings = settings;
    this.words = new ItemWords(settings);
    this.metrics = Metrics.of(style.font(), 1);
    this.model = new TimelineModel(settings, this::changed);
    this.feed = new TimelineFeed(builder, this::built);
    this.navigator = new Navigator(model, new Glide(model)::to);
    this.pointer =
        new ChartPointer(model, navigator, () -> metrics, this::hits, this::openSelected);
    getStyleClass().add("timeline");
    getChildren().addAll(surface, scrollBar);
    scrollBar.setOrientation(Orientation.VERTICAL);
    scrollBar.setFocusTraversable(false);
    scrollBar.valueProperty().subscribe(value -> model.scroll(value.doubleValue()));
    listen();
    describe();
  }

  private void listen() {
    setFocusTraversable(true);
    focusedProperty().subscribe(surface::redraw);
    pointer.attach(surface.chart());
    new OverviewPointer(model, () -> metrics).attach(surface.overview());
    surface.chart().addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
    surface.chart().addEventHandler(MouseEvent.MOUSE_EXITED, event -> leave());
    addEventHandler(MouseEvent.MOUSE_PRESSED, event -> leave());
    addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
    setOnKeyPressed(new KeyInput(model, navigator, this::openSelected)::pressed);
  }

  /** Adds entries; one whose id is known replaces the known one. */
  public void add(List<TimelineItem> items) {
    List<TimelineItem> taken = List.copyOf(items);
    feed.change(table -> table.with(taken));
  }

  /** Takes these entries for all of those ids, which may be more. */
  public void replace(Predicate<String> ids, List<TimelineItem> items) {
    List<TimelineItem> taken = List.copyOf(items);
    feed.change(table -> table.without(ids).with(taken));
  }

  /** Says how far entries can be relied on, by their ids. */
  public void grade(Map<String, Grade> verdicts) {
    Map<String, Grade> taken = Map.copyOf(verdicts);
    feed.change(table -> table.graded(taken));
  }

  /** Filters, and steps back what a search did not find. */
  public void query(TimelineQuery query) {
    feed.query(query);
  }

  /** Changes the language. */
  public void text(TimelineText text) {
    settings = settings.with(text);
    words = new ItemWords(settings);
    restyle();
    describe();
  }

  /** Ends it: nothing that still comes is shown, and what was shown is forgotten. */
  public void close() {
    feed.close();
    leave();
    model.select(null);
    model.show(TimelineIndex.empty());
    restyle();
    describe();
  }

  /** The selected entry's id, or null. */
  public ReadOnlyObjectProperty<@Nullable String> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** Selects an entry and brings it into sight; null selects nothing. */
  public void select(@Nullable String id) {
    model.select(id);
    navigator.reveal();
  }

  /** Looks at a piece of time, as far as there is any. */
  public void see(Instant from, Instant to) {
    TimeRange range = new TimeRange(from.toEpochMilli(), to.toEpochMilli());
    model.see(model.scale().see(range));
  }

  /** Opens a lane or folds it. */
  public void open(LaneKind kind, boolean open) {
    model.open(kind, open);
  }

  /** What is to happen when an entry is opened, by Enter or a double click. */
  public void setOnOpen(Consumer<String> action) {
    onOpen = action;
  }

  TimelineModel model() {
    return model;
  }

  TimelineStyle style() {
    return style;
  }

  HitMap hits() {
    return chartPainter == null ? new HitMap() : chartPainter.hits();
  }

  Metrics metrics() {
    return metrics;
  }

  private void built(TimelineIndex index) {
    model.show(index);
    describe();
  }

  private void changed() {
    surface.redraw();
    if (!Objects.equals(selected.get(), model.selected())) {
      selected.set(model.selected());
      describe();
    }
  }

  private void openSelected() {
    String id = model.selected();
    if (id != null) {
      onOpen.accept(id);
    }
  }

  /** Tells a screen reader what is selected, or how much there is. */
  private void describe() {
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleHelp(settings.text().help());
    int row = model.selectedRow();
    setAccessibleText(
        row == Focus.NOTHING
            ? settings.text().entries(model.index().size())
            : words.spoken(model.index().table(), row));
  }

  private void hover(MouseEvent event) {
    Hit hit = pointer.at(event.getX(), event.getY()).orElse(null);
    if (!Objects.equals(hit, model.hovered())) {
      model.hover(hit);
      if (hit == null) {
        tip.hide();
      } else {
        String said = words.of(model.index().table(), hit);
        tip.show(said, event.getScreenX(), event.getScreenY());
      }
    }
  }

  private void leave() {
    tip.hide();
    if (model.hovered() != null) {
      model.hover(null);
    }
  }

  private void restyle() {
    chartPainter = null;
    overviewPainter = null;
    requestLayout();
  }

  private double outputScale() {
    boolean shown = getScene() != null && getScene().getWindow() != null;
    return shown ? getScene().getWindow().getOutputScaleX() : 1;
  }

  private double shownEnlarged() {
    return getLocalToSceneTransform().getMxx();
  }

  private void measure() {
    if (!isMeasured()) {
      chartPainter = null;
      overviewPainter = null;
    }
    enlarged = shownEnlarged();
    Font font = style.font();
    metrics = Metrics.of(new Font(font.getName(), font.getSize() * enlarged), outputScale());
  }

  private boolean isMeasured() {
    return metrics.outputScale() == outputScale() && enlarged == shownEnlarged();
  }

  @Override
  protected void layoutChildren() {
    measure();
    fit();
    double top = (surface.overview().getHeight() + metrics.axis()) / enlarged;
    double wide = scrollBar.prefWidth(-1);
    scrollBar.resizeRelocate(getWidth() - wide, top, wide, Math.max(0, getHeight() - top));
    surface.redraw();
  }

  /** Where the room is scarce, the lanes have it. */
  private void fit() {
    boolean room =
        getHeight() * enlarged >= metrics.overview() + metrics.axis() + metrics.em(LANES_LEAST);
    surface.fit(getWidth(), getHeight(), enlarged, room ? metrics.overview() : 0);
  }

  /** Draws a frame; that is done after the layout of each pulse in which something changed. */
  void paint() {
    if (!isMeasured()) {
      measure();
      fit();
    }
    if (chartPainter == null || overviewPainter == null) {
      Look look = new Look(style.palette(), metrics, settings.text(), settings.zone());
      chartPainter = new ChartPainter(surface.chart().getGraphicsContext2D(), look);
      overviewPainter = new OverviewPainter(surface.overview().getGraphicsContext2D(), look);
    }
    double width = surface.chart().getWidth();
    double height = surface.chart().getHeight();
    Frame frame = model.frame(metrics, width, height - metrics.axis(), isFocused());
    chartPainter.paint(frame, width, height);
    if (surface.overview().getHeight() > 0) {
      overviewPainter.paint(frame, width, surface.overview().getHeight());
    }
    scrollBar.setVisible(model.mostScrolled() > 0);
    scrollBar.setMax(model.mostScrolled());
    scrollBar.setVisibleAmount(
        model.mostScrolled()
            * model.lanesHeight()
            / Math.max(1, model.mostScrolled() + model.lanesHeight()));
    scrollBar.setValue(model.scrolled());
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return TimelineStyle.all();
  }

  @Override
  public String getUserAgentStylesheet() {
    return Objects.requireNonNull(TimelineView.class.getResource("timeline.css")).toExternalForm();
  }

  @Override
  protected double computePrefWidth(double height) {
    return metrics.em(960) / enlarged;
  }

  @Override
  protected double computePrefHeight(double width) {
    return metrics.em(600) / enlarged;
  }

  @Override
  protected double computeMinWidth(double height) {
    return (metrics.header() + metrics.em(120)) / enlarged;
  }

  @Override
  protected double computeMinHeight(double width) {
    return (metrics.axis() + metrics.em(LANES_LEAST)) / enlarged;
  }
}

package org.chartseal.views.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.timeline.TimelineSettings;
import org.chartseal.views.timeline.TimelineView;
import org.chartseal.views.timeline.model.TimelineItem;
import org.chartseal.views.timeline.model.TimelineQuery;

/** The record as a timeline, from birth to this day. */
final class LifeView extends StackPane {

  private static final int OLDEST_YEARS = 130;

  private final Kit kit;
  private final Visitor visitor;
  private final Consumer<String> chosen;
  private final TimelineItems items;
  private TimelineView timeline;

  /**
   * @param chosen is told the name of the entry that was chosen
   */
  LifeView(Kit kit, Visitor visitor, Consumer<String> chosen) {
    this.kit = kit;
    this.visitor = visitor;
    this.chosen = chosen;
    this.items = new TimelineItems(kit.formats().zone());
    this.timeline = timeline();
    getChildren().add(timeline);
  }

  private TimelineView timeline() {
    ZoneId zone = kit.formats().zone();
    TimelineView made =
        new TimelineView(
            new TimelineSettings(
                new TimelineWords(kit),
                zone,
                birth(visitor.card().card().person().birthDate(), zone),
                Instant.now()),
            kit.tasks()::background);
    made.setId("record-timeline");
    made.selectedProperty()
        .subscribe(id -> {
          if (id != null) {
            chosen.accept(TimelineItems.entry(id));
          }
        });
    return made;
  }

  /** What has the keyboard first. */
  Node first() {
    return timeline;
  }

  /** Speaks the present language. */
  void speak() {
    timeline.text(new TimelineWords(kit));
  }

  /** Begins anew, without an entry. */
  void clear() {
    timeline.close();
    timeline = timeline();
    getChildren().setAll(timeline);
  }

  void add(Collection<RecordItem> batch) {
    timeline.add(said(batch));
  }

  /** Adds entries that were read later; of one that is there already nothing else stays. */
  void renew(Collection<RecordItem> batch) {
    Set<String> names = names(batch);
    timeline.replace(id -> names.contains(TimelineItems.entry(id)), said(batch));
  }

  private List<TimelineItem> said(Collection<RecordItem> batch) {
    List<TimelineItem> all = new ArrayList<>();
    batch.forEach(item -> all.addAll(items.of(item)));
    return all;
  }

  /** Steps back what is not among these entries. */
  void show(Collection<RecordItem> left, int all) {
    if (left.size() == all) {
      timeline.query(TimelineQuery.ALL);
    } else {
      Set<String> names = names(left);
      timeline.query(
          new TimelineQuery(item -> names.contains(TimelineItems.entry(item.id())), null));
    }
  }

  private static Set<String> names(Collection<RecordItem> entries) {
    return entries.stream().map(RecordItem::name).collect(Collectors.toSet());
  }

  /** Brings an entry into sight. */
  void select(String name) {
    if (!name.equals(selected())) {
      timeline.select(name);
    }
  }

  /** Nothing of the record stays in it. */
  void close() {
    timeline.close();
    getChildren().clear();
  }

  private String selected() {
    String id = timeline.selectedProperty().get();
    return id == null ? "" : TimelineItems.entry(id);
  }

  private static Instant birth(String birthDate, ZoneId zone) {
    try {
      if (birthDate.length() == 10) {
        return LocalDate.parse(birthDate).atStartOfDay(zone).toInstant();
      }
    } catch (DateTimeParseException e) {
      return oldest(zone);
    }
    return oldest(zone);
  }

  private static Instant oldest(ZoneId zone) {
    return LocalDate.now(zone).minusYears(OLDEST_YEARS).atStartOfDay(zone).toInstant();
  }
}

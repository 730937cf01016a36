package org.chartseal.views.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.chartseal.services.clinical.EntryView;
import org.chartseal.services.record.Verdict;
import org.chartseal.views.kit.text.Sought;

/** The entries of an open record, and what a clinician must see of them at once. */
final class RecordModel {

  /**
   * What leaps to the eye.
   *
   * @param allergies all that are not known to be over
   * @param problems active ones
   * @param medicines current ones
   * @param grades how many entries of each verdict
   */
  record Glance(
      List<String> allergies,
      List<String> problems,
      List<String> medicines,
      Map<Verdict.Grade, Integer> grades) {

    Glance {
      allergies = List.copyOf(allergies);
      problems = List.copyOf(problems);
      medicines = List.copyOf(medicines);
      grades = Map.copyOf(grades);
    }

    int count(Verdict.Grade grade) {
      return grades.getOrDefault(grade, 0);
    }
  }

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final ObservableList<RecordItem> items = FXCollections.observableArrayList();
  private final FilteredList<RecordItem> shown = new FilteredList<>(items);
  private final Map<String, String> allergies = new LinkedHashMap<>();
  private final Map<String, String> problems = new LinkedHashMap<>();
  private final Map<String, String> medicines = new LinkedHashMap<>();
  private final Map<Verdict.Grade, Integer> grades = new EnumMap<>(Verdict.Grade.class);
  private final ReadOnlyObjectWrapper<Glance> glance =
      new ReadOnlyObjectWrapper<>(new Glance(List.of(), List.of(), List.of(), Map.of()));

  /** All entries, in the order in which they came: newest year first. */
  ObservableList<RecordItem> items() {
    return items;
  }

  /** Those that the filter leaves. */
  FilteredList<RecordItem> shown() {
    return shown;
  }

  /** An entry by its name. */
  Optional<RecordItem> find(String name) {
    // Asked for when somebody chooses: a hundred thousand names are compared in a few milliseconds.
    return items.stream().filter(item -> item.name().equals(name)).findFirst();
  }

  ReadOnlyObjectProperty<Glance> glanceProperty() {
    return glance.getReadOnlyProperty();
  }

  /**
   * Adds entries of which none was read before.
   *
   * @return how many
   */
  int add(Collection<RecordItem> batch) {
    items.addAll(batch);
    batch.forEach(this::note);
    glance();
    return batch.size();
  }

  /**
   * Adds entries that were read later; one that is there already takes its own place.
   *
   * @return how many were not there
   */
  int renew(Collection<RecordItem> batch) {
    // Only while this runs: for good it would cost what an entry itself does.
    Map<String, Integer> places = HashMap.newHashMap(items.size());
    for (int i = 0; i < items.size(); i++) {
      places.put(items.get(i).name(), i);
    }
    List<RecordItem> added = new ArrayList<>();
    for (RecordItem item : batch) {
      Integer place = places.get(item.name());
      if (place == null) {
        added.add(item);
      } else {
        items.set(place, item);
      }
    }
    items.addAll(added);
    forget();
    items.forEach(this::note);
    glance();
    return added.size();
  }

  private void glance() {
    glance.set(
        new Glance(
            new ArrayList<>(allergies.values()),
            new ArrayList<>(problems.values()),
            new ArrayList<>(medicines.values()),
            grades));
  }

  private void note(RecordItem item) {
    grades.merge(item.grade(), 1, Integer::sum);
    item.lines().forEach(this::note);
  }

  /** Leaves the entries in which every word stands somewhere. */
  void filter(String text) {
    List<Sought> words = Stream.of(SPACE.split(text.strip(), -1)).map(Sought::new).toList();
    shown.setPredicate(item -> words.stream().allMatch(word -> holds(item, word)));
  }

  void clear() {
    items.clear();
    forget();
    glance.set(new Glance(List.of(), List.of(), List.of(), Map.of()));
  }

  private void forget() {
    allergies.clear();
    problems.clear();
    medicines.clear();
    grades.clear();
  }

  private void note(EntryView.Line line) {
    switch (line.type()) {
      case "AllergyIntolerance" -> note(allergies, line.mayBeCurrent(), line);
      case "Condition" -> note(problems, line.isCurrent(), line);
      case "MedicationRequest" -> note(medicines, line.isCurrent(), line);
      default -> {
        // It is in its entry.
      }
    }
  }

  private static void note(Map<String, String> glance, boolean holds, EntryView.Line line) {
    if (holds) {
      glance.putIfAbsent(line.label(), line.label());
    }
  }

  private static boolean holds(RecordItem item, Sought word) {
    return word.isEmpty()
        || word.isIn(item.title())
        || word.isIn(item.author())
        || word.isIn(item.writer())
        || word.begins(item.date())
        || item.lines().stream().anyMatch(line -> word.isIn(line.label()));
  }
}

package org.chartseal.app.console.clinician;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartseal.services.seal.EntryDescription;
import org.chartseal.views.kit.entry.EntryWords;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.kit.text.Sought;
import org.chartseal.views.kit.text.Texts;
import org.chartseal.views.record.RecordItem;
import org.chartseal.views.record.RecordScreen;
import org.chartseal.views.shell.Found;
import org.chartseal.views.shell.Place;

/**
 * Looks for entries by their titles first, and then by all that is told beside them: what kind of
 * entry, when, by whom, and where it was written.
 */
final class EntrySearch {

  private final Localisation words;
  private final EntryWords titles;
  private final Texts kinds;

  EntrySearch(Localisation words) {
    this.words = words;
    this.titles = new EntryWords(words);
    this.kinds = words.texts(RecordScreen.class);
  }

  /** So many at most, those first whose title it is in. */
  List<Found> find(List<RecordItem> items, Sought sought, int most, Consumer<String> choose) {
    List<Told> told = new ArrayList<>();
    for (RecordItem item : items) {
      item.entry()
          .description()
          .map(said -> tell(item, said))
          .filter(one -> sought.isInParts(one.all()))
          .ifPresent(told::add);
    }
    return told.stream()
        .sorted(Comparator.comparing(one -> !sought.isIn(one.title())))
        .limit(most)
        .<Found>map(one ->
            new Found.Entry(
                one.said().title(), one.detail(), Place.VISIT, () -> choose.accept(one.name())))
        .toList();
  }

  private Told tell(RecordItem item, EntryDescription said) {
    String detail =
        Stream.of(
                Optional.of(kinds.word("kind", said.kind())),
                Optional.of(words.formats().clinicalDay(said.date())),
                item.entry().author(),
                Optional.of(item.writer()))
            .flatMap(Optional::stream)
            .filter(part -> !part.isEmpty())
            .distinct()
            .collect(Collectors.joining(" · "));
    return new Told(item.name(), said, titles.title(said.title()), detail);
  }

  /** An entry as it is told in the palette. */
  private record Told(String name, EntryDescription said, String title, String detail) {

    String all() {
      return String.join(" ", title, said.title(), detail, said.authorName(), said.date());
    }
  }
}

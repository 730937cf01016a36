package org.chartseal.app.console.clinician;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.kit.text.Sought;
import org.chartseal.views.record.RecordItem;
import org.chartseal.views.shell.Found;
import org.chartseal.views.testing.Entries;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EntrySearchTest {

  private final List<RecordItem> items = new ArrayList<>();
  private final List<String> chosen = new ArrayList<>();

  @BeforeEach
  void makeEntries() throws GeneralSecurityException {
    Entries entries = new Entries();
    items.add(item(entries, 0, EntryKind.NOTE, "2026-03-02T10:00:00-05:00", "Asthma check"));
    items.add(item(entries, 1, EntryKind.DOCUMENT, "2025-01-01", "Hana Clinic moved"));
    items.add(item(entries, 2, EntryKind.NOTE, "2024-01-01", "Follow-up"));
  }

  @Test
  void an_entry_is_found_by_author_place_kind_and_day_and_told_as_the_window_writes_it() {
    assertThat(find(Language.ENGLISH, "minji follow"))
        .extracting(Found::detail)
        .containsExactly("Note · Jan 1, 2024 · Dr Kim Minji · Hana Clinic");
    assertThat(find(Language.ENGLISH, "mar 2, 2026"))
        .extracting(Found::title)
        .containsExactly("Asthma check");
    assertThat(find(Language.KOREAN, "메모 asthma"))
        .extracting(Found::detail)
        .allMatch(detail -> detail.contains("2026.") && !detail.contains("T10"));
    assertThat(find(Language.ENGLISH, "nobody of that name")).isEmpty();
  }

  @Test
  void those_come_first_whose_title_it_is_in_and_no_more_than_are_wanted() {
    List<Found> found = find(Language.ENGLISH, "hana clinic");
    assertThat(found).extracting(Found::title).startsWith("Hana Clinic moved").hasSize(2);
    found.getFirst().open().run();
    assertThat(chosen).containsExactly("hong/1");
  }

  private List<Found> find(Language language, String typed) {
    return new EntrySearch(new Localisation(language, ZoneOffset.UTC))
        .find(items, new Sought(typed), 2, chosen::add);
  }

  private static RecordItem item(
      Entries entries, int n, EntryKind kind, String date, String title) {
    return new RecordItem(
        "hong/" + n, "Hana Clinic", entries.entry(n, kind, date, title, List.of()), List.of());
  }
}

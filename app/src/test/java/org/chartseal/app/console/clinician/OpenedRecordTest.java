package org.chartseal.app.console.clinician;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.function.Consumer;
import org.chartseal.services.clinical.EntryView;
import org.chartseal.services.clinical.Stated;
import org.chartseal.services.record.Check;
import org.chartseal.services.record.Verdict;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.views.record.RecordItem;
import org.chartseal.views.testing.Entries;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenedRecordTest {

  private final OpenedRecord record = new OpenedRecord();
  private Entries entries;

  @BeforeEach
  void makeEntries() throws GeneralSecurityException {
    entries = new Entries();
  }

  @Test
  void what_an_earlier_opening_still_reads_does_not_come_into_the_next() {
    Consumer<RecordItem> earlier = record.begin();
    earlier.accept(item(1, "2026-03-01"));
    Consumer<RecordItem> later = record.begin();
    earlier.accept(item(2, "2026-03-02"));
    assertThat(record.items()).isEmpty();
    later.accept(item(2, "2026-03-02"));
    earlier.accept(item(2, "2026-03-02"));
    assertThat(record.count(OpenedRecord.Standing.PROVEN)).isEqualTo(1);
    record.leave();
    later.accept(item(3, "2026-03-03"));
    assertThat(record.items()).isEmpty();
  }

  @Test
  void what_is_read_on_stands_where_its_date_is_and_replaces_what_was_read_before() {
    Consumer<RecordItem> sink = record.begin();
    sink.accept(item(1, "2026-03-01"));
    sink.accept(item(0, "2025-01-01"));
    assertThat(stated()).containsExactly("hong/1", "hong/0");
    sink.accept(item(2, "2026-03-02"));
    assertThat(stated()).containsExactly("hong/2", "hong/1", "hong/0");
    sink.accept(retracted(1));
    assertThat(stated()).containsExactly("hong/2", "hong/0");
    assertThat(record.grade("hong/1")).isEqualTo(Verdict.Grade.RETRACTED);
    assertThat(record.count(OpenedRecord.Standing.UNPROVEN)).isEqualTo(1);
  }

  private List<String> stated() {
    return record.with(all -> all.stream().map(Stated::entry).toList());
  }

  private RecordItem item(int n, String date) {
    return new RecordItem(
        "hong/" + n,
        "Hana Clinic",
        entries.entry(n, EntryKind.NOTE, date, "Note", List.of()),
        List.of(new EntryView.Line("Condition/1", "Asthma", "", "", "active", "")));
  }

  private RecordItem retracted(int n) {
    return new RecordItem(
        "hong/" + n,
        "Hana Clinic",
        entries.entry(n, EntryKind.NOTE, "2026-03-01", "Note", List.of(Check.NOT_RETRACTED)),
        List.of());
  }
}

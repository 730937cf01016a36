package org.chartseal.views.record;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.chartseal.services.clinical.ContentView;
import org.chartseal.services.clinical.ContentViewer.DocumentOutcome;
import org.chartseal.services.clinical.ContentViewer.EntryOutcome;
import org.chartseal.services.clinical.EntryView;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.record.Check;
import org.chartseal.services.record.RecordOutcome;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.testing.Entries;
import org.chartseal.views.testing.Visitors;

/** The record of Hong Seo-yeon. */
final class SampleRecords {

  private final Entries entries;
  private final Visitor visitor;

  SampleRecords() throws GeneralSecurityException {
    entries = new Entries();
    visitor = new Visitors().hong();
  }

  Visitor visitor() {
    return visitor;
  }

  RecordItem item(int n) {
    return new RecordItem(
        "hong/" + n,
        "Hana Clinic",
        entries.entry(n, EntryKind.NOTE, day(n), "Note " + n, List.of()),
        List.of());
  }

  RecordItem item(int n, String title, List<Check> failed) {
    return new RecordItem(
        "hong/" + n,
        "Hana Clinic",
        entries.entry(n, EntryKind.NOTE, day(n), title, failed),
        List.of());
  }

  /** An entry that states something, read at a block. */
  RecordItem stating(long block, int n, EntryView.Line line) {
    return new RecordItem(
        "hong/" + n,
        "Hana Clinic",
        entries.entry(block, n, EntryKind.NOTE, day(n), "Note " + n, List.of()),
        List.of(line));
  }

  /** A weight, as an entry states it. */
  static EntryView.Line weight() {
    return new EntryView.Line("Observation/1", "Body weight", "80 kg", "", "final", "2026-03-04");
  }

  private static String day(int n) {
    return LocalDate.of(2026, 3, 1).plusDays(n).toString();
  }

  static RecordDesk.Opened complete() {
    return opened(18, List.of());
  }

  static RecordDesk.Opened opened(long block, List<Fault> gaps) {
    return new RecordDesk.Opened(
        List.of(),
        new RecordOutcome.Opened(
            new BlockRef(block, Hash32.ZERO, Instant.EPOCH, Hash32.ZERO), 1, gaps));
  }

  static ContentView words(String title) {
    return new ContentView(
        new EntryOutcome.Shown(new EntryView(List.of(new EntryView.Section(title, List.of())))),
        new DocumentOutcome.Nothing());
  }
}

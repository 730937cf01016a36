package org.chartseal.views.myrecord;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.scene.layout.Region;
import org.chartseal.services.claims.Money;
import org.chartseal.services.record.Verdict;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.entry.EntryWords;
import org.chartseal.views.kit.table.Column;
import org.chartseal.views.kit.table.DataTable;
import org.chartseal.views.kit.table.Look;
import org.chartseal.views.kit.text.Sought;
import org.chartseal.views.kit.text.Texts;
import org.chartseal.views.kit.verdict.GradeBadge;

/** The entries as a table, the newest first. */
final class EntryTable {

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final Kit kit;
  private final Texts texts;
  private final DataTable<MyEntry> table;
  private final List<MyEntry> all = new ArrayList<>();

  EntryTable(Kit kit) {
    this.kit = kit;
    this.texts = kit.texts(EntryTable.class);
    this.table = new DataTable<>(kit, "my-entries", columns());
    table.single();
    table.newestFirst("date");
  }

  Region view() {
    return table.view();
  }

  /** Calls with the entry that is chosen whenever that is another one; with none when none is. */
  void onChosen(Consumer<Optional<MyEntry>> action) {
    table.onSelected(rows -> action.accept(rows.stream().findFirst()));
  }

  /** Follows the language from now on. */
  void attach() {
    table.attach();
  }

  /** Follows nothing any more. */
  void detach() {
    table.detach();
  }

  /** All entries that were read so far. */
  List<MyEntry> all() {
    return List.copyOf(all);
  }

  /** The entries that are shown, in their order. */
  List<MyEntry> shown() {
    return table.rows();
  }

  /** The one that is chosen. */
  Optional<MyEntry> chosen() {
    return table.selected().stream().findFirst();
  }

  void add(List<MyEntry> more) {
    all.addAll(more);
    table.show(all);
  }

  void clear() {
    all.clear();
    table.show(all);
  }

  /** Shows those that hold every one of these words. */
  void filter(String words) {
    List<Sought> wanted = SPACE.splitAsStream(words.strip()).map(Sought::new).toList();
    table.filter(entry -> entry.has(wanted));
  }

  /** Says in the present language what the table is. */
  void speak() {
    table.describe(texts.get("screen"));
  }

  /** The kind in a word; one that could not be read has none. */
  String kind(MyEntry entry) {
    return entry.kind().map(kind -> texts.word("kind", kind)).orElse("");
  }

  private List<Column<MyEntry>> columns() {
    Texts grades = kit.texts(GradeBadge.class);
    EntryWords words = new EntryWords(kit);
    return List.of(
        Column.looks(
            "verdict",
            texts.bind("column.verdict"),
            104,
            Comparator.comparing(MyEntry::grade),
            entry -> look(grades, entry.grade())),
        new Column<>(
            "date",
            texts.bind("column.date"),
            112,
            Column.Align.START,
            Column.Cut.END,
            Comparator.comparing(MyEntry::date),
            entry -> Look.text(kit.formats().clinicalDay(entry.date())),
            MyEntry::date),
        Column.words("title", texts.bind("column.title"), 172, entry -> words.title(entry.title())),
        Column.words("author", texts.bind("column.author"), 104, MyEntry::author),
        Column.<MyEntry>values(
                "share",
                texts.bind("column.share"),
                92,
                Comparator.comparingLong(entry -> share(entry).map(Money::cents).orElse(-1L)),
                entry -> share(entry).map(kit.formats()::money).orElse(""))
            .exportedAs(
                entry -> share(entry).map(money -> money.decimal().toPlainString()).orElse("")),
        Column.words("kind", texts.bind("column.kind"), 88, this::kind),
        Column.words(
            "organisation", texts.bind("column.organisation"), 128, MyEntry::organisation));
  }

  private static Look look(Texts grades, Verdict.Grade grade) {
    return Look.word(grades.word("grade", grade), GradeBadge.icon(grade), GradeBadge.style(grade));
  }

  private static Optional<Money> share(MyEntry entry) {
    return entry.costs().map(costs -> costs.total().patient());
  }
}

package org.chartseal.views.myrecord;

import java.util.List;
import javafx.scene.layout.Region;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.claims.LineWords;
import org.chartseal.views.kit.entry.EntryCard;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.text.Texts;
import org.jspecify.annotations.Nullable;

/** One entry of the patient's own record, in a patient's words. */
final class EntryDetail {

  private final Kit kit;
  private final Texts texts;
  private final MyRecordDesk desk;
  private final EntryCard card;
  private final MyExport export;
  private final Latest paying;
  private @Nullable Runnable unpaid;

  EntryDetail(Kit kit, MyRecordDesk desk, MyExport export) {
    this.export = export;
    this.kit = kit;
    this.texts = kit.texts(EntryDetail.class);
    this.desk = desk;
    this.paying = new Latest(kit.tasks());
    this.card =
        new EntryCard(kit, new EntryCard.Choose(texts.bind("choose"), texts.bind("choose.words")));
  }

  Region view() {
    return card;
  }

  /** Shows that nothing is chosen. */
  void nothing() {
    paying.stop();
    unpaid = null;
    card.nothing();
  }

  /** Shows an entry in place of the one before. */
  void show(MyEntry entry) {
    paying.stop();
    unpaid = null;
    EntryCard.Subject subject =
        new EntryCard.Subject(
            entry.title(),
            kit.localisation().spoken(() -> by(entry)),
            entry.entry().verdict(),
            kit.localisation().spoken(() -> caution(entry)),
            List.of(export.button(entry)),
            List.of(),
            entry.entry().content().map(content -> progress -> desk.readable(content)));
    entry
        .costs()
        .ifPresentOrElse(
            costs -> card.show(subject, costs(entry, costs)), () -> card.show(subject));
  }

  private CostsPane costs(MyEntry entry, MyCosts costs) {
    CostsPane pane = new CostsPane(kit, costs, new LineWords(kit, desk.rules()));
    unpaid = () -> ask(entry, pane);
    ask(entry, pane);
    return pane;
  }

  private void ask(MyEntry entry, CostsPane pane) {
    paying.start(
        progress -> desk.payment(entry.entry()),
        known -> {
          unpaid = null;
          pane.paid(known);
        },
        fault -> {
          unpaid = null;
          pane.unknown(fault);
        });
  }

  /** Goes on with what was stopped. */
  void resume() {
    card.resume();
    if (unpaid != null) {
      unpaid.run();
    }
  }

  /** Stops what is being read. */
  void stop() {
    paying.stop();
    card.stop();
  }

  private String by(MyEntry entry) {
    String anchored = kit.formats().moment(entry.entry().anchor().word().anchoredAt());
    String who =
        entry.author().equals(entry.organisation())
            ? entry.author()
            : entry.author() + ", " + entry.organisation();
    return texts.get("by", kit.formats().clinicalDay(entry.date()), who, anchored);
  }

  /** A bad verdict is never hidden, and what did not pass is never shown to rely on. */
  private String caution(MyEntry entry) {
    return switch (entry.grade()) {
      case PROVEN -> texts.get("hidden.words");
      case UNKNOWN -> texts.get("caution.unknown");
      case RETRACTED -> texts.get("caution.retracted");
      case DOUBTFUL -> texts.get("caution.doubtful");
      case FAILED -> texts.get("caution.failed");
    };
  }
}

package org.chartseal.views.record;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.chartseal.services.record.Verdict;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.entry.EntryCard;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.kit.text.Texts;
import org.chartseal.views.kit.verdict.ReasonText;
import org.jspecify.annotations.Nullable;

/** One entry of the open record, with what can be done with it and its evidence to be copied. */
final class EntryPane {

  private final Kit kit;
  private final Texts texts;
  private final RecordDesk desk;
  private final Visitor visitor;
  private final EntryActions actions;
  private final ReasonText reasons;
  private final EntryCard card;

  EntryPane(Kit kit, RecordDesk desk, Visitor visitor, EntryActions actions) {
    this.visitor = visitor;
    this.actions = actions;
    this.kit = kit;
    this.texts = kit.texts(EntryPane.class);
    this.desk = desk;
    this.reasons = new ReasonText(kit.localisation());
    this.card =
        new EntryCard(
            kit, new EntryCard.Choose(texts.bind("entry.none"), texts.bind("entry.none.words")));
  }

  Region view() {
    return card;
  }

  void stop() {
    card.stop();
  }

  /** Goes on where it was stopped. */
  void resume() {
    card.resume();
  }

  /** Shows an entry, or none. */
  void show(@Nullable RecordItem item) {
    if (item == null) {
      card.nothing();
      return;
    }
    card.show(
        new EntryCard.Subject(
            item.title(),
            kit.localisation().spoken(() -> item.by(texts, kit.formats())),
            item.entry().verdict(),
            kit.localisation().spoken(() -> caution(item)),
            actions.of(item),
            List.of(evidence(item)),
            Optional.of(progress -> desk.content(visitor, item, progress))));
  }

  private String caution(RecordItem item) {
    String against = reasons.against(item.entry().verdict());
    return item.grade() == Verdict.Grade.FAILED ? against : texts.get("entry.caution", against);
  }

  private HBox evidence(RecordItem item) {
    Label name = new Label(item.name());
    name.getStyleClass().add("cs-code");
    Button copy = new Button();
    copy.textProperty().bind(texts.bind("entry.copy"));
    copy.setId("entry-copy");
    copy.setOnAction(pressed -> new EvidenceText(kit).copy(item));
    HBox line = new HBox(8, copy, name);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }
}

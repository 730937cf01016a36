package org.chartseal.views.inbox;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.consent.ConsentWords;
import org.chartseal.views.kit.state.StatePane;
import org.chartseal.views.kit.table.Cells;
import org.chartseal.views.kit.text.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/** What the organisation asked of its patients, and what became of it. */
final class AnswerList extends BorderPane {

  private final Texts texts;
  private final ConsentWords consent;
  private final MailTable<AnswerItem> table;
  private final Label sentence = new Label();
  private final StatePane state;
  private final BorderPane content = new BorderPane();

  AnswerList(Kit kit, InboxModel model) {
    this.texts = kit.texts(AnswerList.class);
    this.consent = new ConsentWords(kit);
    this.state = new StatePane(kit);
    InboxWords words = new InboxWords(kit);
    this.table =
        new MailTable<AnswerItem>(texts, item -> item.terms().id())
            .marks("column.answer", 170, words::answer, item -> model.isFresh(item.news()))
            .words("column.patient", 200, AnswerItem::patient)
            .moments("column.asked", item -> words.moment(item.asked()))
            .moments("column.answered", words::answered)
            .moments("column.until", words::until);
    table.setId("answers");
    table.accessibleTextProperty().bind(texts.bind("answers"));
    table.getSelectionModel().selectedItemProperty().subscribe(this::tell);
    sentence.setId("answer-terms");
    sentence.setWrapText(true);
    sentence.getStyleClass().addAll("cs-sentence", "cs-quote");
    sentence.setMaxWidth(Double.MAX_VALUE);
    VBox detail = new VBox(sentence);
    detail.getStyleClass().add("cs-inbox-detail");
    content.setCenter(table);
    content.setBottom(detail);
    setCenter(state);
  }

  void show(List<AnswerItem> answers) {
    if (answers.isEmpty()) {
      state.empty(
          Material2AL.HOW_TO_REG, texts.bind("answers.empty"), texts.bind("answers.empty.words"));
      return;
    }
    table.show(answers);
    state.show(content);
  }

  /** Says everything anew, in the language of now. */
  void retell() {
    Cells.renew(table);
    tell(table.getSelectionModel().getSelectedItem());
  }

  private void tell(@Nullable AnswerItem item) {
    sentence.setText(item == null ? "" : words(item));
  }

  /** The terms, and what they leave closed where they can still open something. */
  private String words(AnswerItem item) {
    ConsentTerms terms = item.terms();
    return switch (item.answer()) {
      case WAITING -> consent.sentence(terms) + "\n" + consent.closed(terms);
      case GRANTED, NARROWED, UNKNOWN -> consent.granted(terms) + "\n" + consent.closed(terms);
      case REFUSED -> consent.refused(terms);
      case WITHDRAWN -> consent.revoked(terms);
      case ENDED -> item.at().isPresent() ? consent.ended(terms) : consent.refused(terms);
    };
  }
}

package org.chartseal.views.inbox;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
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
            .words("column.asked", 170, item -> words.moment(item.asked()))
            .words("column.answered", 170, words::answered)
            .words("column.until", 170, item -> words.moment(item.terms().until()));
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
    sentence.setText(
        item == null ? "" : consent.sentence(item.terms()) + "\n" + consent.closed(item.terms()));
  }
}

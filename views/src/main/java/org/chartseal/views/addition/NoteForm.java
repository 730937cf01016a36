package org.chartseal.views.addition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.chartseal.services.clinical.DocumentView.Coded;
import org.chartseal.services.clinical.NoteContent;
import org.chartseal.services.clinical.RecordTerms;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.text.Texts;

/** What a note says: a problem, a medicine, an order, words; each of them may be left out. */
final class NoteForm extends VBox {

  private static final Duration REST = Duration.millis(200);

  private final AdditionDesk desk;
  private final Texts texts;
  private final Latest advising;
  private final PauseTransition rest = new PauseTransition(REST);
  private final TextField title = new TextField();
  private final TermField problem;
  private final TermField medicine;
  private final TextField dose = new TextField();
  private final TermField order;
  private final TextArea text = new TextArea();
  private final AdvicePane advice;
  private final ReadOnlyObjectWrapper<NoteContent> content =
      new ReadOnlyObjectWrapper<>(NoteContent.words("", List.of()));
  private final ReadOnlyBooleanWrapper comparing = new ReadOnlyBooleanWrapper();
  private final NoteContent blank;

  NoteForm(Kit kit, AdditionDesk desk) {
    this.desk = desk;
    this.texts = kit.texts(NoteForm.class);
    this.advising = new Latest(kit.tasks());
    this.advice = new AdvicePane(kit);
    this.problem = new TermField(kit, desk, RecordTerms.Field.PROBLEM, "note-problem");
    this.medicine = new TermField(kit, desk, RecordTerms.Field.MEDICINE, "note-medicine");
    this.order = new TermField(kit, desk, RecordTerms.Field.ORDER, "note-order");
    title.setId("note-title");
    title.setText(texts.get("note.default"));
    dose.setId("note-dose");
    dose.setPromptText(texts.get("note.dose.prompt"));
    dose.disableProperty().bind(medicine.termProperty().map(term -> term.display().isEmpty()));
    text.setId("note-text");
    text.setPromptText(texts.get("note.prompt"));
    text.setWrapText(true);
    text.setPrefRowCount(5);
    text.addEventFilter(KeyEvent.KEY_PRESSED, this::leave);
    GridPane grid = new GridPane();
    grid.getStyleClass().add("cs-note-form");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(names, values);
    row(grid, 0, texts.get("note.name"), title, title);
    row(grid, 1, texts.get("note.problem"), problem, problem.input());
    row(grid, 2, texts.get("note.medicine"), medicine, medicine.input());
    row(grid, 3, texts.get("note.dose"), dose, dose);
    row(grid, 4, texts.get("note.order"), order, order.input());
    GridPane.setValignment(row(grid, 5, texts.get("note.words"), text, text), VPos.TOP);
    getStyleClass().add("cs-note");
    getChildren().add(grid);
    title.textProperty().subscribe(this::changed);
    problem.termProperty().subscribe(this::changed);
    medicine.termProperty().subscribe(this::changed);
    dose.textProperty().subscribe(this::changed);
    order.termProperty().subscribe(this::changed);
    text.textProperty().subscribe(this::changed);
    rest.setOnFinished(rested -> advise());
    changed();
    blank = content.get();
  }

  /** What is written now. */
  ReadOnlyObjectProperty<NoteContent> contentProperty() {
    return content.getReadOnlyProperty();
  }

  /** Whether a medicine or an order was not compared with the record yet. */
  ReadOnlyBooleanProperty comparingProperty() {
    return comparing.getReadOnlyProperty();
  }

  /** What the record says to it; warnings are seen however far the form was scrolled. */
  Region advice() {
    return advice;
  }

  Node words() {
    return text;
  }

  /** Whether anything was written that would be lost. */
  boolean isBegun() {
    return !content.get().equals(blank);
  }

  Node firstField() {
    return problem.input();
  }

  /** Folds what is offered; says whether there was anything. */
  boolean fold() {
    List<Boolean> folded = Stream.of(problem, medicine, order).map(TermField::fold).toList();
    return folded.contains(true);
  }

  /** Goes on where it was stopped. */
  void resume() {
    if (comparing.get()) {
      rest.playFromStart();
    }
  }

  void stop() {
    rest.stop();
    advising.stop();
    problem.stop();
    medicine.stop();
    order.stop();
  }

  /** Whoever has no mouse gets out of the words as out of every other field. */
  private void leave(KeyEvent key) {
    if (key.getCode() == KeyCode.TAB && !key.isShortcutDown()) {
      key.consume();
      text.requestFocusTraversal(
          key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
    }
  }

  private void changed() {
    NoteContent before = content.get();
    NoteContent now =
        new NoteContent(
            title.getText().strip(),
            text.getText().lines().filter(line -> !line.isBlank()).toList(),
            term(problem).stream().toList(),
            term(medicine).stream()
                .map(one -> new NoteContent.Prescription(one, dose.getText().strip()))
                .toList(),
            term(order).stream().toList());
    content.set(now);
    if (!now.medicines().equals(before.medicines()) || !now.orders().equals(before.orders())) {
      comparing.set(true);
      rest.playFromStart();
    }
  }

  private void advise() {
    NoteContent written = content.get();
    boolean compared = !written.medicines().isEmpty() || !written.orders().isEmpty();
    advising.start(
        progress -> desk.advise(written),
        found -> {
          comparing.set(false);
          advice.show(found, compared);
        },
        fault -> {
          comparing.set(false);
          advice.failed(fault);
        });
  }

  private static Optional<Coded> term(TermField field) {
    return Optional.of(field.termProperty().get()).filter(term -> !term.display().isEmpty());
  }

  private static Label row(GridPane grid, int row, String name, Node node, Node input) {
    Label label = new Label(name);
    label.getStyleClass().add("cs-quiet");
    label.setLabelFor(input);
    input.setAccessibleText(name);
    grid.addRow(row, label, node);
    return label;
  }
}

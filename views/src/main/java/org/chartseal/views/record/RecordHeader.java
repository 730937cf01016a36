package org.chartseal.views.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.record.Verdict;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.consent.ConsentWords;
import org.chartseal.views.kit.patient.PersonText;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.kit.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** Whose record it is, and what must be seen first: allergies, problems, medicines, consent. */
final class RecordHeader extends HBox {

  private static final double WRAP = 720;
  private static final List<String> CAUTION = List.of("cs-caution", "cs-strong");
  private static final List<String> QUIET = List.of("cs-quiet");

  private final Kit kit;
  private final Texts texts;
  private final Visitor visitor;
  private final RecordModel model;
  private final Label name = new Label();
  private final Label allergies = new Label();
  private final FontIcon warning = new FontIcon(Material2MZ.WARNING);
  private final Label problems = new Label();
  private final Label medicines = new Label();
  private final Label consent = new Label();
  private List<ConsentTerms> given = List.of();

  RecordHeader(Kit kit, Visitor visitor, RecordModel model) {
    this.kit = kit;
    this.texts = kit.texts(RecordHeader.class);
    this.visitor = visitor;
    this.model = model;
    getStyleClass().add("cs-record-header");
    setAlignment(Pos.CENTER_LEFT);
    name.setId("record-patient");
    name.getStyleClass().add("cs-heading");
    warning.getStyleClass().add("cs-caution");
    allergies.setId("record-allergies");
    problems.setId("record-problems");
    medicines.setId("record-medicines");
    consent.getStyleClass().add("cs-quiet");
    problems.managedProperty().bind(problems.visibleProperty());
    medicines.managedProperty().bind(medicines.visibleProperty());
    FlowPane glance = new FlowPane(name, allergies, problems, medicines, consent);
    glance.getStyleClass().add("cs-glance");
    glance.setRowValignment(VPos.CENTER);
    glance.setPrefWrapLength(WRAP);
    HBox.setHgrow(glance, Priority.ALWAYS);
    getChildren().add(glance);
    model.glanceProperty().subscribe(this::show);
    speak();
  }

  /** Shows something at the far end, one below the other. */
  void end(Label... labels) {
    VBox end = new VBox(labels);
    end.setAlignment(Pos.CENTER_RIGHT);
    end.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().add(end);
  }

  /** Says it all in the present language. */
  void speak() {
    name.setText(
        new PersonText(kit)
            .line(visitor.card().card().person(), LocalDate.now(kit.formats().zone())));
    show(model.glanceProperty().get());
    terms(given);
  }

  /** Until when the record may be read. */
  void terms(List<ConsentTerms> terms) {
    given = List.copyOf(terms);
    ConsentWords words = new ConsentWords(kit);
    consent.setText(
        terms.stream()
            .map(ConsentTerms::until)
            .max(Instant::compareTo)
            .map(until -> texts.get("consent", words.until(until, Instant.now())))
            .orElse(""));
  }

  /** Of what was not read, nothing is said: no allergy is named where none was looked for. */
  private void show(RecordModel.Glance glance) {
    boolean nothing = read(glance) == 0;
    problems.setVisible(!nothing);
    medicines.setVisible(!nothing);
    if (nothing) {
      allergies.setText(texts.get("unread"));
      allergies.setTooltip(null);
      allergies.setGraphic(null);
      allergies.getStyleClass().removeAll("cs-caution", "cs-strong", "cs-quiet");
      allergies.getStyleClass().addAll(QUIET);
      return;
    }
    int proven = glance.count(Verdict.Grade.PROVEN);
    int unproven = read(glance) - proven;
    List<String> words = new ArrayList<>();
    if (!glance.allergies().isEmpty()) {
      words.add(texts.get("allergies", glance.allergies().size(), brief(glance.allergies())));
    } else {
      words.add(texts.get("allergies.none", proven));
    }
    if (unproven > 0) {
      words.add(texts.get("allergies.unproven", unproven));
    }
    allergies.setText(String.join(" · ", words));
    allergies.setTooltip(
        glance.allergies().isEmpty() ? null : new Tooltip(String.join("\n", glance.allergies())));
    boolean caution = unproven > 0 || !glance.allergies().isEmpty();
    allergies.setGraphic(caution ? warning : null);
    allergies.getStyleClass().removeAll("cs-caution", "cs-strong", "cs-quiet");
    allergies.getStyleClass().addAll(caution ? CAUTION : QUIET);
    set(problems, "problems", glance.problems());
    set(medicines, "medicines", glance.medicines());
  }

  private void set(Label label, String key, List<String> names) {
    label.setText(texts.get(key, names.size()));
    label.setTooltip(names.isEmpty() ? null : new Tooltip(String.join("\n", names)));
    label.setAccessibleHelp(String.join(", ", names));
  }

  private static String brief(List<String> names) {
    return names.size() <= 2
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, 2)) + " …";
  }

  private static int read(RecordModel.Glance glance) {
    return glance.grades().values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The number of entries of each verdict, in words. */
  static String counts(Texts texts, RecordModel.Glance glance) {
    int proven = glance.count(Verdict.Grade.PROVEN);
    int look = read(glance) - proven;
    return look == 0 ? texts.get("proven", proven) : texts.get("proven.look", proven, look);
  }
}

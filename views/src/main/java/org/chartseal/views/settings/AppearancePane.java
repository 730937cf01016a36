package org.chartseal.views.settings;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.form.Choice;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.text.Texts;
import org.chartseal.views.kit.theme.Appearance;
import org.chartseal.views.kit.theme.Theme;

/**
 * Language, theme and scale; each takes effect at once, and shows what holds when another window or
 * a key changes it.
 */
final class AppearancePane extends GridPane {

  private final Texts texts;

  /** Held here alone: what is bound both ways keeps neither end. */
  private final ObjectProperty<Double> size;

  AppearancePane(Kit kit, Appearance appearance) {
    this.texts = kit.texts(AppearancePane.class);
    this.size = appearance.scaleProperty().asObject();
    getStyleClass().add("cs-facts");
    ComboBox<Language> language = Choice.of(kit, List.of(Language.values()), Language::ownName);
    language.setId("settings-language");
    language.valueProperty().bindBidirectional(kit.localisation().languageProperty());
    ComboBox<Theme> theme =
        Choice.of(kit, List.of(Theme.values()), value -> texts.word("theme", value));
    theme.setId("settings-theme");
    theme.valueProperty().bindBidirectional(appearance.themeProperty());
    ComboBox<Double> scale =
        Choice.of(kit, Appearance.SCALES, value -> Math.round(value * 100) + "%");
    scale.setId("settings-scale");
    scale.valueProperty().bindBidirectional(size);
    row(0, "appearance.language", language);
    row(1, "appearance.theme", theme);
    row(2, "appearance.scale", scale);
  }

  private void row(int row, String key, Node control) {
    Label label = new Label();
    label.textProperty().bind(texts.bind(key));
    label.getStyleClass().add("cs-quiet");
    label.setLabelFor(control);
    control.accessibleTextProperty().bind(label.textProperty());
    addRow(row, label, control);
  }
}

package org.chartseal.views.settings;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.ComboBox;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.theme.Appearance;
import org.chartseal.views.kit.theme.Theme;
import org.chartseal.views.testing.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AppearancePaneTest {

  private final Appearance appearance = new Appearance(Theme.LIGHT, 1);
  private Workbench bench;

  @BeforeEach
  void show() throws Exception {
    bench = new Workbench();
    bench.show(bench.fx(() -> new AppearancePane(bench.kit(), appearance)));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void what_another_window_changes_is_what_the_boxes_say() {
    bench.fx(() -> {
      appearance.themeProperty().set(Theme.DARK);
      appearance.scaleProperty().set(1.5);
      return appearance;
    });
    bench.speak(Language.KOREAN);
    assertThat(said("settings-language")).isEqualTo("한국어");
    assertThat(said("settings-theme")).isEqualTo("어둡게");
    assertThat(said("settings-scale")).isEqualTo("150%");
  }

  @Test
  void what_is_chosen_takes_effect_at_once() {
    choose("settings-language", Language.KOREAN);
    choose("settings-theme", Theme.CONTRAST);
    choose("settings-scale", 1.25);
    assertThat(bench.kit().localisation().languageProperty().get()).isEqualTo(Language.KOREAN);
    assertThat(appearance.themeProperty().get()).isEqualTo(Theme.CONTRAST);
    assertThat(appearance.scaleProperty().get()).isEqualTo(1.25);
  }

  private String said(String id) {
    return bench.fx(() -> {
      ComboBox<?> box = bench.find(id, ComboBox.class);
      return box.getButtonCell().getText();
    });
  }

  private <T> void choose(String id, T value) {
    bench.fx(() -> {
      @SuppressWarnings("unchecked")
      ComboBox<T> box = bench.find(id, ComboBox.class);
      box.setValue(value);
      return box;
    });
  }
}

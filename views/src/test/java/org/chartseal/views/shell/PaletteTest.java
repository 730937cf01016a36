package org.chartseal.views.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.chartseal.views.testing.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class PaletteTest {

  private final FxRobot robot = new FxRobot();
  private final List<String> opened = new ArrayList<>();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch slow = new CountDownLatch(1);
  private Workbench bench;

  @BeforeEach
  void openThePalette() throws Exception {
    bench = new Workbench();
    Command settings = new Command("Settings", "Screen", () -> opened.add("Settings"));
    bench.fx(() -> {
      bench
          .kit()
          .overlay()
          .show(
              new Palette(
                  bench.kit(),
                  List.of(settings),
                  (typed, most, words, progress) -> found(typed),
                  found -> new Command(found.title(), found.detail(), found.open())));
      return settings;
    });
    bench.settle();
  }

  @AfterEach
  void close() {
    slow.countDown();
    bench.close();
  }

  @Test
  void a_patient_an_entry_and_a_claim_are_found_beside_a_screen_and_opened() throws Exception {
    robot.write("se");
    bench.await(() -> size() == 4);
    bench.picture("palette");
    robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
    assertThat(opened).containsExactly("Seo-yeon");
    assertThat(bench.kit().overlay().isShowing()).isFalse();
  }

  @Test
  void what_was_looked_for_before_is_dropped_when_it_comes_late() throws Exception {
    robot.write("x");
    bench.await(() -> asked.getCount() == 0);
    robot.eraseText(1).write("se");
    bench.await(() -> size() == 4);
    slow.countDown();
    bench.settle();
    assertThat(bench.fx(this::size)).isEqualTo(4);
  }

  private int size() {
    return bench.find("palette-results", ListView.class).getItems().size();
  }

  private List<Found> found(String typed) {
    if (typed.equals("x")) {
      asked.countDown();
      try {
        slow.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return List.of(new Found.Claim("x late", "", Place.QUEUE, () -> {}));
    }
    return List.of(
        new Found.Patient("Seo-yeon", "1970", Place.VISIT, () -> opened.add("Seo-yeon")),
        new Found.Entry("Chest section", "2024", Place.VISIT, () -> opened.add("entry")),
        new Found.Claim("0x5e", "", Place.QUEUE, () -> opened.add("claim")));
  }
}

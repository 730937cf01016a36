package org.chartseal.views.looked;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.chartseal.services.clinical.AccessReceipt;
import org.chartseal.services.clinical.ActorReference;
import org.chartseal.services.clinical.PurposeOfUse;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.testing.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LookedScreenTest {

  private Workbench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new Workbench();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void openings_are_told_by_day_and_those_of_one_reader_on_a_day_as_one() throws Exception {
    show(
        List.of(
            opening("2026-05-04T09:30:00Z", "Dr Ada Okafor"),
            opening("2026-05-04T08:10:00Z", "Dr Ada Okafor"),
            opening("2026-05-04T08:05:00Z", "Dr Kim Minji"),
            opening("2026-05-01T10:00:00Z", "Dr Ada Okafor")));
    bench.awaitText("Dr Kim Minji");
    assertThat(bench.texts())
        .contains("May 4, 2026", "May 1, 2026", ", 2 times")
        .contains("Dr Ada Okafor, St Mary's Hospital")
        .contains("For treatment. Opened: general health information.")
        .contains("as the computers of those who looked reported them");
    bench.pictures("looked");
    bench.speak(Language.KOREAN);
    assertThat(bench.texts()).contains("목적: 진료 · 본 내용: 일반 건강 정보");
  }

  @Test
  void the_openings_are_saved_as_a_table(@TempDir Path folder) throws Exception {
    show(List.of(opening("2026-05-04T09:30:00Z", "Dr Ada Okafor")));
    bench.awaitText("Dr Ada Okafor");
    Path file = folder.resolve("looked.csv");
    bench.exports().choose(file);
    bench.press("looked-csv");
    bench.await(() -> bench.has("saving-where"));
    assertThat(Files.readString(file))
        .contains("First,Last,Times,Who,Organisation,For what,Opened,Reason\r\n")
        .contains("2026-05-04T09:30:00Z,2026-05-04T09:30:00Z,1,Dr Ada Okafor,St Mary's Hospital,");
  }

  @Test
  void a_hundred_thousand_openings_make_a_screen_of_cells() throws Exception {
    List<AccessReceipt> many = new ArrayList<>();
    Instant first = Instant.parse("2026-05-04T09:30:00Z");
    for (int n = 0; n < 100_000; n++) {
      many.add(opening(first.minusSeconds(40_000L * n).toString(), "Dr " + n));
    }
    show(many);
    bench.awaitText("Dr 0");
    int cells = bench.fx(() -> bench.find("looked", Node.class).lookupAll(".list-cell").size());
    assertThat(cells).isLessThan(40);
  }

  @Test
  void nobody_having_looked_is_said() throws Exception {
    show(List.of());
    bench.awaitText("Nobody has looked");
  }

  private void show(List<AccessReceipt> openings) {
    bench.show(bench.fx(() -> new LookedScreen(bench.kit(), () -> openings)));
  }

  private static AccessReceipt opening(String at, String reader) {
    return new AccessReceipt(
        at,
        Instant.parse(at),
        new ActorReference(ActorReference.Kind.PRACTITIONER, reader, reader),
        new ActorReference(ActorReference.Kind.ORGANISATION, "2", "St Mary's Hospital"),
        new ActorReference(ActorReference.Kind.PATIENT, "p", ""),
        PurposeOfUse.TREATMENT,
        "",
        List.of(SensitivityClass.GENERAL),
        "");
  }
}

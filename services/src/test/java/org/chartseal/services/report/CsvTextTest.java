package org.chartseal.services.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+1", "@SUM(A1)", "-cmd", " =1", "\t=1", "-1+2", "＝1+1", "\r=2", "\n=2"})
  void what_a_spreadsheet_would_calculate_is_marked_as_text(String cell) {
    assertThat(csv(List.of(cell)).replace("\"", "")).startsWith("'" + cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1200", "-0.5", "Dr Kim", "a=b", "홍서연", ""})
  void other_cells_stay_as_they_are(String cell) {
    assertThat(csv(List.of(cell))).isEqualTo(cell + "\r\n");
  }

  @Test
  void quotes_commas_and_breaks_are_quoted() {
    assertThat(csv(List.of("a,b", "say \"x\"", "one\ntwo")))
        .isEqualTo("\"a,b\",\"say \"\"x\"\"\",\"one\ntwo\"\r\n");
  }

  private static String csv(List<String> line) {
    String text = new String(new CsvText(List.of(line)).bytes(), StandardCharsets.UTF_8);
    assertThat(text).startsWith("\uFEFF");
    return text.substring(1);
  }
}

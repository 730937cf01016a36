package org.chartseal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NewestFirstTest {

  @Test
  void answers_come_by_day_and_time_and_those_without_a_date_come_last() {
    NewestFirst sorted = new NewestFirst();
    for (String date :
        new String[] {
          "2021-06-19T10:00:00Z",
          "",
          "2021",
          "2024-08-07T09:00:00-05:00",
          "2021-07-03T08:00:00Z",
          "2024-08-07T10:30:00-05:00"
        }) {
      sorted.add(date, Row.of("date", date), "on " + date);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintWriter writer = new PrintWriter(out, true, StandardCharsets.UTF_8);
    sorted.giveTo(
        new HumanOutput(
            new Terminal(
                new ByteArrayInputStream(new byte[0]), out, writer, writer, Optional.empty())));
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "on 2024-08-07T10:30:00-05:00",
            "on 2024-08-07T09:00:00-05:00",
            "on 2021-07-03T08:00:00Z",
            "on 2021-06-19T10:00:00Z",
            "on 2021",
            "on ");
  }
}

package org.chartseal.services.clinical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SharedLinesTest {

  @Test
  void equal_texts_of_two_entries_are_one_object_and_say_what_they_said() {
    SharedLines shared = new SharedLines();
    EntryView.Line first = shared.of(List.of(weight("1"))).getFirst();
    EntryView.Line second = shared.of(List.of(weight("2"))).getFirst();
    assertThat(second).isEqualTo(first);
    assertThat(second.label()).isSameAs(first.label()).isEqualTo("Body weight");
    assertThat(second.value()).isSameAs(first.value()).isEqualTo("71 kg");
    assertThat(second.type()).isEqualTo("Observation");
    assertThat(second.code()).isSameAs(first.code());
  }

  private static EntryView.Line weight(String id) {
    return new EntryView.Line(
        "Observation/" + id,
        String.join(" ", "Body", "weight"),
        String.join(" ", "71", "kg"),
        "",
        "final",
        "2026-03-0" + 1,
        new DocumentView.Coded("http://loinc.org", String.join("-", "29463", "7"), ""));
  }
}

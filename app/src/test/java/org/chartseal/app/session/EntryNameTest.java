package org.chartseal.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Place;
import org.chartseal.services.seal.SensitivityClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryNameTest {

  @Test
  void a_name_says_whose_it_is_and_its_place() {
    EntryName name =
        new EntryName(
            "cards/hong.card",
            new OrganisationId(2),
            new SensitivityClass("PSY"),
            1,
            2024,
            new Place(0, 17));
    assertThat(name).hasToString("cards/hong.card/2.PSY.1.2024.0.17");
    assertThat(EntryName.parse(name.toString())).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hong",
        "hong/2.N.0.2024.0",
        "hong/2.QQ.0.2024.0.1",
        "/2.N.0.2024.0.1",
        "hong/2.N.0.2024.99999.1",
        "hong/2.N.0.2024.0.999999999999"
      })
  void what_is_no_name_is_told_apart(String text) {
    assertThat(EntryName.parse(text)).isEmpty();
  }
}

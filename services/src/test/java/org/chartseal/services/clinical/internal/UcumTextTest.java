package org.chartseal.services.clinical.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UcumTextTest {

  @ParameterizedTest
  @CsvSource({
    "mm[Hg], mmHg",
    "mg/dL, mg/dL",
    "10*3/uL, 10³/µL",
    "ug/mL, mcg/mL",
    "m[IU]/L, mIU/L",
    "[degF], °F",
    "Cel, °C",
    "kg/m2, kg/m2",
    "mL/min/{1.73_m2}, mL/min/1.73 m2",
    "{#}/min, /min",
    "mmol/mol{creat}, mmol/mol",
    "10*3{cells}/uL, 10³/µL",
    "ug/g{hair}, mcg/g",
    "tablet, tablet"
  })
  void a_unit_reads_as_people_write_it(String recorded, String read) {
    assertThat(UcumText.of(recorded)).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({"{score}", "{nominal}"})
  void what_counts_has_no_unit(String recorded) {
    assertThat(UcumText.of(recorded)).isEmpty();
  }
}

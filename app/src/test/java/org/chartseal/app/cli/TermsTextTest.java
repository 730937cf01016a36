package org.chartseal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.chartseal.services.clinical.PurposeOfUse;
import org.chartseal.services.seal.SensitivityClass;
import org.junit.jupiter.api.Test;

class TermsTextTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @Test
  void purposes_are_words_or_codes() throws Exception {
    assertThat(TermsText.purpose("treatment")).isEqualTo(PurposeOfUse.TREATMENT);
    assertThat(TermsText.purpose("HPAYMT")).isEqualTo(PurposeOfUse.PAYMENT);
    assertThat(TermsText.purpose("patient-request")).isEqualTo(PurposeOfUse.PATIENT_REQUEST);
    assertThatThrownBy(() -> TermsText.purpose("curiosity")).hasMessageContaining("CS-USE-06");
  }

  @Test
  void only_clinical_classes_can_be_asked_for() throws Exception {
    assertThat(TermsText.classes(List.of("general", "psy", "N")))
        .containsExactly(SensitivityClass.GENERAL, new SensitivityClass("PSY"));
    assertThatThrownBy(() -> TermsText.classes(List.of("consent")))
        .hasMessageContaining("CS-USE-07");
  }

  @Test
  void years_are_single_or_a_range() throws Exception {
    assertThat(TermsText.years(List.of("2020", "2022-2024")))
        .containsExactly(2020, 2022, 2023, 2024);
    assertThatThrownBy(() -> TermsText.years(List.of("2024-2020")))
        .hasMessageContaining("CS-USE-09");
    assertThatThrownBy(() -> TermsText.years(List.of("0000-9999")))
        .hasMessageContaining("CS-USE-09");
  }

  @Test
  void an_end_is_a_day_a_time_or_a_span() throws Exception {
    assertThat(TermsText.until("8h", NOW, ZoneOffset.UTC))
        .isEqualTo(Instant.parse("2026-03-01T18:00:00Z"));
    assertThat(TermsText.until("2026-03-02", NOW, ZoneOffset.UTC))
        .isEqualTo(Instant.parse("2026-03-03T00:00:00Z"));
    assertThat(TermsText.until("2026-03-02T12:00:00Z", NOW, ZoneOffset.UTC))
        .isEqualTo(Instant.parse("2026-03-02T12:00:00Z"));
    assertThatThrownBy(() -> TermsText.until("soon", NOW, ZoneOffset.UTC))
        .hasMessageContaining("CS-USE-08");
  }
}

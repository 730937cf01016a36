package org.chartseal.services.claims.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"data\":null}", "{\"data\":7}", "{\"data\":\"%\"}"})
  void what_is_no_text_in_base64_is_refused_as_bytes(String json) throws IOException {
    Fields fields = Fields.of(Json.STRICT.readTree(json));
    assertThatThrownBy(() -> fields.bytes("data")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void base64_is_read_as_bytes() throws IOException {
    Fields fields = Fields.of(Json.STRICT.readTree("{\"data\":\"AQI=\"}"));
    assertThat(fields.bytes("data")).containsExactly(1, 2);
  }
}

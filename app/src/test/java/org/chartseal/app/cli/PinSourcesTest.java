package org.chartseal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chartseal.app.session.PinSource;
import org.chartseal.signing.Pin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinSourcesTest {

  @TempDir Path folder;

  @Test
  void a_file_with_names_gives_each_their_own_pin() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("pins"), "# comment: 1\ndr-kim: 111111\r\ndr-kimberley: 222222\n");
    assertThat(text(PinSources.file(file), "dr-kim")).isEqualTo("111111");
    assertThat(text(PinSources.file(file), "dr-kimberley")).isEqualTo("222222");
    assertThatThrownBy(() -> text(PinSources.file(file), "dr-lee"))
        .hasMessageContaining("CS-PIN-04");
  }

  @Test
  void a_file_with_one_pin_is_anybodys() throws Exception {
    Path file = Files.writeString(folder.resolve("pin"), "987654\n");
    assertThat(text(PinSources.file(file), "whoever")).isEqualTo("987654");
  }

  @Test
  void standard_input_is_read_line_by_line_in_the_order_of_asking() throws Exception {
    PinSource pins =
        PinSources.standardInput(
            new ByteArrayInputStream("111111\n222222".getBytes(StandardCharsets.UTF_8)));
    assertThat(text(pins, "first")).isEqualTo("111111");
    assertThat(text(pins, "second")).isEqualTo("222222");
    assertThatThrownBy(() -> text(pins, "third")).hasMessageContaining("CS-PIN-06");
  }

  private static String text(PinSource source, String alias) throws Exception {
    try (Pin pin = source.ask(alias, "PIN")) {
      return pin.use(String::new);
    }
  }
}

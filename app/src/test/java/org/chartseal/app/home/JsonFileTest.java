package org.chartseal.app.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFileTest {

  /** A file of the home folder. */
  record Sample(int version, List<String> names, boolean done) {}

  @TempDir Path folder;

  private Path path;
  private JsonFile<Sample> file;

  @BeforeEach
  void file() {
    path = folder.resolve("sample.json");
    file = new JsonFile<>(path, 2, Sample.class);
  }

  @Test
  void what_is_written_is_read() throws Exception {
    Sample sample = new Sample(2, List.of("서연"), true);
    file.write(sample);
    assertThat(file.read()).contains(sample);
  }

  @Test
  void no_file_is_no_fault() throws Exception {
    assertThat(file.read()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{",
        "{\"version\":2,\"names\":[],\"done\":true}x",
        "{\"version\":2,\"names\":[]}",
        "{\"version\":2,\"names\":null,\"done\":true}",
        "{\"version\":2,\"names\":[],\"done\":true,\"more\":1}",
        "{\"version\":2,\"names\":[],\"done\":true,\"done\":false}",
        "{\"version\":\"2\",\"names\":[],\"done\":true}",
        "{\"version\":1,\"names\":[],\"done\":true}"
      })
  void anything_else_is_called_damaged(String content) throws Exception {
    Files.writeString(path, content);
    assertThatThrownBy(file::read).hasMessageContaining("CS-HOME-03");
  }

  @Test
  void a_newer_version_is_refused_in_words() throws Exception {
    Files.writeString(path, "{\"version\":3,\"anything\":1}");
    assertThatThrownBy(file::read).hasMessageContaining("CS-HOME-04").hasMessageContaining("newer");
  }

  @Test
  void no_message_holds_content_or_a_path() throws Exception {
    Files.writeString(path, "{\"version\":2,\"secret\":\"4711\"}");
    assertThatThrownBy(file::read)
        .message()
        .doesNotContain("4711")
        .doesNotContain(folder.toString());
  }
}

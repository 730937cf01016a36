package org.chartseal.services.seal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.chartseal.services.seal.Fixtures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonStringsTest {

  private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

  private static String written(String text) {
    ByteSink sink = new ByteSink(16);
    JsonStrings.write(text, sink);
    return new String(sink.toByteArray(), StandardCharsets.UTF_8);
  }

  /** Each string of the input, in whatever form, is written as the canonical output has it. */
  @ParameterizedTest
  @ValueSource(strings = {"arrays", "french", "structures", "unicode", "values", "weird"})
  void strings_are_written_as_rfc_8785_has_them(String name) throws IOException {
    String canonical =
        Files.readString(Fixtures.file("crypto/jcs/testdata/output/" + name + ".json"));
    List<String> expected = new ArrayList<>();
    Matcher matcher = STRING.matcher(canonical);
    while (matcher.find()) {
      expected.add(matcher.group());
    }
    List<String> actual = new ArrayList<>();
    try (JsonParser parser =
        new ObjectMapper()
            .createParser(
                Files.newBufferedReader(
                    Fixtures.file("crypto/jcs/testdata/input/" + name + ".json")))) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
          actual.add(written(parser.getText()));
        }
      }
    }
    assertThat(actual).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Property
  void jackson_reads_what_is_written(@ForAll String text) throws IOException {
    if (JsonStrings.hasLoneSurrogate(text)) {
      assertThatIllegalArgumentException().isThrownBy(() -> written(text));
    } else {
      assertThat(new ObjectMapper().readValue(written(text), String.class)).isEqualTo(text);
    }
  }
}

package org.chartseal.services.seal.cbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CborTest {

  private static final HexFormat HEX = HexFormat.of();

  private static CborReader reader(String hex) {
    return new CborReader(HEX.parseHex(hex));
  }

  /** RFC 8949, appendix A. */
  @ParameterizedTest
  @CsvSource({
    "0,00",
    "1,01",
    "10,0a",
    "23,17",
    "24,1818",
    "25,1819",
    "100,1864",
    "1000,1903e8",
    "1000000,1a000f4240",
    "1000000000000,1b000000e8d4a51000"
  })
  void integers_are_those_of_the_standard(long value, String hex) throws CborException {
    assertThat(HEX.formatHex(new CborWriter().unsigned(value).toByteArray())).isEqualTo(hex);
    assertThat(reader(hex).unsigned(Long.MAX_VALUE)).isEqualTo(value);
  }

  /** RFC 8949, appendix A. */
  @ParameterizedTest
  @CsvSource({
    "'',60",
    "a,6161",
    "IETF,6449455446",
    "'\"\\',62225c",
    "ü,62c3bc",
    "水,63e6b0b4",
    "𐅑,64f0908591"
  })
  void texts_are_those_of_the_standard(String value, String hex) throws CborException {
    assertThat(HEX.formatHex(new CborWriter().text(value).toByteArray())).isEqualTo(hex);
    assertThat(reader(hex).text(100)).isEqualTo(value);
  }

  /** RFC 8949, appendix A: {"a": 1, "b": [2, 3]}. */
  @Test
  void maps_are_those_of_the_standard() throws CborException {
    byte[] written =
        new CborWriter()
            .map(2)
            .key("a")
            .unsigned(1)
            .key("b")
            .array(2)
            .unsigned(2)
            .unsigned(3)
            .toByteArray();
    assertThat(HEX.formatHex(written)).isEqualTo("a26161016162820203");
    CborReader reader = new CborReader(written);
    CborReader.Fields fields = reader.map();
    assertThat(fields.require("a").unsigned(9)).isEqualTo(1);
    assertThat(fields.take("aa")).isFalse();
    assertThat(fields.take("b")).isTrue();
    reader.arrayOf(2);
    assertThat(reader.unsigned(9)).isEqualTo(2);
    assertThat(reader.unsigned(9)).isEqualTo(3);
    fields.end();
    reader.end();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1800",
        "1817",
        "190017",
        "1a0000ffff",
        "1b00000000ffffffff",
        "1bffffffffffffffff",
        "1c",
        "1f",
        "20",
        "",
        "18",
        "c000",
        "f6",
        "f90000"
      })
  void an_integer_in_another_form_is_refused(String hex) {
    assertThatExceptionOfType(CborException.class)
        .isThrownBy(() -> reader(hex).unsigned(Long.MAX_VALUE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5f4101ff", "42ff", "5800", "5b7fffffffffffffff", "5a7fffffff", "6101"})
  void bytes_in_another_form_are_refused(String hex) {
    assertThatExceptionOfType(CborException.class)
        .isThrownBy(() -> reader(hex).bytes(Integer.MAX_VALUE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"61ff", "62c328", "63eda080", "7f6161ff"})
  void text_that_is_not_utf_8_is_refused(String hex) {
    assertThatExceptionOfType(CborException.class).isThrownBy(() -> reader(hex).text(100));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a2616200616101",
        "a2616100616101",
        "a262616100616201",
        "a1610001",
        "a16162",
        "bf616100ff"
      })
  void a_map_out_of_order_or_with_other_keys_is_refused(String hex) {
    assertThatExceptionOfType(CborException.class)
        .isThrownBy(() -> {
          CborReader reader = reader(hex);
          CborReader.Fields fields = reader.map();
          fields.require("a").unsigned(9);
          fields.require("b").unsigned(9);
          fields.end();
        });
  }

  @Test
  void an_unknown_key_and_bytes_after_the_end_are_refused() throws CborException {
    CborReader reader = reader("a2616101616202" + "00");
    CborReader.Fields fields = reader.map();
    fields.require("a").unsigned(9);
    assertThatExceptionOfType(CborException.class).isThrownBy(fields::end);
    fields.require("b").unsigned(9);
    fields.end();
    assertThatExceptionOfType(CborException.class).isThrownBy(reader::end);
  }

  @Test
  void negative_integers_are_not_written() {
    assertThatIllegalArgumentException().isThrownBy(() -> new CborWriter().unsigned(-1));
  }

  @Property
  void what_is_written_is_read_again(
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long number, @ForAll byte[] bytes)
      throws CborException {
    CborWriter writer = new CborWriter().array(2).unsigned(number).bytes(bytes);
    CborReader reader = new CborReader(writer.toByteArray());
    reader.arrayOf(2);
    assertThat(reader.unsigned(Long.MAX_VALUE)).isEqualTo(number);
    assertThat(reader.bytes(bytes.length)).isEqualTo(bytes);
    reader.end();
  }

  @Property
  void keys_that_are_read_are_in_order(@ForAll @UniqueElements List<Byte> bytes)
      throws CborException {
    List<String> keys =
        bytes.stream()
            .map(b -> Integer.toString(b & 0xff))
            .sorted(java.util.Comparator.comparingInt(String::length).thenComparing(k -> k))
            .toList();
    CborWriter writer = new CborWriter().map(keys.size());
    keys.forEach(key -> writer.key(key).unsigned(0));
    CborReader reader = new CborReader(writer.toByteArray());
    CborReader.Fields fields = reader.map();
    for (String key : keys) {
      assertThat(fields.hasNext()).isTrue();
      assertThat(fields.key(3)).isEqualTo(key);
      reader.unsigned(0);
    }
    fields.end();
  }

  @Property
  void any_bytes_are_read_or_refused(@ForAll byte[] bytes) {
    try {
      CborReader reader = new CborReader(bytes);
      CborReader.Fields fields = reader.map();
      while (fields.hasNext()) {
        fields.key(100);
        reader.bytes(100);
      }
    } catch (CborException e) {
      assertThat(e).hasMessageNotContaining("null");
    }
  }
}

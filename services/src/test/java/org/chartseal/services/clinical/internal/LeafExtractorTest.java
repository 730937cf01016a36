package org.chartseal.services.clinical.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chartseal.services.seal.Leaf;
import org.chartseal.services.seal.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeafExtractorTest {

  private final FhirLeafExtractor extractor = new FhirLeafExtractor();

  @Test
  void the_head_comes_first_and_then_each_value_in_document_order() throws RefusedException {
    List<Leaf> leaves =
        leaves(
            """
            {"resourceType":"Observation","id":"o1","status":"final",
             "code":{"coding":[{"system":"http://loinc.org","code":"718-7"}]},
             "valueQuantity":{"value":13.50,"comparator":"<","unit":"g/dL"},
             "note":[{"text":"a \\"quoted\\" note"}]}
            """);
    String head =
        "{\"id\":\"o1\",\"modifiers\":[[\"/status\",\"code\",\"final\"],"
            + "[\"/valueQuantity/comparator\",\"code\",\"<\"]],\"resourceType\":\"Observation\"}";
    assertThat(leaves)
        .containsExactly(
            new Leaf("Observation/o1", "", "Resource", head),
            leaf("/resourceType", "code", "Observation"),
            leaf("/id", "id", "o1"),
            leaf("/status", "code", "final"),
            leaf("/code/coding/0/system", "uri", "http://loinc.org"),
            leaf("/code/coding/0/code", "code", "718-7"),
            leaf("/valueQuantity/value", "decimal", "13.50"),
            leaf("/valueQuantity/comparator", "code", "<"),
            leaf("/valueQuantity/unit", "string", "g/dL"),
            leaf("/note/0/text", "markdown", "a \"quoted\" note"));
  }

  @Test
  void type_and_id_may_stand_at_the_end() throws RefusedException {
    List<Leaf> leaves = leaves("{\"active\":true,\"id\":\"x\",\"resourceType\":\"Patient\"}");
    assertThat(leaves).extracting(Leaf::resource).containsOnly("Patient/x");
    assertThat(leaves)
        .extracting(Leaf::pointer)
        .containsExactly("", "/active", "/id", "/resourceType");
  }

  @Test
  void extensions_of_a_value_are_leaves_and_null_keeps_their_place() throws RefusedException {
    List<Leaf> leaves =
        leaves(
            """
            {"resourceType":"Patient","id":"x",
             "name":[{"given":["A",null],"_given":[null,{"extension":[{"url":"http://e","valueCode":"masked"}]}]}],
             "_birthDate":{"id":"b"}}
            """);
    assertThat(leaves)
        .extracting(Leaf::pointer, Leaf::type, Leaf::value)
        .contains(
            org.assertj.core.groups.Tuple.tuple("/name/0/given/0", "string", "A"),
            org.assertj.core.groups.Tuple.tuple(
                "/name/0/_given/1/extension/0/url", "uri", "http://e"),
            org.assertj.core.groups.Tuple.tuple(
                "/name/0/_given/1/extension/0/valueCode", "code", "masked"),
            org.assertj.core.groups.Tuple.tuple("/_birthDate/id", "string", "b"));
  }

  @Test
  void a_contained_resource_is_walked_with_its_own_type() throws RefusedException {
    List<Leaf> leaves =
        leaves(
            """
            {"resourceType":"Condition","id":"c",
             "contained":[{"id":"p","active":false,"resourceType":"Practitioner"}],
             "verificationStatus":{"coding":[{"code":"refuted"}]}}
            """);
    assertThat(leaves)
        .extracting(Leaf::pointer)
        .contains("/contained/0/id", "/contained/0/active", "/contained/0/resourceType");
    assertThat(leaves.getFirst().value())
        .contains("[\"/verificationStatus/coding/0/code\",\"code\",\"refuted\"]")
        .doesNotContain("/contained/0/id");
  }

  @Test
  void what_is_inside_of_a_modifier_is_in_the_head_at_any_depth() throws RefusedException {
    List<Leaf> leaves =
        leaves(
            """
            {"resourceType":"Procedure","id":"p",
             "performer":[{"modifierExtension":[{"url":"http://m","valueBoolean":true}]}],
             "_status":{"extension":[{"url":"http://x","valueCode":"unknown"}]}}
            """);
    assertThat(leaves.getFirst().value())
        .contains("[\"/performer/0/modifierExtension/0/url\",\"uri\",\"http://m\"]")
        .contains("[\"/performer/0/modifierExtension/0/valueBoolean\",\"boolean\",\"true\"]")
        .contains("[\"/_status/extension/0/valueCode\",\"code\",\"unknown\"]");
  }

  @Test
  void elements_that_are_defined_by_reference_to_others_are_followed() throws RefusedException {
    List<Leaf> leaves =
        leaves(
            """
            {"resourceType":"Questionnaire","id":"q",
             "item":[{"linkId":"1","item":[{"linkId":"2","item":[{"linkId":"3","required":true}]}]}]}
            """);
    assertThat(leaves).extracting(Leaf::pointer).contains("/item/0/item/0/item/0/required");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "CS-DOC-15 | {\"resourceType\":\"Patient\",\"id\":\"x\"",
        "CS-DOC-15 | {\"resourceType\":\"Patient\",\"id\":\"x\"} {}",
        "CS-DOC-16 | {\"resourceType\":\"Patient\",\"id\":\"x\",\"active\":true,\"active\":false}",
        "CS-DOC-16 | {\"resourceType\":\"Patient\",\"id\":\"x\",\"resourceType\":\"Patient\"}",
        "CS-DOC-16 |"
            + " {\"resourceType\":\"Observation\",\"id\":\"x\",\"valueString\":\"a\",\"valueInteger\":1}",
        "CS-DOC-17 | {\"resourceType\":\"Patient\",\"id\":\"x\",\"name\":[{\"text\":\"\\ud800\"}]}",
        "CS-DOC-17 |"
            + " {\"resourceType\":\"Patient\",\"id\":\"x\",\"name\":[{\"text\":\"\\uDC00\\uD800\"}]}",
        "CS-DOC-18 | {\"id\":\"x\"}",
        "CS-DOC-18 | [1]",
        "CS-DOC-19 | {\"resourceType\":\"Person2\",\"id\":\"x\"}",
        "CS-DOC-19 | {\"resourceType\":\"Element\",\"id\":\"x\"}",
        "CS-DOC-20 | {\"resourceType\":\"Patient\",\"id\":\"x\",\"nickname\":\"y\"}",
        "CS-DOC-20 | {\"resourceType\":\"Patient\",\"id\":\"x\",\"_name\":{\"id\":\"y\"}}",
        "CS-DOC-20 | {\"resourceType\":\"Observation\",\"id\":\"x\",\"valueAddress\":{}}",
        "CS-DOC-21 | {\"resourceType\":\"Patient\",\"id\":\"x\",\"active\":\"true\"}",
        "CS-DOC-21 | {\"resourceType\":\"Patient\",\"id\":\"x\",\"name\":{\"text\":\"y\"}}",
        "CS-DOC-21 | {\"resourceType\":\"Patient\",\"id\":\"x\",\"birthDate\":[\"1990\"]}",
        "CS-DOC-21 | {\"resourceType\":\"Patient\",\"id\":\"x\",\"multipleBirthInteger\":1.0}",
        "CS-DOC-21 | {\"resourceType\":\"Patient\",\"id\":\"x\",\"contained\":[{\"id\":\"y\"}]}",
        "CS-DOC-22 | {\"resourceType\":\"Patient\",\"id\":\"x\",\"active\":null}",
        "CS-DOC-22 | {\"resourceType\":\"Patient\",\"id\":\"x\",\"name\":[null]}",
        "CS-DOC-22 | {\"resourceType\":\"Patient\",\"id\":\"x\",\"name\":[{\"given\":[null]}]}",
        "CS-DOC-22 |"
            + " {\"resourceType\":\"Patient\",\"id\":\"x\",\"name\":[{\"given\":[null],\"_given\":[null]}]}",
        "CS-DOC-23 | {\"resourceType\":\"Patient\",\"id\":\"x\",\"name\":[]}",
        "CS-DOC-23 | {\"resourceType\":\"Patient\",\"id\":\"x\",\"name\":[{}]}",
        "CS-DOC-24 | {\"resourceType\":\"Patient\"}",
        "CS-DOC-24 | {\"resourceType\":\"Patient\",\"id\":\"a b\"}"
      })
  void what_can_be_read_in_two_ways_or_not_at_all_is_refused(String code, String json) {
    assertThat(refusal(json.getBytes(StandardCharsets.UTF_8)).fault().code()).isEqualTo(code);
  }

  @Test
  void a_surrogate_pair_is_a_character() throws RefusedException {
    List<Leaf> leaves =
        leaves(
            "{\"resourceType\":\"Patient\",\"id\":\"x\",\"name\":[{\"text\":\"\\ud83d\\ude00\"}]}");
    assertThat(leaves.getLast().value()).isEqualTo("\ud83d\ude00");
  }

  @Test
  void bytes_that_are_not_utf_8_are_refused() {
    byte[] latin =
        "{\"resourceType\":\"Patient\",\"id\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
    byte[] utf16 = "{\"resourceType\":\"Patient\"}".getBytes(StandardCharsets.UTF_16LE);
    byte[] surrogate = "{\"id\":\"???\"}".getBytes(StandardCharsets.UTF_8);
    surrogate[7] = (byte) 0xed;
    surrogate[8] = (byte) 0xa0;
    surrogate[9] = (byte) 0x80;
    assertThat(List.of(latin, utf16, surrogate))
        .allSatisfy(bytes -> assertThat(refusal(bytes).fault().code()).isEqualTo("CS-DOC-08"));
  }

  @Test
  void nesting_without_end_is_refused_before_it_costs_anything() {
    String deep = "{\"url\":\"u\",\"extension\":[".repeat(5_000);
    String json = "{\"resourceType\":\"Patient\",\"id\":\"x\",\"extension\":[" + deep;
    assertThat(refusal(json.getBytes(StandardCharsets.UTF_8)).fault().code())
        .isEqualTo("CS-DOC-11");
  }

  @Test
  void a_refusal_says_where_and_not_what() {
    RefusedException refusal =
        refusal(
            "{\"resourceType\":\"Patient\",\"id\":\"secret-id\",\"name\":[{\"family\":\"Secret\",\"given\":1}]}"
                .getBytes(StandardCharsets.UTF_8));
    assertThat(refusal.fault().sentence())
        .contains("Patient/name/0/given")
        .doesNotContainIgnoringCase("secret");
  }

  @Test
  void every_example_of_the_standard_is_taken_apart() throws RefusedException {
    for (var file : Fixtures.files("fhir/r4-examples", ".json")) {
      if (!file.endsWith("package.json")) {
        assertThat(extractor.leaves(Fixtures.bytes(file)))
            .as("%s", file.getFileName())
            .isNotEmpty();
      }
    }
  }

  private List<Leaf> leaves(String json) throws RefusedException {
    return extractor.leaves(json.getBytes(StandardCharsets.UTF_8));
  }

  private RefusedException refusal(byte[] json) {
    RefusedException refusal =
        catchThrowableOfType(RefusedException.class, () -> extractor.leaves(json));
    assertThat(refusal).as("not refused").isNotNull();
    return refusal;
  }

  private static Leaf leaf(String pointer, String type, String value) {
    return new Leaf("Observation/o1", pointer, type, value);
  }
}

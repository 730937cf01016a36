package org.chartseal.services.clinical.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chartseal.services.seal.Leaf;
import org.chartseal.services.seal.RefusedException;

class LeafProperties {

  private static final List<String> MEMBERS =
      List.of(
          "\"language\":\"en\"",
          "\"issued\":\"2026-01-01T00:00:00Z\"",
          "\"valueInteger\":3",
          "\"note\":[{\"text\":\"n\"}]");

  private final FhirLeafExtractor extractor = new FhirLeafExtractor();

  @Property(tries = 300)
  void decimals_keep_the_digits_that_they_were_written_with(@ForAll("decimals") String decimal)
      throws RefusedException {
    List<Leaf> leaves = leaves("\"valueQuantity\":{\"value\":" + decimal + "}");
    assertThat(leaves.getLast().value()).isEqualTo(decimal);
  }

  @Property(tries = 300)
  void texts_are_the_same_whichever_way_they_are_escaped(@ForAll("texts") String text)
      throws RefusedException {
    StringBuilder escaped = new StringBuilder();
    text.chars().forEach(c -> escaped.append("\\u%04x".formatted(c)));
    List<Leaf> leaves = leaves("\"valueString\":\"" + escaped + "\"");
    assertThat(leaves.getLast().value()).isEqualTo(text);
  }

  @Property(tries = 100)
  void another_order_gives_other_leaves(
      @ForAll("decimals") String one, @ForAll("decimals") String other) throws RefusedException {
    String low = "{\"low\":{\"value\":" + one + "}}";
    String high = "{\"low\":{\"value\":" + other + "}}";
    List<Leaf> forth = leaves("\"referenceRange\":[" + low + "," + high + "]");
    List<Leaf> back = leaves("\"referenceRange\":[" + high + "," + low + "]");
    assertThat(forth.equals(back)).isEqualTo(one.equals(other));
  }

  @Property
  void members_in_another_order_give_other_leaves(@ForAll("orders") List<String> members)
      throws RefusedException {
    boolean asWritten = members.equals(MEMBERS);
    List<Leaf> shuffled = leaves(String.join(",", members));
    assertThat(shuffled.equals(leaves(String.join(",", MEMBERS)))).isEqualTo(asWritten);
    assertThat(shuffled).hasSize(3 + MEMBERS.size());
  }

  @Property(tries = 300)
  void whatever_the_bytes_are_there_are_leaves_or_a_refusal(@ForAll byte[] noise) {
    byte[] json =
        "{\"resourceType\":\"Patient\",\"id\":\"x\",\"name\":[{\"text\":\""
            .getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[json.length + noise.length];
    System.arraycopy(json, 0, all, 0, json.length);
    System.arraycopy(noise, 0, all, json.length, noise.length);
    try {
      assertThat(extractor.leaves(all)).isNotEmpty();
    } catch (RefusedException refused) {
      assertThat(refused.fault().code()).startsWith("CS-DOC-");
    }
  }

  @Provide
  Arbitrary<String> decimals() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("-1000000"), new BigDecimal("1000000"))
        .ofScale(6)
        .map(BigDecimal::toPlainString);
  }

  @Provide
  Arbitrary<List<String>> orders() {
    return Arbitraries.shuffle(MEMBERS);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .ofMinLength(1)
        .ofMaxLength(20)
        .filter(text -> text.chars().noneMatch(c -> Character.isSurrogate((char) c)));
  }

  private List<Leaf> leaves(String elements) throws RefusedException {
    String json = "{\"resourceType\":\"Observation\",\"id\":\"o\"," + elements + "}";
    return extractor.leaves(json.getBytes(StandardCharsets.UTF_8));
  }
}

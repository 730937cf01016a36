package org.chartseal.services.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.chartseal.services.seal.internal.SecretBytes;
import org.junit.jupiter.api.Test;

class ContentTest {

  private static final LeafSalts SALTS = new LeafSalts(SecretBytes.copyOf(new byte[32]));

  @Property(tries = 40)
  void the_root_is_that_of_the_protocol(@ForAll @IntRange(min = 1, max = 300) int count) {
    List<Leaf> leaves =
        IntStream.range(0, count).mapToObj(i -> new Leaf("A/b", "/" + i, "code", "é" + i)).toList();
    int size = 64;
    while (size < count) {
      size *= 2;
    }
    List<byte[]> data = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      byte[] body = i < count ? leaves.get(i).body() : new byte[0];
      byte[] leaf = new byte[32 + body.length];
      System.arraycopy(SALTS.salt(i).bytes(), 0, leaf, 0, 32);
      System.arraycopy(body, 0, leaf, 32, body.length);
      data.add(leaf);
    }
    ContentTree tree = ContentTree.of(leaves, SALTS);
    assertThat(tree.root()).isEqualTo(MerkleTree.of(data).root());
    assertThat(tree.leafCount()).isEqualTo(count);
    assertThat(tree.show(count - 1).root()).isEqualTo(tree.root());
    assertThat(tree.show(count - 1).place().size()).isEqualTo(size);
  }

  @Test
  void leaves_stand_in_the_protocols_order() {
    List<Leaf> leaves = Samples.leaves(Samples.content(0));
    assertThat(leaves)
        .extracting(leaf -> leaf.resource() + leaf.pointer())
        .containsExactly(
            "/original",
            "/subject",
            "/attachment",
            "Procedure/one",
            "Procedure/one/status",
            "Procedure/one/code/coding/0/code",
            "Procedure/one/code/text",
            "Procedure/one/code/coding/0/code/nullifier",
            "Procedure/two",
            "Procedure/two/status",
            "Procedure/two/code/coding/0/code",
            "Procedure/two/code/text");
    assertThat(leaves.get(3).value())
        .isEqualTo(
            "{\"id\":\"one\",\"modifiers\":[[\"/status\",\"code\",\"completed\"]],"
                + "\"resourceType\":\"Procedure\"}");
    assertThat(leaves.get(2).value())
        .isEqualTo(Digests.sha256(Samples.ascii("a rule's result")).hex());
  }

  @Test
  void a_content_without_a_file_says_so() {
    Content content = new Content(List.of());
    assertThat(Samples.leaves(content).getFirst())
        .isEqualTo(new Leaf("", "/original", "sha256", ""));
  }

  @Test
  void two_resources_of_one_name_are_refused() {
    Part resource = new Part(PartRole.RESOURCE, "application/fhir+json", Samples.ascii("A/b x"));
    refuses(new Content(List.of(resource, resource)), Samples::extract);
  }

  @Test
  void a_nullifier_of_no_resource_is_refused() {
    Part resource = new Part(PartRole.RESOURCE, "application/fhir+json", Samples.ascii("A/b x"));
    Part names = NamedService.part(List.of(new NamedService("A/c", "/code", Hash32.ZERO)));
    refuses(new Content(List.of(resource, names)), Samples::extract);
  }

  @Test
  void an_extractors_leaves_without_a_head_are_refused() {
    Part resource = new Part(PartRole.RESOURCE, "application/fhir+json", Samples.ascii("A/b x"));
    Content content = new Content(List.of(resource));
    refuses(content, json -> List.of());
    refuses(content, json -> List.of(new Leaf("A/b", "/status", "code", "x")));
    refuses(
        content,
        json -> List.of(Leaf.head("A", "b", List.of()), new Leaf("A/c", "/d", "code", "x")));
    refuses(
        content, json -> List.of(Leaf.head("A", "b", List.of()), Leaf.head("A", "b", List.of())));
  }

  private static void refuses(Content content, LeafExtractor extractor) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> ContentLeaves.of(content, Samples.PATIENT, extractor))
        .satisfies(refused -> assertThat(refused.fault().code()).isEqualTo("CS-SEAL-08"));
  }

  @Test
  void a_content_has_one_original_at_most() {
    Part original = new Part(PartRole.ORIGINAL, "text/xml", new byte[0]);
    assertThatIllegalArgumentException().isThrownBy(() -> new Content(List.of(original, original)));
  }

  @Test
  void a_part_does_not_change_with_the_array_it_was_made_of() {
    byte[] bytes = {1, 2, 3};
    Part part = new Part(PartRole.ATTACHMENT, "text/plain", bytes);
    bytes[0] = 9;
    part.bytes()[1] = 9;
    assertThat(part.bytes()).containsExactly(1, 2, 3);
  }

  @Property(tries = 200)
  void damaged_content_never_ends_in_anything_but_a_refusal(
      @ForAll @IntRange int at, @ForAll byte value) {
    byte[] encoded = ContentCodec.encode(Samples.content(0));
    encoded[at % encoded.length] = value;
    try {
      assertThat(ContentCodec.encode(ContentCodec.decode(encoded))).isEqualTo(encoded);
    } catch (RefusedException e) {
      assertThat(e.fault().code()).startsWith("CS-SEAL-");
    }
  }
}

package org.chartseal.services.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ManifestTest {

  private static Manifest manifest(Content content) {
    EntryReference reference =
        new EntryReference(new Slot(Hash32.ZERO), Digests.sha256(), Hash32.ZERO);
    return new Manifest(
        Samples.description(),
        Digests.sha256(),
        12,
        Optional.of(reference.digests()),
        Optional.of(reference),
        new StoredContent.Inline(content, ContentCodec.encode(content).length),
        Optional.empty());
  }

  @Test
  void what_is_written_is_read_again() throws RefusedException {
    Manifest manifest = manifest(Samples.content(0));
    assertThat(ManifestCodec.decode(ManifestCodec.encode(manifest))).isEqualTo(manifest);
  }

  @Test
  void chunks_are_written_and_read_again() throws RefusedException {
    Manifest inline = manifest(Samples.content(0));
    Manifest manifest =
        new Manifest(
            inline.entry(),
            inline.contentRoot(),
            inline.leafCount(),
            Optional.empty(),
            Optional.empty(),
            new StoredContent.Chunked(List.of(Hash32.ZERO, Digests.sha256()), 458_753),
            Optional.empty());
    assertThat(ManifestCodec.decode(ManifestCodec.encode(manifest))).isEqualTo(manifest);
  }

  @Property(tries = 400)
  void a_damaged_manifest_is_refused_or_another_one(@ForAll @IntRange int at, @ForAll byte value) {
    byte[] encoded = ManifestCodec.encode(manifest(Samples.content(0)));
    encoded[at % encoded.length] = value;
    try {
      assertThat(ManifestCodec.encode(ManifestCodec.decode(encoded))).isEqualTo(encoded);
    } catch (RefusedException e) {
      assertThat(e.fault().code()).startsWith("CS-SEAL-");
    }
  }

  @Test
  void chunks_that_do_not_fit_the_length_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StoredContent.Chunked(List.of(Hash32.ZERO), 458_753));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StoredContent.Chunked(List.of(Hash32.ZERO), 65_536));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new StoredContent.Chunked(
                Collections.nCopies(293, Hash32.ZERO), Content.MAX_LENGTH + 1));
  }

  @Test
  void texts_are_bounded_and_have_a_utf_8_form() {
    assertThatIllegalArgumentException().isThrownBy(() -> describe("x".repeat(4097), Map.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> describe("\ud800", Map.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> describe("", Map.of("ä", "")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> describe("", Map.of("k", "x".repeat(4097))));
    assertThat(describe("x".repeat(4096), Map.of("k", "x".repeat(4096))).summary()).hasSize(1);
  }

  private static EntryDescription describe(String title, Map<String, String> summary) {
    return new EntryDescription(
        EntryKind.NOTE,
        Samples.PATIENT,
        Samples.HOSPITAL,
        Samples.DOCTOR.publicKey(),
        "",
        "",
        Instant.EPOCH,
        title,
        summary);
  }
}

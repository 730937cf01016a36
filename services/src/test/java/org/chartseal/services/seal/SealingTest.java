package org.chartseal.services.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.chartseal.services.seal.internal.SecretBytes;
import org.junit.jupiter.api.Test;

class SealingTest {

  private static final Place PLACE = new Place(2, 5);
  private static final int TWO_CHUNKS = 600_000;

  private final StreamKeys keys = Samples.hospitalStream();
  private final EntryOpener opener = new EntryOpener(Samples.ENGINE);

  private String refusal(StreamKeys stream, Place place, Slot slot, byte[] block) {
    return switch (opener.openManifest(stream, place, slot, block)) {
      case OpenOutcome.Opened opened -> "";
      case OpenOutcome.Refused(Fault fault) -> fault.code();
    };
  }

  private Content read(OpenedManifest opened, ChunkSource chunks) {
    return switch (opener.content(opened, chunks, Progress.NONE)) {
      case ContentOutcome.Read(Content content) -> content;
      case ContentOutcome.Refused(Fault fault) -> throw new AssertionError(fault.code());
      case ContentOutcome.Stopped() -> throw new AssertionError("stopped");
    };
  }

  private String contentRefusal(OpenedManifest opened, ChunkSource chunks) {
    return switch (opener.content(opened, chunks, Progress.NONE)) {
      case ContentOutcome.Read read -> "";
      case ContentOutcome.Refused(Fault fault) -> fault.code();
      case ContentOutcome.Stopped() -> "stopped";
    };
  }

  @Property(tries = 60)
  void what_is_sealed_opens(
      @ForAll @IntRange(max = 1_400_000) int size,
      @ForAll @IntRange(max = 65535) int lane,
      @ForAll @IntRange int n) {
    Place place = new Place(lane, n);
    Content content = Samples.content(size);
    SealRequest request = Samples.request(keys, place, content);
    SealedEntry sealed = Samples.seal(keys, place, content);
    try (OpenedManifest opened = Samples.open(keys, place, sealed)) {
      assertThat(opened.manifest().entry()).isEqualTo(request.entry());
      assertThat(opened.manifest().previous()).isEqualTo(request.previous());
      assertThat(opened.manifest().contentRoot()).isEqualTo(sealed.contentRoot());
      assertThat(opened.reference()).isEqualTo(sealed.reference());
      assertThat(read(opened, Samples.chunksOf(sealed))).isEqualTo(content);
      assertThat(opened.checkLeaves(request.leaves())).isInstanceOf(Check.Passed.class);
    }
    assertThat(sealed.manifestBlock().length).isLessThanOrEqualTo(Blocks.MAX_BLOCK);
    assertThat(sealed.chunkBlocks()).allMatch(block -> block.length <= Blocks.MAX_BLOCK);
  }

  @Property(tries = 150)
  void one_flipped_bit_anywhere_in_a_manifest_refuses(@ForAll @IntRange int any) {
    SealedEntry sealed = Samples.seal(keys, PLACE, Samples.content(0));
    byte[] block = sealed.manifestBlock();
    int bit = any % (8 * block.length);
    block[bit / 8] ^= (byte) (1 << bit % 8);
    assertThat(refusal(keys, PLACE, sealed.slot(), block))
        .isEqualTo(bit < 8 ? "CS-SEAL-01" : "CS-SEAL-02");
  }

  @Property(tries = 60)
  void one_flipped_bit_anywhere_in_a_chunk_refuses(@ForAll @IntRange int any) {
    SealedEntry sealed = Samples.seal(keys, PLACE, Samples.content(TWO_CHUNKS));
    List<byte[]> chunks = sealed.chunkBlocks();
    byte[] block = chunks.get(any % 2);
    block[any / 8 % block.length] ^= (byte) (1 << any % 8);
    try (OpenedManifest opened = Samples.open(keys, PLACE, sealed)) {
      ChunkSource source =
          digest ->
              new ChunkSource.Chunk.Found(
                  chunks.get(Digests.sha256(sealed.chunkBlocks().get(0)).equals(digest) ? 0 : 1));
      assertThat(contentRefusal(opened, source)).isEqualTo("CS-SEAL-06");
    }
  }

  @Property(tries = 60)
  void a_block_cut_short_or_longer_refuses(@ForAll @IntRange(max = 2000) int length) {
    SealedEntry sealed = Samples.seal(keys, PLACE, Samples.content(0));
    byte[] block = sealed.manifestBlock();
    if (length != block.length) {
      assertThat(refusal(keys, PLACE, sealed.slot(), Arrays.copyOf(block, length))).isNotEmpty();
    }
  }

  @Test
  void another_slot_lane_index_year_or_writer_refuses() {
    SealedEntry sealed = Samples.seal(keys, PLACE, Samples.content(0));
    byte[] block = sealed.manifestBlock();
    Slot slot = sealed.slot();
    assertThat(refusal(keys, PLACE, slot, block)).isEmpty();
    Slot other = keys.organisationSlot(PLACE.next());
    assertThat(refusal(keys, PLACE, other, block)).isEqualTo("CS-SEAL-02");
    assertThat(refusal(keys, new Place(3, 5), slot, block)).isEqualTo("CS-SEAL-02");
    assertThat(refusal(keys, PLACE.next(), slot, block)).isEqualTo("CS-SEAL-02");
    assertThat(refusal(Samples.stream(Samples.HOSPITAL_PARTY, 2025), PLACE, slot, block))
        .isEqualTo("CS-SEAL-02");
    assertThat(refusal(Samples.patientStream(), PLACE, slot, block)).isEqualTo("CS-SEAL-02");
  }

  @Test
  void another_version_is_refused_in_words() {
    SealedEntry sealed = Samples.seal(keys, PLACE, Samples.content(0));
    byte[] block = sealed.manifestBlock();
    block[0] = 2;
    assertThat(refusal(keys, PLACE, sealed.slot(), block)).isEqualTo("CS-SEAL-01");
  }

  /** Key and nonce reuse: another sealing of the same entry has another key for everything. */
  @Test
  void two_sealings_of_one_entry_differ_in_all_keys() {
    Content content = Samples.content(TWO_CHUNKS);
    Set<Hash32> marks = new HashSet<>();
    for (int i = 0; i < 2; i++) {
      SealedEntry sealed = Samples.seal(keys, PLACE, content);
      marks.add(sealed.manifestDigest());
      marks.add(sealed.contentRoot());
      sealed.chunkBlocks().forEach(block -> marks.add(Digests.sha256(block)));
      try (OpenedManifest opened = Samples.open(keys, PLACE, sealed);
          LeafSalts salts = opened.salts();
          SecretBytes manifestKey = opened.sealKey().manifestKey();
          SecretBytes chunk0 = opened.sealKey().chunkKey(0);
          SecretBytes chunk1 = opened.sealKey().chunkKey(1)) {
        marks.add(salts.salt(0));
        for (SecretBytes key : List.of(manifestKey, chunk0, chunk1)) {
          marks.add(Hash32.of(key.copy()));
        }
      }
    }
    assertThat(marks).hasSize(2 * 8);
  }

  @Test
  void a_prepared_entry_is_sealed_once() {
    EntrySealer sealer = new EntrySealer(Samples.ENGINE, new SecureRandom());
    try (PreparedEntry prepared =
        sealer.prepare(Samples.request(keys, PLACE, Samples.content(0)))) {
      prepared.seal();
      assertThatIllegalStateException().isThrownBy(prepared::seal);
    }
    PreparedEntry closed = sealer.prepare(Samples.request(keys, PLACE, Samples.content(0)));
    closed.close();
    assertThatIllegalStateException().isThrownBy(closed::seal);
  }

  @Test
  void both_engines_make_and_read_the_same_bytes() {
    SealRequest request = Samples.request(keys, PLACE, Samples.content(TWO_CHUNKS));
    SealedEntry one = new EntrySealer(CryptoEngine.best(), new CountingRandom()).seal(request);
    SealedEntry other =
        new EntrySealer(CryptoEngine.portable(), new CountingRandom()).seal(request);
    assertThat(one.reference()).isEqualTo(other.reference());
    assertThat(
            new EntryOpener(CryptoEngine.portable())
                .openManifest(keys, PLACE, one.slot(), one.manifestBlock()))
        .isInstanceOf(OpenOutcome.Opened.class);
  }

  @Test
  void chunks_in_another_order_missing_or_of_another_entry_are_refused() {
    SealedEntry sealed = Samples.seal(keys, PLACE, Samples.content(TWO_CHUNKS));
    SealedEntry another = Samples.seal(keys, PLACE, Samples.content(TWO_CHUNKS));
    List<byte[]> chunks = sealed.chunkBlocks();
    assertThat(chunks).hasSize(2);
    try (OpenedManifest opened = Samples.open(keys, PLACE, sealed)) {
      Hash32 first = Digests.sha256(chunks.get(0));
      ChunkSource swapped =
          digest -> new ChunkSource.Chunk.Found(chunks.get(digest.equals(first) ? 1 : 0));
      assertThat(contentRefusal(opened, swapped)).isEqualTo("CS-SEAL-06");
      assertThat(contentRefusal(opened, Samples.chunksOf(another))).isEqualTo("CS-TEST-01");
      assertThat(contentRefusal(opened, digest -> new ChunkSource.Chunk.Found(new byte[0])))
          .isEqualTo("CS-SEAL-06");
    }
  }

  @Test
  void reading_stops_when_it_is_asked_to() {
    SealedEntry sealed = Samples.seal(keys, PLACE, Samples.content(TWO_CHUNKS));
    try (OpenedManifest opened = Samples.open(keys, PLACE, sealed)) {
      assertThat(opener.content(opened, Samples.chunksOf(sealed), (done, total, what) -> done < 1))
          .isInstanceOf(ContentOutcome.Stopped.class);
    }
  }

  @Test
  void a_closed_entry_gives_neither_chunks_nor_salts() {
    SealedEntry sealed = Samples.seal(keys, PLACE, Samples.content(TWO_CHUNKS));
    OpenedManifest opened = Samples.open(keys, PLACE, sealed);
    opened.close();
    assertThatIllegalStateException().isThrownBy(opened::salts);
    assertThatIllegalStateException()
        .isThrownBy(() -> opener.content(opened, Samples.chunksOf(sealed), Progress.NONE));
  }

  @Test
  void an_entry_key_opens_its_entry_and_no_other() {
    SealedEntry sealed = Samples.seal(keys, PLACE, Samples.content(0));
    try (EntryKey key = keys.entryKey(PLACE);
        EntryKey released = EntryKey.of(key.bytes());
        EntryKey next = keys.entryKey(PLACE.next())) {
      assertThat(opener.openManifest(released, PLACE, sealed.slot(), sealed.manifestBlock()))
          .isInstanceOf(OpenOutcome.Opened.class);
      assertThat(opener.openManifest(next, PLACE, sealed.slot(), sealed.manifestBlock()))
          .isInstanceOf(OpenOutcome.Refused.class);
    }
  }

  @Test
  void an_entry_that_is_not_the_first_names_the_one_before() {
    Place first = new Place(0, 0);
    SealRequest request = Samples.request(keys, PLACE, Samples.content(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new SealRequest(
                keys,
                first,
                request.slot(),
                request.entry(),
                request.content(),
                request.leaves(),
                request.previous(),
                Optional.empty()));
  }

  @Test
  void leaves_of_another_subject_or_original_are_not_sealed() {
    SealRequest request = Samples.request(keys, PLACE, Samples.content(0));
    List<Leaf> others = Samples.leaves(Samples.content(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new SealRequest(
                keys,
                PLACE,
                request.slot(),
                request.entry(),
                request.content(),
                others,
                request.previous(),
                Optional.empty()));
  }

  @Test
  void another_content_than_the_signed_one_is_noticed() {
    SealedEntry sealed = Samples.seal(keys, PLACE, Samples.content(0));
    try (OpenedManifest opened = Samples.open(keys, PLACE, sealed)) {
      assertThat(opened.checkLeaves(Samples.leaves(Samples.content(1))))
          .isInstanceOf(Check.Failed.class);
    }
  }
}

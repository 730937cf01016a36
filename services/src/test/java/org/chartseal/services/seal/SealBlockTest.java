package org.chartseal.services.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SealBlockTest {

  private static List<EntryReference> entries(int count) {
    List<EntryReference> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Hash32 hash = Hash32.of(ByteBuffer.allocate(32).putInt(i).array());
      entries.add(new EntryReference(new Slot(hash), hash, hash));
    }
    return entries;
  }

  @Test
  void the_blocks_of_a_statement_name_one_another_and_lead_to_its_root() throws RefusedException {
    List<EntryReference> entries = entries(2 * SealBlock.MAX_LEAVES + 1);
    SignedStatement signed = Samples.anchor(entries);
    List<SealBlock> blocks = SealBlock.of(signed, entries, Optional.of(Hash32.ZERO));
    assertThat(blocks).hasSize(3);
    List<SealBlock> read = new ArrayList<>();
    for (SealBlock block : blocks) {
      assertThat(block.bytes().length).isLessThanOrEqualTo(Blocks.MAX_BLOCK);
      read.add(SealBlock.parse(block.bytes()));
    }
    assertThat(read.get(0).before()).contains(Hash32.ZERO);
    assertThat(read.get(1).before()).contains(blocks.get(0).digest());
    assertThat(read.get(2).before()).contains(blocks.get(1).digest());
    assertThat(SealBlock.tree(read).root()).isEqualTo(signed.statement().root());
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> SealBlock.tree(read.subList(0, 2)));
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> SealBlock.tree(read.subList(1, 3)));
  }

  @Test
  void leaves_that_were_not_signed_are_noticed() throws RefusedException {
    List<EntryReference> entries = entries(3);
    SignedStatement signed = Samples.anchor(entries);
    SealBlock block = SealBlock.of(signed, entries, Optional.empty()).getFirst();
    assertThat(SealBlock.tree(List.of(SealBlock.parse(block.bytes()))).root())
        .isEqualTo(signed.statement().root());
    List<EntryReference> other = new ArrayList<>(entries);
    java.util.Collections.swap(other, 0, 1);
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> SealBlock.tree(SealBlock.of(signed, other, Optional.empty())));
  }

  @Property(tries = 300)
  void a_damaged_block_is_refused_or_another_one(@ForAll @IntRange int at, @ForAll byte value) {
    List<EntryReference> entries = entries(2);
    byte[] bytes =
        SealBlock.of(Samples.anchor(entries), entries, Optional.of(Hash32.ZERO)).getFirst().bytes();
    bytes[at % bytes.length] = value;
    try {
      assertThat(SealBlock.parse(bytes).bytes()).isEqualTo(bytes);
    } catch (RefusedException e) {
      assertThat(e.fault().code()).startsWith("CS-SEAL-");
    }
  }
}

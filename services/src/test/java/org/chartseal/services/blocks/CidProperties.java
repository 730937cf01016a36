package org.chartseal.services.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CidProperties {

  @Property
  void what_is_written_is_read_back(@ForAll byte[] block) {
    Cid cid = Cid.of(block);
    assertThat(Cid.parse(cid.text())).isEqualTo(cid);
  }

  @Property(tries = 300)
  void a_text_with_one_other_character_is_another_identifier_or_none(
      @ForAll byte[] block, @ForAll @IntRange(max = 58) int at, @ForAll char other) {
    StringBuilder text = new StringBuilder(Cid.of(block).text());
    if (text.charAt(at) == other) {
      return;
    }
    text.setCharAt(at, other);
    try {
      assertThat(Cid.parse(text.toString())).isNotEqualTo(Cid.of(block));
    } catch (IllegalArgumentException refused) {
      assertThat(refused.getMessage()).doesNotContain(text);
    }
  }
}

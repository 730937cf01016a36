package org.chartseal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.chartseal.services.seal.Hash32;
import org.junit.jupiter.api.Test;

class ClaimNamesTest {

  private static final Hash32 ONE = Hash32.ofHex("4fe2" + "00".repeat(30));
  private static final Hash32 OTHER = Hash32.ofHex("4fe2" + "11".repeat(30));

  @Test
  void the_beginning_of_an_id_is_enough_where_it_tells_claims_apart() throws Exception {
    assertThat(among("4fe20", "4FE21")).containsExactly(ONE, OTHER);
    assertThat(among(ClaimNames.shown(OTHER))).containsExactly(OTHER);
  }

  @Test
  void where_several_begin_alike_the_sentence_lists_them() {
    assertThatThrownBy(() -> among("4fe2"))
        .hasMessageContaining("CS-USE-32")
        .hasMessageContaining("2 claims")
        .hasMessageContaining(ClaimNames.shown(ONE))
        .hasMessageContaining(ClaimNames.shown(OTHER));
  }

  @Test
  void a_beginning_that_no_claim_has_is_wrong_use() {
    assertThatThrownBy(() -> among("0000")).hasMessageContaining("CS-USE-33");
    assertThatThrownBy(() -> among("4fe")).hasMessageContaining("CS-USE-18");
    assertThatThrownBy(() -> among("claim")).hasMessageContaining("CS-USE-18");
    assertThatThrownBy(() -> among(ONE.hex() + "0")).hasMessageContaining("CS-USE-18");
  }

  @Test
  void a_whole_id_is_looked_up_by_whoever_is_given_it() throws Exception {
    assertThat(
            ClaimNames.of(List.of(ONE.hex()))
                .among(() -> {
                  throw new AssertionError("nothing has to be read for it");
                }))
        .containsExactly(ONE);
  }

  private static List<Hash32> among(String... texts) throws Exception {
    return ClaimNames.of(List.of(texts)).among(() -> List.of(ONE, OTHER));
  }
}

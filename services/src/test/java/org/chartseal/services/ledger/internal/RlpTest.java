package org.chartseal.services.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.chartseal.services.ledger.internal.Rlp.Item;
import org.chartseal.services.ledger.internal.Rlp.MalformedRlpException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RlpTest {

  private static final String LONG_TEXT =
      "Lorem ipsum dolor sit amet, consectetur adipisicing elit";

  /** The examples of the Ethereum wiki's page on RLP. */
  @Test
  void the_published_examples_are_encoded_as_published() {
    assertThat(hex(Rlp.encode(ascii("dog")))).isEqualTo("83646f67");
    assertThat(hex(Rlp.encodeSequence(List.of(Rlp.encode(ascii("cat")), Rlp.encode(ascii("dog"))))))
        .isEqualTo("c88363617483646f67");
    assertThat(hex(Rlp.encode(new byte[0]))).isEqualTo("80");
    assertThat(hex(Rlp.encodeSequence(List.of()))).isEqualTo("c0");
    assertThat(hex(Rlp.encode(new byte[] {0}))).isEqualTo("00");
    assertThat(hex(Rlp.encode(new byte[] {0x0f}))).isEqualTo("0f");
    assertThat(hex(Rlp.encode(new byte[] {0x04, 0x00}))).isEqualTo("820400");
    assertThat(hex(Rlp.encode(ascii(LONG_TEXT)))).startsWith("b8384c6f72656d");
  }

  @Test
  void what_is_encoded_is_decoded() throws Exception {
    byte[] encoded =
        Rlp.encodeSequence(
            List.of(
                Rlp.encode(ascii(LONG_TEXT)),
                Rlp.encodeSequence(List.of(Rlp.encode(new byte[300])))));
    Item.Sequence list = (Item.Sequence) Rlp.decode(encoded);
    assertThat(((Item.Text) list.items().getFirst()).bytes).isEqualTo(ascii(LONG_TEXT));
    Item.Sequence inner = (Item.Sequence) list.items().getLast();
    assertThat(((Item.Text) inner.items().getFirst()).bytes).hasSize(300);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // nothing
        "8100", // a small byte with a prefix
        "83646f", // truncated
        "83646f6700", // something left over
        "b800", // a short text with a long prefix
        "b90038", // a length with a leading zero
        "c883636174", // a truncated list
        "c20183", // an item beyond its list
        "f800", // a short list with a long prefix
        "bfffffffffffffffff", // a length beyond everything
        "c9c8c7c6c5c4c3c2c1c0" // nested too deeply
      })
  void what_is_not_canonical_is_refused(String hex) {
    assertThatThrownBy(() -> Rlp.decode(HexFormat.of().parseHex(hex)))
        .isInstanceOf(MalformedRlpException.class);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}

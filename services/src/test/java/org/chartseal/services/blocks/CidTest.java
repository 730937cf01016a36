package org.chartseal.services.blocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.chartseal.services.seal.Digests;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class CidTest {

  // Both from the names of the IPLD codec fixtures, where they stand as data.
  private static final List<String> RAW =
      List.of(
          "bafkreiebzrnroamgos2adnbpgw5apo3z4iishhbdx77gldnbk57d4zdio4",
          "bafkreifw7plhl6mofk6sfvhnfh64qmkq73oeqwl6sloru6rehaoujituke");

  @Test
  void the_identifier_of_hello_world_is_the_one_that_kubo_gives() {
    assertThat(Cid.of("hello world".getBytes(StandardCharsets.UTF_8)).text())
        .isEqualTo("bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e");
  }

  @Test
  void the_raw_identifiers_of_others_are_read_and_written_unchanged() {
    assertThat(RAW).allSatisfy(text -> assertThat(Cid.parse(text).text()).isEqualTo(text));
  }

  @Test
  void other_bases_lengths_and_stray_bits_are_refused() {
    String text = RAW.getFirst();
    assertThat(
            List.of(
                "",
                text.toUpperCase(java.util.Locale.ROOT),
                "B" + text.substring(1),
                text + "a",
                text.substring(0, 58),
                text.substring(0, 58) + "5",
                " " + text.substring(1),
                text.substring(0, 57) + "=="))
        .allSatisfy(bad -> assertThatIllegalArgumentException().isThrownBy(() -> Cid.parse(bad)));
  }

  @Test
  void blocks_of_the_codec_fixtures_hash_to_their_identifiers_and_other_codecs_are_refused()
      throws IOException {
    Path fixtures =
        Path.of(System.getProperty("chartseal.fixtures", "absent"), "ipfs", "codec-fixtures");
    Assumptions.assumeTrue(Files.isDirectory(fixtures), "no fixtures of IPFS blocks here");
    try (Stream<Path> files = Files.walk(fixtures)) {
      List<Path> blocks = files.filter(CidTest::isBlock).toList();
      assertThat(blocks).hasSizeGreaterThan(150);
      for (Path block : blocks) {
        String name = block.getFileName().toString();
        String text = name.substring(0, name.lastIndexOf('.'));
        assertThat(Cid.of(Files.readAllBytes(block)).digest().bytes())
            .as(name)
            .isEqualTo(Digests.sha256(Files.readAllBytes(block)).bytes())
            .isEqualTo(digestIn(text));
        assertThatIllegalArgumentException().as(name).isThrownBy(() -> Cid.parse(text));
      }
    }
  }

  private static boolean isBlock(Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file)
        && name.startsWith("ba")
        && name.matches(".*\\.dag-(cbor|json|pb)");
  }

  /**
   * The last 32 bytes of a base32 text, decoded in another way than the product's: as one big
   * number.
   */
  private static byte[] digestIn(String text) {
    java.math.BigInteger value = java.math.BigInteger.ZERO;
    for (char c : text.substring(1).toCharArray()) {
      value =
          value
              .shiftLeft(5)
              .or(java.math.BigInteger.valueOf("abcdefghijklmnopqrstuvwxyz234567".indexOf(c)));
    }
    byte[] all = value.shiftRight((text.length() - 1) * 5 % 8).toByteArray();
    return java.util.Arrays.copyOfRange(all, all.length - 32, all.length);
  }
}

package org.chartseal.services.seal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrimitivesTest {

  private static final HexFormat HEX = HexFormat.of();

  /** RFC 5869, appendix A.1 to A.3. */
  @ParameterizedTest
  @CsvSource({
    "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b,000102030405060708090a0b0c,f0f1f2f3f4f5f6f7f8f9,"
        + "077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5,"
        + "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
    "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f,"
        + "606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeaf,"
        + "b0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff,"
        + "06a6b88c5853361a06104c9ceb35b45cef760014904671014a193f40c15fc244,"
        + "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87",
    "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b,'','',"
        + "19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04,"
        + "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"
  })
  void hkdf_is_that_of_rfc_5869(String ikm, String salt, String info, String prk, String okm) {
    byte[] extracted = Hkdf.extract(HEX.parseHex(salt), HEX.parseHex(ikm));
    assertThat(HEX.formatHex(extracted)).isEqualTo(prk);
    assertThat(HEX.formatHex(Hkdf.expand(extracted, HEX.parseHex(info), okm.length() / 2)))
        .isEqualTo(okm);
  }

  @ParameterizedTest
  @CsvSource({
    "'',c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470",
    "616263,4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45"
  })
  void keccak_is_ethereums(String message, String digest) {
    byte[] out = new byte[32];
    new Keccak().update(HEX.parseHex(message)).finish(out, 0);
    assertThat(HEX.formatHex(out)).isEqualTo(digest);
  }

  /** By hand from the definition. */
  @ParameterizedTest
  @CsvSource({"256,256", "257,272", "272,272", "300,304", "458756,466944", "1000000,1015808"})
  void lengths_are_those_of_padme(int length, int padded) {
    assertThat(Padding.padme(length)).isEqualTo(padded);
  }

  @Property
  void what_is_padded_is_unpadded(@ForAll @Size(max = 2000) byte[] bytes) {
    byte[] padded = Padding.pad(bytes, 0, bytes.length, 524_239);
    assertThat(padded.length)
        .isGreaterThanOrEqualTo(256)
        .isLessThanOrEqualTo(256 + (4 + bytes.length) * 112 / 100);
    assertThat(Padding.unpad(padded, 524_239))
        .hasValueSatisfying(plain -> assertThat(plain).isEqualTo(bytes));
  }

  @Property
  void padding_that_is_not_zero_is_refused(
      @ForAll @IntRange(max = 240) int length, @ForAll @IntRange(max = 255) int at) {
    byte[] padded = Padding.pad(new byte[length], 0, length, 524_239);
    if (at >= 4 + length) {
      padded[at] = 1;
      assertThat(Padding.unpad(padded, 524_239)).isEmpty();
    }
  }

  @Test
  void padding_of_another_length_is_refused() {
    byte[] padded = Padding.pad(new byte[300], 0, 300, 524_239);
    assertThat(Padding.unpad(Arrays.copyOf(padded, padded.length + 16), 524_239)).isEmpty();
    assertThat(Padding.unpad(Arrays.copyOf(padded, 256), 524_239)).isEmpty();
    assertThat(Padding.unpad(new byte[3], 524_239)).isEmpty();
    byte[] negative = new byte[256];
    negative[0] = (byte) 0x80;
    assertThat(Padding.unpad(negative, 524_239)).isEmpty();
  }

  @Test
  void a_block_is_filled_and_never_overfull() {
    assertThat(Padding.paddedLength(524_235, 524_239)).isEqualTo(524_239);
    assertThatIllegalArgumentException().isThrownBy(() -> Padding.paddedLength(524_236, 524_239));
  }
}

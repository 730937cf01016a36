package org.chartseal.services.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.util.BigIntegers;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.clinical.PatientIdentifier;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.identity.SampleCards;
import org.chartseal.services.identity.SignedCard;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.cbor.CborException;
import org.chartseal.services.seal.cbor.CborWriter;
import org.junit.jupiter.api.Test;

/** A card file is read as it was written, and anything else is refused and nothing worse. */
class CardCodecTest {

  private final CardCodec codec = new CardCodec();
  private final byte[] file = codec.file(SampleCards.signed(SampleCards.card()));

  @Property(tries = 200)
  void what_is_written_is_read_again(@ForAll("cards") PatientCard card) throws CborException {
    SignedCard signed = SampleCards.signed(card);
    SignedCard read = codec.read(codec.file(signed));
    assertThat(read.card().person()).isEqualTo(card.person());
    assertThat(read.card().party()).isEqualTo(card.party());
    assertThat(read.card().issuedAt()).isEqualTo(card.issuedAt());
    assertThat(read.card().deployment()).isEqualTo(card.deployment());
    assertThat(read.body()).isEqualTo(signed.body());
    assertThat(read.issuerKey()).isEqualTo(signed.issuerKey());
    assertThat(codec.body(read.card())).isEqualTo(signed.body());
  }

  @Property(tries = 2_000)
  void a_changed_byte_ends_in_a_refusal_or_another_card_and_nothing_else(
      @ForAll @IntRange(max = 100_000) int at, @ForAll byte value) {
    byte[] changed = file.clone();
    int place = at % changed.length;
    if (changed[place] == value) {
      return;
    }
    changed[place] = value;
    try {
      assertThat(codec.file(codec.read(changed))).isEqualTo(changed).isNotEqualTo(file);
    } catch (CborException e) {
      assertThat(e).hasMessageNotContaining("Ada");
    }
  }

  @Property(tries = 2_000)
  void any_bytes_end_in_a_refusal(@ForAll byte[] bytes) {
    assertThatThrownBy(() -> codec.read(bytes)).isInstanceOf(CborException.class);
  }

  @Property(tries = 500)
  void a_card_cut_short_or_longer_is_refused(@ForAll @IntRange(max = 100_000) int length) {
    int size = length % (2 * file.length);
    if (size != file.length) {
      assertThatThrownBy(() -> codec.read(Arrays.copyOf(file, size)))
          .isInstanceOf(CborException.class);
    }
  }

  @Test
  void a_signature_with_a_high_s_is_refused() {
    BigInteger order = CustomNamedCurves.getByName("secp256r1").getN();
    byte[] high = file.clone();
    int at = high.length - 32;
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(high, at, high.length));
    System.arraycopy(BigIntegers.asUnsignedByteArray(32, order.subtract(s)), 0, high, at, 32);
    assertThatThrownBy(() -> codec.read(high)).hasMessageContaining("high s");
  }

  @Test
  void another_version_is_refused_in_words() {
    byte[] later = new CborWriter().map(1).key("v").unsigned(2).toByteArray();
    assertThatThrownBy(() -> codec.read(later)).hasMessageContaining("does not know");
  }

  @Test
  void a_birth_date_that_is_none_is_refused() {
    for (String date : List.of("19x0-01-01", "1970-13-01", "1970-1-1", "yesterday", "-970")) {
      PatientCard card = SampleCards.card(new PatientDetails("Ada", date, "female", List.of()));
      assertThatThrownBy(() -> codec.read(codec.file(SampleCards.signed(card))))
          .as(date)
          .isInstanceOf(CborException.class);
    }
  }

  @Provide
  Arbitrary<PatientCard> cards() {
    Arbitrary<String> text = Arbitraries.strings().ofMaxLength(40).filter(CardCodecTest::isText);
    Arbitrary<String> date = Arbitraries.of("", "1970", "1970-02", "1970-02-28", "2024-02-29");
    Arbitrary<List<PatientIdentifier>> identifiers =
        Combinators.combine(text, text).as(PatientIdentifier::new).list().ofMaxSize(5);
    Arbitrary<PatientDetails> person =
        Combinators.combine(text, date, text, identifiers).as(PatientDetails::new);
    return Combinators.combine(
            person,
            Arbitraries.longs().greaterOrEqual(0),
            Arbitraries.bigIntegers()
                .between(BigInteger.ZERO, BigInteger.TWO.pow(256).subtract(BigInteger.ONE)),
            Arbitraries.longs().between(0, 1L << 40))
        .as((details, issuer, chain, issuedAt) -> {
          PatientCard card = SampleCards.card(details);
          return new PatientCard(
              new Deployment(chain, card.deployment().ledger()),
              new OrganisationId(issuer),
              details,
              card.signingKey(),
              card.agreementKey(),
              card.slotPoint(),
              card.party(),
              Instant.ofEpochSecond(issuedAt),
              card.ends(),
              card.nonce(),
              card.possession());
        });
  }

  private static boolean isText(String text) {
    return text.chars().noneMatch(c -> Character.isSurrogate((char) c));
  }
}

package org.chartseal.services.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chartseal.services.identity.internal.CardCodec;
import org.chartseal.services.identity.internal.Payloads;
import org.chartseal.services.seal.PairSecret;
import org.chartseal.services.seal.PartyId;
import org.chartseal.services.seal.PossessionMac;
import org.chartseal.services.seal.SigningInput;
import org.chartseal.signing.SharedSecret;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The vectors of cards and visits (protocol §1.1, §1.3, §1.4) are what this code makes. {@code
 * -Dchartseal.vectors.write=true} writes them: to be done when the protocol's version changes, and
 * never to make a test pass.
 */
class IdentityVectorsTest {

  private static final Path FOLDER = Path.of("src/test/resources/vectors");
  private static final HexFormat HEX = HexFormat.of();
  private static final Payloads PAYLOADS = new Payloads(SampleCards.DEPLOYMENT);

  static Iterable<Map.Entry<String, Object>> vectors() {
    return List.of(Map.entry("card", card()), Map.entry("challenge", challenge()));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void the_vectors_are_what_the_code_makes(Map.Entry<String, Object> vector) throws IOException {
    Path file = FOLDER.resolve(vector.getKey() + ".json");
    String made =
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(vector.getValue())
            + "\n";
    if (Boolean.getBoolean("chartseal.vectors.write")) {
      Files.writeString(file, made);
    }
    assertThat(Files.readString(file)).isEqualTo(made);
  }

  private static Map<String, Object> card() {
    PatientCard card = SampleCards.card();
    SignedCard signed = SampleCards.signed(card);
    Map<String, Object> out = deployment();
    out.put("issuer", card.issuer().number());
    out.put("issuerSign", hex(signed.issuerKey().bytes()));
    out.put("name", card.person().name());
    out.put("birthDate", card.person().birthDate());
    out.put("gender", card.person().gender());
    out.put(
        "identifiers",
        card.person().identifiers().stream().map(id -> List.of(id.system(), id.value())).toList());
    out.put("sign", hex(card.signingKey().bytes()));
    out.put("agree", hex(card.agreementKey().bytes()));
    out.put("point", hex(card.slotPoint().bytes()));
    out.put("party", card.party().value().hex());
    out.put("issuedAt", card.issuedAt().getEpochSecond());
    out.put("nonce", card.nonce().hex());
    out.put("possessionPayload", hex(SampleCards.possession()));
    out.put("possession", hex(card.possession().bytes()));
    try (SharedSecret agreed = SampleCards.ISSUER_AGREE.agree(SampleCards.AGREE.publicKey())) {
      out.put("ecdhWithIssuer", agreed.<String>use(HEX::formatHex));
      out.put("agreementConfirmation", PossessionMac.of(agreed, card.nonce()).hex());
    }
    out.put("body", hex(signed.body()));
    out.put("digest", hex(SigningInput.digest(PAYLOADS.card(signed.body())).bytes()));
    out.put("signature", hex(signed.signature().bytes()));
    out.put("file", hex(new CardCodec().file(signed)));
    return out;
  }

  private static Map<String, Object> challenge() {
    Map<String, Object> out = deployment();
    PartyId patient = PartyId.ofPatient(SampleCards.SIGN.publicKey());
    PartyId hospital = PartyId.of(SampleCards.ISSUER);
    out.put("organisation", SampleCards.ISSUER.number());
    out.put("organisationAgree", hex(SampleCards.ISSUER_AGREE.publicKey().bytes()));
    out.put("patientParty", patient.value().hex());
    out.put("patientAgree", hex(SampleCards.AGREE.publicKey().bytes()));
    out.put("nonce", SampleCards.NONCE.hex());
    try (SharedSecret agreed = SampleCards.AGREE.agree(SampleCards.ISSUER_AGREE.publicKey());
        PairSecret pair =
            PairSecret.derive(
                agreed,
                SampleCards.DEPLOYMENT,
                patient,
                SampleCards.AGREE.publicKey(),
                hospital,
                SampleCards.ISSUER_AGREE.publicKey())) {
      out.put("ecdh", agreed.<String>use(HEX::formatHex));
      byte[] payload =
          PAYLOADS.challenge(
              SampleCards.ISSUER, SampleCards.NONCE, pair.confirmation(SampleCards.NONCE));
      out.put("confirmation", pair.confirmation(SampleCards.NONCE).hex());
      out.put("payload", hex(payload));
      out.put("digest", hex(SigningInput.digest(payload).bytes()));
      out.put("signature", hex(SampleCards.SIGN.sign(payload).bytes()));
    }
    return out;
  }

  private static Map<String, Object> deployment() {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("chainId", SampleCards.DEPLOYMENT.chainId().toString());
    out.put("ledger", hex(SampleCards.DEPLOYMENT.ledger().bytes()));
    return out;
  }

  private static String hex(byte[] bytes) {
    return HEX.formatHex(bytes);
  }
}

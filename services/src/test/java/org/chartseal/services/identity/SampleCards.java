package org.chartseal.services.identity;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.clinical.PatientIdentifier;
import org.chartseal.services.identity.internal.CardCodec;
import org.chartseal.services.identity.internal.Payloads;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.PartyId;
import org.chartseal.services.seal.SlotPoint;
import org.chartseal.services.seal.SlotScalar;
import org.chartseal.services.seal.TestKey;
import org.chartseal.signing.SharedSecret;

/** One card, the same in every test, from keys in the open. */
public final class SampleCards {

  static final TestKey ISSUER_SIGN = TestKey.named("issuer, signing");
  static final TestKey ISSUER_AGREE = TestKey.named("issuer, agreement");
  static final TestKey SIGN = TestKey.named("patient, signing");
  static final TestKey AGREE = TestKey.named("patient, agreement");
  static final OrganisationId ISSUER = new OrganisationId(7);
  static final Hash32 NONCE = Digests.sha256("nonce".getBytes(StandardCharsets.US_ASCII));
  static final PatientDetails ADA =
      new PatientDetails(
          "Ada Döe",
          "1970-01-02",
          "female",
          List.of(new PatientIdentifier("urn:example:national", "A-1")));
  static final Deployment DEPLOYMENT =
      new Deployment(
          BigInteger.valueOf(31337), Address.ofHex("0x00112233445566778899aabbccddeeff00112233"));

  private SampleCards() {}

  public static PatientCard card() {
    return card(ADA);
  }

  public static PatientCard card(PatientDetails person) {
    return card(person, PartyId.ofPatient(SIGN.publicKey()), List.of());
  }

  static PatientCard card(PatientDetails person, PartyId party, List<KeyId> ends) {
    return new PatientCard(
        DEPLOYMENT,
        ISSUER,
        person,
        SIGN.publicKey(),
        AGREE.publicKey(),
        point(),
        party,
        Instant.parse("2026-03-04T05:06:07Z"),
        ends,
        NONCE,
        SIGN.sign(possession()));
  }

  static byte[] possession() {
    return new Payloads(DEPLOYMENT)
        .possession(ISSUER, SIGN.publicKey(), AGREE.publicKey(), point(), NONCE);
  }

  static SlotPoint point() {
    try (SharedSecret self = AGREE.agree(AGREE.publicKey());
        SlotScalar scalar = SlotScalar.derive(self, DEPLOYMENT)) {
      return scalar.point();
    }
  }

  public static SignedCard signed(PatientCard card) {
    return signed(card, ISSUER_SIGN);
  }

  static SignedCard signed(PatientCard card, TestKey issuer) {
    byte[] body = new CardCodec().body(card);
    byte[] payload = new Payloads(DEPLOYMENT).card(body);
    return new SignedCard(card, body, issuer.publicKey(), issuer.sign(payload));
  }
}

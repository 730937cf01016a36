package org.chartseal.services.identity.internal;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.clinical.PatientIdentifier;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.identity.SignedCard;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.PartyId;
import org.chartseal.services.seal.SlotPoint;
import org.chartseal.services.seal.cbor.CborException;
import org.chartseal.services.seal.cbor.CborReader;
import org.chartseal.services.seal.cbor.CborWriter;
import org.chartseal.signing.P256PublicKey;
import org.chartseal.signing.Signature;

/** The CBOR of a card's body and file (protocol §1.3). */
public final class CardCodec {

  private static final int MAX_BODY = 16_384;
  private static final int MAX_TEXT = 512;
  private static final int MAX_ITEMS = 64;

  /** The bytes that the issuer signs, after the type. */
  public byte[] body(PatientCard card) {
    CborWriter out = new CborWriter().map(16);
    out.key("v").unsigned(1);
    out.key("ends").array(card.ends().size());
    card.ends().forEach(key -> out.bytes(key.value().bytes()));
    out.key("name").text(card.person().name());
    out.key("sign").bytes(card.signingKey().bytes());
    out.key("agree").bytes(card.agreementKey().bytes());
    out.key("chain").bytes(Arrays.copyOf(card.deployment().bytes(), 32));
    out.key("first").bytes(card.party().value().bytes());
    out.key("nonce").bytes(card.nonce().bytes());
    out.key("point").bytes(card.slotPoint().bytes());
    out.key("gender").text(card.person().gender());
    out.key("issuer").unsigned(card.issuer().number());
    out.key("ledger").bytes(card.deployment().ledger().bytes());
    out.key("issuedAt").unsigned(card.issuedAt().getEpochSecond());
    out.key("birthDate").text(card.person().birthDate());
    out.key("possession").bytes(card.possession().bytes());
    out.key("identifiers").array(card.person().identifiers().size());
    for (PatientIdentifier identifier : card.person().identifiers()) {
      out.array(2).text(identifier.system()).text(identifier.value());
    }
    return out.toByteArray();
  }

  /** The content of a card file. */
  public byte[] file(SignedCard card) {
    CborWriter out = new CborWriter().map(4);
    out.key("v").unsigned(1);
    out.key("key").bytes(card.issuerKey().bytes());
    out.key("body").bytes(card.body());
    out.key("signature").bytes(card.signature().bytes());
    return out.toByteArray();
  }

  /**
   * Reads a card file without believing it: no signature is checked here.
   *
   * @throws CborException if the file is not laid out as version 1 says
   */
  public SignedCard read(byte[] file) throws CborException {
    try {
      CborReader in = new CborReader(file);
      CborReader.Fields fields = in.map();
      version(fields, in);
      fields.require("key");
      P256PublicKey key = P256PublicKey.of(in.bytesOf(64));
      fields.require("body");
      byte[] body = in.bytes(MAX_BODY);
      fields.require("signature");
      Signature signature = signature(in);
      fields.end();
      in.end();
      return new SignedCard(readBody(body), body, key, signature);
    } catch (IllegalArgumentException e) {
      throw new CborException("a key, point or signature of the card is malformed");
    }
  }

  private static PatientCard readBody(byte[] body) throws CborException {
    CborReader in = new CborReader(body);
    CborReader.Fields fields = in.map();
    version(fields, in);
    fields.require("ends");
    List<KeyId> ends = new ArrayList<>();
    for (int left = in.array(MAX_ITEMS); left > 0; left--) {
      ends.add(new KeyId(Hash32.of(in.bytesOf(32))));
    }
    fields.require("name");
    String name = in.text(MAX_TEXT);
    fields.require("sign");
    P256PublicKey sign = P256PublicKey.of(in.bytesOf(64));
    fields.require("agree");
    P256PublicKey agree = P256PublicKey.of(in.bytesOf(64));
    fields.require("chain");
    BigInteger chain = new BigInteger(1, in.bytesOf(32));
    fields.require("first");
    PartyId first = new PartyId(Hash32.of(in.bytesOf(32)));
    fields.require("nonce");
    Hash32 nonce = Hash32.of(in.bytesOf(32));
    fields.require("point");
    SlotPoint point = SlotPoint.of(in.bytesOf(33));
    fields.require("gender");
    String gender = in.text(MAX_TEXT);
    fields.require("issuer");
    OrganisationId issuer = new OrganisationId(in.unsigned(Long.MAX_VALUE));
    fields.require("ledger");
    Address ledger = Address.of(in.bytesOf(20));
    fields.require("issuedAt");
    Instant issuedAt = Instant.ofEpochSecond(in.unsigned(1L << 40));
    fields.require("birthDate");
    String birthDate = birthDate(in.text(MAX_TEXT));
    fields.require("possession");
    Signature possession = signature(in);
    fields.require("identifiers");
    List<PatientIdentifier> identifiers = new ArrayList<>();
    for (int left = in.array(MAX_ITEMS); left > 0; left--) {
      in.arrayOf(2);
      identifiers.add(new PatientIdentifier(in.text(MAX_TEXT), in.text(MAX_TEXT)));
    }
    fields.end();
    in.end();
    PatientDetails person = new PatientDetails(name, birthDate, gender, identifiers);
    return new PatientCard(
        new Deployment(chain, ledger),
        issuer,
        person,
        sign,
        agree,
        point,
        first,
        issuedAt,
        ends,
        nonce,
        possession);
  }

  /** Refuses a high s, which {@link Signature#of} would lower. */
  private static Signature signature(CborReader in) throws CborException {
    byte[] bytes = in.bytesOf(Signature.LENGTH);
    Signature signature = Signature.of(bytes);
    if (!Arrays.equals(bytes, signature.bytes())) {
      throw new CborException("a signature of the card has a high s");
    }
    return signature;
  }

  private static String birthDate(String text) throws CborException {
    if (!PatientCard.isBirthDate(text)) {
      throw new CborException("the card's birth date is no date");
    }
    return text;
  }

  private static void version(CborReader.Fields fields, CborReader in) throws CborException {
    fields.require("v");
    if (in.unsigned(1_000_000) != 1) {
      throw new CborException("the card is of a version that this program does not know");
    }
  }
}

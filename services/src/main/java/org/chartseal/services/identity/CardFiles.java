package org.chartseal.services.identity;

import org.chartseal.services.identity.internal.CardCodec;
import org.chartseal.services.identity.internal.Payloads;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.PartyId;
import org.chartseal.services.seal.SignatureVerifier;
import org.chartseal.services.seal.cbor.CborException;

/**
 * Reads and writes patients' card files (protocol §1.3).
 *
 * <p>A card that is read has the issuer's signature and its own possession statement checked.
 * Whether the issuer may issue, and whether its key is licensed, is for the registry to say: {@link
 * CardTrust}.
 */
public final class CardFiles {

  private final Deployment deployment;
  private final SignatureVerifier verifier;
  private final Payloads payloads;
  private final CardCodec codec = new CardCodec();

  public CardFiles(Deployment deployment, SignatureVerifier verifier) {
    this.deployment = deployment;
    this.verifier = verifier;
    this.payloads = new Payloads(deployment);
  }

  /** The content of a card file. */
  public byte[] write(SignedCard card) {
    return codec.file(card);
  }

  /**
   * Reads a card file and checks its signatures.
   *
   * @param file the whole content of the file
   */
  public CardOutcome read(byte[] file) {
    SignedCard signed;
    try {
      signed = codec.read(file);
    } catch (CborException e) {
      return refused(
          "CS-CARD-01",
          "This is no patient card that can be read: "
              + e.getMessage()
              + ". Ask its issuer for a new file.");
    }
    PatientCard card = signed.card();
    if (!card.deployment().equals(deployment)) {
      return refused(
          "CS-CARD-02",
          "The card belongs to another network. Open that network, or ask for a card of this one.");
    }
    if (!verifier.verify(signed.issuerKey(), payloads.card(signed.body()), signed.signature())) {
      return refused(
          "CS-CARD-03",
          "The issuer's signature on the card does not hold. Do not rely on this card.");
    }
    byte[] possession =
        payloads.possession(
            card.issuer(), card.signingKey(), card.agreementKey(), card.slotPoint(), card.nonce());
    if (!verifier.verify(card.signingKey(), possession, card.possession())) {
      return refused(
          "CS-CARD-04",
          "The card shows keys that its holder did not prove to hold. Do not rely on this card.");
    }
    if (!card.ends().isEmpty()) {
      // Its issuer alone could otherwise take over a record: nothing here shows that the ended key
      // or the custodians signed it.
      return refused(
          "CS-CARD-11",
          "The card replaces an earlier one, which this version cannot verify. Update the program, then present the card again.");
    }
    if (!card.party().equals(PartyId.ofPatient(card.signingKey()))) {
      return refused(
          "CS-CARD-05", "The card claims to be somebody else's record. Do not rely on this card.");
    }
    return new CardOutcome.Valid(signed);
  }

  private static CardOutcome refused(String code, String sentence) {
    return new CardOutcome.Refused(new Fault(code, sentence));
  }
}

package org.chartseal.services.identity;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.chartseal.services.identity.internal.CardCodec;
import org.chartseal.services.identity.internal.Payloads;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.PartyId;
import org.chartseal.services.seal.PossessionMac;
import org.chartseal.services.seal.SignatureVerifier;
import org.chartseal.signing.AgreeOutcome;
import org.chartseal.signing.DeviceFault;
import org.chartseal.signing.SharedSecret;
import org.chartseal.signing.SignOutcome;

/** Issues patients' first cards, once both keys have proven possession (protocol §1.3). */
public final class CardIssuer {

  private final Deployment deployment;
  private final OrganisationId issuer;
  private final UnlockedIdentity keys;
  private final SignatureVerifier verifier;
  private final InstantSource clock;
  private final SecureRandom random;
  private final Payloads payloads;
  private final CardCodec codec = new CardCodec();

  public CardIssuer(
      Deployment deployment,
      OrganisationId issuer,
      UnlockedIdentity keys,
      SignatureVerifier verifier,
      InstantSource clock,
      SecureRandom random) {
    this.deployment = deployment;
    this.issuer = issuer;
    this.keys = keys;
    this.verifier = verifier;
    this.clock = clock;
    this.random = random;
    this.payloads = new Payloads(deployment);
  }

  /** A fresh challenge for one application. */
  public Hash32 challenge() {
    byte[] nonce = new byte[32];
    random.nextBytes(nonce);
    return Hash32.of(nonce);
  }

  /**
   * Checks an application and signs the card.
   *
   * @param nonce the challenge that this issuer drew for it
   */
  public CardOutcome issue(CardApplication application, Hash32 nonce) {
    if (!application.nonce().equals(nonce)
        || !verifier.verify(
            application.signingKey(),
            payloads.possession(
                issuer,
                application.signingKey(),
                application.agreementKey(),
                application.slotPoint(),
                nonce),
            application.possession())) {
      return refused(
          "CS-CARD-06", "The applicant did not prove to hold the signing key. No card was issued.");
    }
    switch (keys.agree(application.agreementKey())) {
      case AgreeOutcome.AgreeRefused(var fault) -> {
        return refused(fault);
      }
      case AgreeOutcome.Agreed(SharedSecret agreed) -> {
        try (agreed) {
          if (!PossessionMac.of(agreed, nonce).equals(application.confirmation())) {
            return refused(
                "CS-CARD-07",
                "The applicant did not prove to hold the agreement key. No card was issued.");
          }
        }
      }
    }
    if (!PatientCard.isBirthDate(application.person().birthDate())) {
      return refused(
          "CS-CARD-12",
          "The birth date is no date. Enter it as year, month and day, then apply again.");
    }
    return sign(
        new PatientCard(
            deployment,
            issuer,
            application.person(),
            application.signingKey(),
            application.agreementKey(),
            application.slotPoint(),
            PartyId.ofPatient(application.signingKey()),
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            List.of(),
            nonce,
            application.possession()));
  }

  private CardOutcome sign(PatientCard card) {
    byte[] body = codec.body(card);
    return switch (keys.sign(payloads.card(body))) {
      case SignOutcome.SignRefused(var fault) -> refused(fault);
      case SignOutcome.Signed(var signature) ->
          new CardOutcome.Valid(new SignedCard(card, body, keys.signing().publicKey(), signature));
    };
  }

  private static CardOutcome refused(DeviceFault fault) {
    return refused(fault.code().shortCode(), fault.sentence());
  }

  private static CardOutcome refused(String code, String sentence) {
    return new CardOutcome.Refused(new Fault(code, sentence));
  }
}

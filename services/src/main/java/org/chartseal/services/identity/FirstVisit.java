package org.chartseal.services.identity;

import java.security.SecureRandom;
import java.util.Optional;
import org.chartseal.services.identity.internal.Payloads;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.PairSecret;
import org.chartseal.services.seal.PartyId;
import org.chartseal.services.seal.SignatureVerifier;
import org.chartseal.signing.SignOutcome;

/**
 * The first use of a card at an organisation: the holder confirms with the PIN, so that a copied
 * card file opens no relationship (protocol §1.4).
 */
public final class FirstVisit {

  private final Payloads payloads;
  private final Pairs pairs;
  private final SignatureVerifier verifier;
  private final SecureRandom random;

  public FirstVisit(Deployment deployment, SignatureVerifier verifier, SecureRandom random) {
    this.payloads = new Payloads(deployment);
    this.pairs = new Pairs(deployment);
    this.verifier = verifier;
    this.random = random;
  }

  /** The organisation's fresh challenge. */
  public Hash32 challenge() {
    byte[] nonce = new byte[32];
    random.nextBytes(nonce);
    return Hash32.of(nonce);
  }

  /** The patient's answer, with both keys of the card. */
  public VisitAnswer.Outcome answer(
      UnlockedIdentity patient,
      PatientCard card,
      OrganisationId organisation,
      Counterparty desk,
      Hash32 nonce) {
    return switch (pairs.open(patient, card.party(), desk)) {
      case PairOutcome.Refused(var fault) -> new VisitAnswer.Outcome.Refused(fault);
      case PairOutcome.Opened(PairSecret secret) -> {
        try (secret) {
          yield sign(patient, organisation, nonce, secret.confirmation(nonce));
        }
      }
    };
  }

  private VisitAnswer.Outcome sign(
      UnlockedIdentity patient, OrganisationId organisation, Hash32 nonce, Hash32 confirmation) {
    return switch (patient.sign(payloads.challenge(organisation, nonce, confirmation))) {
      case SignOutcome.SignRefused(var fault) ->
          new VisitAnswer.Outcome.Refused(new Fault(fault.code().shortCode(), fault.sentence()));
      case SignOutcome.Signed(var signature) ->
          new VisitAnswer.Outcome.Answered(new VisitAnswer(confirmation, signature));
    };
  }

  /**
   * The organisation's check of an answer to its own nonce.
   *
   * @return why the visit cannot begin; empty if the holder of the card is there
   */
  public Optional<Fault> verify(
      UnlockedIdentity desk,
      OrganisationId organisation,
      PatientCard card,
      Hash32 nonce,
      VisitAnswer answer) {
    byte[] payload = payloads.challenge(organisation, nonce, answer.confirmation());
    if (!verifier.verify(card.signingKey(), payload, answer.signature())) {
      return notTheHolder();
    }
    Counterparty patient = new Counterparty(card.party(), card.agreementKey());
    return switch (pairs.open(desk, PartyId.of(organisation), patient)) {
      case PairOutcome.Refused(var fault) -> Optional.of(fault);
      case PairOutcome.Opened(PairSecret secret) -> {
        try (secret) {
          yield secret.confirmation(nonce).equals(answer.confirmation())
              ? Optional.empty()
              : notTheHolder();
        }
      }
    };
  }

  private static Optional<Fault> notTheHolder() {
    return Optional.of(
        new Fault(
            "CS-CARD-08",
            "The keys that answered are not those of this card. Present the patient's own card and key."));
  }
}

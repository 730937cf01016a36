package org.chartseal.services.identity;

import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.identity.internal.Payloads;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.PossessionMac;
import org.chartseal.services.seal.SlotPoint;
import org.chartseal.services.seal.SlotScalar;
import org.chartseal.signing.AgreeOutcome;
import org.chartseal.signing.DeviceFault;
import org.chartseal.signing.P256PublicKey;
import org.chartseal.signing.SharedSecret;
import org.chartseal.signing.SignOutcome;

/**
 * The patient's side of having a card issued: the device proves that it holds both keys (protocol
 * §1.3).
 */
public final class CardApplicant {

  private final Deployment deployment;
  private final Payloads payloads;

  public CardApplicant(Deployment deployment) {
    this.deployment = deployment;
    this.payloads = new Payloads(deployment);
  }

  /**
   * Answers an issuer's challenge.
   *
   * @param patient the patient's unlocked device
   * @param person who the card is for
   * @param issuer the issuer's number, which the signed answer names
   * @param issuerAgreementKey from the issuer's certificate
   * @param nonce the issuer's challenge
   */
  public CardApplication.Outcome apply(
      UnlockedIdentity patient,
      PatientDetails person,
      OrganisationId issuer,
      P256PublicKey issuerAgreementKey,
      Hash32 nonce) {
    SlotPoint point;
    switch (patient.agree(patient.agreement().publicKey())) {
      case AgreeOutcome.AgreeRefused(var fault) -> {
        return refused(fault);
      }
      case AgreeOutcome.Agreed(SharedSecret self) -> {
        try (self;
            SlotScalar scalar = SlotScalar.derive(self, deployment)) {
          point = scalar.point();
        }
      }
    }
    Hash32 confirmation;
    switch (patient.agree(issuerAgreementKey)) {
      case AgreeOutcome.AgreeRefused(var fault) -> {
        return refused(fault);
      }
      case AgreeOutcome.Agreed(SharedSecret agreed) -> {
        try (agreed) {
          confirmation = PossessionMac.of(agreed, nonce);
        }
      }
    }
    P256PublicKey signing = patient.signing().publicKey();
    P256PublicKey agreement = patient.agreement().publicKey();
    return switch (patient.sign(payloads.possession(issuer, signing, agreement, point, nonce))) {
      case SignOutcome.SignRefused(var fault) -> refused(fault);
      case SignOutcome.Signed(var possession) ->
          new CardApplication.Outcome.Made(
              new CardApplication(
                  person, signing, agreement, point, nonce, possession, confirmation));
    };
  }

  private static CardApplication.Outcome refused(DeviceFault fault) {
    return new CardApplication.Outcome.Refused(
        new Fault(fault.code().shortCode(), fault.sentence()));
  }
}

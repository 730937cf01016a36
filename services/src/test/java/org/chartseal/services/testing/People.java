package org.chartseal.services.testing;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.identity.CardApplicant;
import org.chartseal.services.identity.CardApplication;
import org.chartseal.services.identity.CardIssuer;
import org.chartseal.services.identity.CardOutcome;
import org.chartseal.services.identity.Counterparty;
import org.chartseal.services.identity.Directory;
import org.chartseal.services.identity.Organisation;
import org.chartseal.services.identity.OrganisationParty;
import org.chartseal.services.identity.PairOutcome;
import org.chartseal.services.identity.Pairs;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.identity.PatientParty;
import org.chartseal.services.identity.SignedCard;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.record.Subject;
import org.chartseal.services.seal.CryptoEngine;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;

/** Organisations and patients of a test network, who know one another. */
public final class People implements Directory {

  private final TestNetwork network;
  private final List<Organisation> organisations = new ArrayList<>();

  public People(TestNetwork network) {
    this.network = network;
  }

  /** Puts an organisation into the directory. */
  public void know(OrganisationParty party) {
    organisations.add(
        new Organisation(party.id(), party.name(), party.keys().agreement().publicKey()));
  }

  /** Issues a first card, signed by that organisation. */
  public SignedCard card(OrganisationParty issuer, PatientDetails person, String keyFile) {
    UnlockedIdentity keys = network.identities().identity(keyFile);
    CardIssuer desk =
        new CardIssuer(
            network.deployment(),
            issuer.id(),
            issuer.keys(),
            CryptoEngine.best().signatureVerifier(),
            InstantSource.system(),
            new SecureRandom());
    Hash32 nonce = desk.challenge();
    CardApplication.Outcome application =
        new CardApplicant(network.deployment())
            .apply(keys, person, issuer.id(), issuer.keys().agreement().publicKey(), nonce);
    if (!(application instanceof CardApplication.Outcome.Made(CardApplication made))
        || !(desk.issue(made, nonce) instanceof CardOutcome.Valid(SignedCard card))) {
      throw new IllegalStateException("no card: " + application);
    }
    return card;
  }

  /** The patient with that key file. */
  public PatientParty patient(SignedCard card, String keyFile) {
    return new PatientParty(card.card(), network.identities().identity(keyFile));
  }

  /** The streams of an organisation with a patient, from the organisation's side. */
  public PairStreams pair(OrganisationParty organisation, PatientCard card) {
    Counterparty patient = new Counterparty(card.party(), card.agreementKey());
    return switch (new Pairs(network.deployment())
        .open(organisation.keys(), organisation.party(), patient)) {
      case PairOutcome.Refused(var fault) -> throw new IllegalStateException(fault.sentence());
      case PairOutcome.Opened(var secret) -> new PairStreams(secret, subject(card));
    };
  }

  /** Whom entries about a card's holder must be about. */
  public static Subject.Patient subject(PatientCard card) {
    return Subject.Patient.of(card);
  }

  @Override
  public Optional<Organisation> find(OrganisationId id) {
    return organisations.stream().filter(known -> known.id().equals(id)).findFirst();
  }

  @Override
  public List<Organisation> all() {
    return List.copyOf(organisations);
  }
}

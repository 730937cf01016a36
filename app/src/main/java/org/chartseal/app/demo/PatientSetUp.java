package org.chartseal.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.Identities;
import org.chartseal.app.home.Identity;
import org.chartseal.app.home.IdentityRole;
import org.chartseal.app.home.OwnerOnly;
import org.chartseal.app.home.Visits;
import org.chartseal.app.session.PatientIndex;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.consent.PatientSession;
import org.chartseal.services.identity.CardApplicant;
import org.chartseal.services.identity.CardApplication;
import org.chartseal.services.identity.CardIssuer;
import org.chartseal.services.identity.CardOutcome;
import org.chartseal.services.identity.Organisation;
import org.chartseal.services.identity.PatientParty;
import org.chartseal.services.identity.SignedCard;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.RefusedException;

/** Gives a sample patient keys, a card, and relations with those who know them. */
final class PatientSetUp {

  private final Workspace workspace;
  private final DemoKeys keys;
  private final Identities identities;
  private final Visits visits;

  PatientSetUp(Workspace workspace, DemoKeys keys) {
    this.workspace = workspace;
    this.keys = keys;
    this.identities = new Identities(workspace.home());
    this.visits = new Visits(workspace.home());
  }

  /**
   * Makes what is missing.
   *
   * @param authority signs the patient's certificates
   * @param office issues the card
   * @param known where the patient has been, or is insured
   */
  SignedCard ensure(
      String alias,
      PatientDetails person,
      UnlockedIdentity authority,
      UnlockedIdentity office,
      List<OrganisationId> known)
      throws DemoException, HomeException {
    Identity patient = new Identity(alias, IdentityRole.PATIENT, 0, person.name());
    keys.ensure(patient, Optional.of(authority));
    try (UnlockedIdentity own = keys.unlock(patient)) {
      SignedCard card = card(patient, person, own, office);
      identities.put(patient);
      byte[] file = workspace.identity().cards().write(card);
      for (OrganisationId organisation : known) {
        visits.confirmed(organisation, card.card().party(), file);
      }
      relate(new PatientParty(card.card(), own), known);
      return card;
    }
  }

  private SignedCard card(
      Identity patient, PatientDetails person, UnlockedIdentity own, UnlockedIdentity office)
      throws DemoException, HomeException {
    Path file = identities.card(patient);
    try {
      if (Files.isRegularFile(file)) {
        return valid(workspace.identity().cards().read(Files.readAllBytes(file)));
      }
      SignedCard card = issue(person, own, office);
      OwnerOnly.write(file, workspace.identity().cards().write(card));
      return card;
    } catch (IOException e) {
      throw new DemoException(
          "CS-DEMO-05", "A card file could not be read or written. Check the disk and its rights.");
    }
  }

  private SignedCard issue(PatientDetails person, UnlockedIdentity own, UnlockedIdentity office)
      throws DemoException {
    CardIssuer issuer =
        new CardIssuer(
            workspace.deployment(),
            Cast.CARD_OFFICE,
            office,
            workspace.crypto().verifier(),
            workspace.clock(),
            workspace.crypto().random());
    Hash32 nonce = issuer.challenge();
    CardApplication application =
        switch (new CardApplicant(workspace.deployment())
            .apply(own, person, Cast.CARD_OFFICE, office.agreement().publicKey(), nonce)) {
          case CardApplication.Outcome.Refused(var fault) -> throw new DemoException(fault);
          case CardApplication.Outcome.Made(var made) -> made;
        };
    return valid(issuer.issue(application, nonce));
  }

  private static SignedCard valid(CardOutcome outcome) throws DemoException {
    return switch (outcome) {
      case CardOutcome.Refused(var fault) -> throw new DemoException(fault);
      case CardOutcome.Valid(var card) -> card;
    };
  }

  /** Writes the patient's index. What is in the outbox or on the chain is not written twice. */
  private void relate(PatientParty patient, List<OrganisationId> known) throws DemoException {
    try (PatientSession session = PatientSession.open(patient, workspace.deployment())) {
      PatientIndex index = new PatientIndex(workspace);
      for (OrganisationId number : known) {
        Organisation organisation =
            workspace.identity().directory().find(number).orElseThrow(PatientSetUp::unknown);
        index.add(session, organisation, PatientIndex.Where.OWN_CONSOLE);
      }
    } catch (RefusedException e) {
      throw new DemoException(e.fault());
    }
  }

  private static DemoException unknown() {
    return new DemoException(
        "CS-DEMO-06",
        "The directory lacks an organisation of the demonstration. Remove the home folder and begin again.");
  }
}

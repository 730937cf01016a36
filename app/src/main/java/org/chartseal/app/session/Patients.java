package org.chartseal.app.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.Identities;
import org.chartseal.app.home.IdentityRole;
import org.chartseal.app.home.Visits;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.identity.CardOutcome;
import org.chartseal.services.identity.SignedCard;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.RefusedException;

/** Finds patients' cards: a file that was presented, or a patient of this home by alias. */
public final class Patients {

  private static final int MAX_CARD = 1 << 16;

  private final Workspace workspace;
  private final Identities identities;
  private final Visits visits;

  public Patients(Workspace workspace) {
    this.workspace = workspace;
    this.identities = new Identities(workspace.home());
    this.visits = new Visits(workspace.home());
  }

  /**
   * A card that is presented.
   *
   * @param patient alias of a patient of this home, or a card file
   * @throws RefusedException if there is no such card, or it cannot be believed
   */
  public SignedCard present(String patient) throws RefusedException, HomeException {
    return read(bytes(patient));
  }

  /**
   * The card of a patient who confirmed at this organisation.
   *
   * @throws RefusedException CS-VISIT-01 if they did not yet
   */
  public SignedCard known(OrganisationId organisation, String patient)
      throws RefusedException, HomeException {
    SignedCard card = present(patient);
    if (!visits.isKnown(organisation, card.card().party())) {
      throw new RefusedException(
          new Fault(
              "CS-VISIT-01",
              "This patient has not been here before. Present the card with 'chartseal visit', so that the patient can confirm."));
    }
    return card;
  }

  /** The card file that is presented, as it is. */
  public byte[] bytes(String patient) throws RefusedException, HomeException {
    Path file =
        identities
            .find(patient)
            .filter(known -> known.role() == IdentityRole.PATIENT)
            .map(identities::card)
            .orElse(null);
    try {
      Path path = file == null ? Path.of(patient) : file;
      if (!Files.isRegularFile(path)) {
        throw missing();
      }
      try (var in = Files.newInputStream(path)) {
        return in.readNBytes(MAX_CARD);
      }
    } catch (IOException | InvalidPathException e) {
      throw missing();
    }
  }

  private SignedCard read(byte[] file) throws RefusedException {
    return switch (workspace.identity().cards().read(file)) {
      case CardOutcome.Refused(var fault) -> throw new RefusedException(fault);
      case CardOutcome.Valid(var card) -> card;
    };
  }

  private static RefusedException missing() {
    return new RefusedException(
        new Fault(
            "CS-VISIT-02",
            "There is no patient of that name and no card file there. 'chartseal demo' lists the patients."));
  }
}

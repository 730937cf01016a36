package org.chartseal.app.session;

import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.Identity;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.clinical.ActorReference;
import org.chartseal.services.consent.PairBook;
import org.chartseal.services.identity.OrganisationParty;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.record.EntryAuthor;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.seal.RefusedException;

/**
 * Somebody at an organisation's console with their own device unlocked. Both devices are the same
 * when the organisation acts by itself.
 *
 * @param seat the organisation, with its own keys
 * @param keys of who sits there; entries are signed with them
 */
public record Desk(Seat seat, UnlockedIdentity keys) implements AutoCloseable {

  /**
   * Opens the console.
   *
   * @param what the person's PIN is for, to go on after "to"
   * @throws RefusedException CS-DESK-01 if the person works for no organisation; or the PIN was
   *     wrong
   */
  public static Desk open(Workspace workspace, Keyring keyring, Identity person, String what)
      throws RefusedException, HomeException {
    Identity organisation = Seat.organisation(workspace, person);
    if (organisation.alias().equals(person.alias())) {
      UnlockedIdentity own = keyring.unlockOrganisation(organisation);
      return new Desk(Seat.own(workspace, organisation, own), own);
    }
    UnlockedIdentity keys = keyring.unlock(person, what);
    boolean open = false;
    try {
      Seat seat = Seat.take(workspace, keyring, person, keys.signing());
      open = true;
      return new Desk(seat, keys);
    } finally {
      if (!open) {
        keys.close();
      }
    }
  }

  public Workspace workspace() {
    return seat.workspace();
  }

  /** Who acts. */
  public Identity person() {
    return seat.person();
  }

  /** For which organisation. */
  public OrganisationParty organisation() {
    return seat.organisation();
  }

  /** Who signs an entry here. */
  public EntryAuthor author() {
    return seat.author();
  }

  /** Who acts, as resources name them. */
  public ActorReference practitioner() {
    return seat.practitioner();
  }

  /** The organisation, as resources name it. */
  public ActorReference organisationReference() {
    return seat.organisationReference();
  }

  /** What the organisation and a patient agreed; the caller closes it. */
  public PairBook book(PatientCard card) throws RefusedException {
    return seat.book(card);
  }

  /** The streams of the organisation and a patient; the caller closes them. */
  public PairStreams pair(PatientCard card) throws RefusedException {
    return seat.pair(card);
  }

  @Override
  public void close() {
    keys.close();
    seat.close();
  }
}

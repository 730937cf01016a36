package org.chartseal.app.session;

import java.util.Optional;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.Identities;
import org.chartseal.app.home.Identity;
import org.chartseal.app.home.IdentityRole;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.blocks.BlockStore;
import org.chartseal.services.clinical.ActorReference;
import org.chartseal.services.consent.PairBook;
import org.chartseal.services.consent.PairBookOutcome;
import org.chartseal.services.identity.CertificateChains;
import org.chartseal.services.identity.Counterparty;
import org.chartseal.services.identity.OrganisationParty;
import org.chartseal.services.identity.PairOutcome;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.record.EntryAuthor;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.record.Subject;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.DeviceKey;

/**
 * Somebody's place at an organisation: they read and ask with the organisation's own keys, and sign
 * nothing, which takes their PIN: {@link Desk}.
 *
 * @param person who sits there
 * @param author as entries of that person name them
 * @param organisation for which they act, with its own keys
 */
public record Seat(
    Workspace workspace, Identity person, EntryAuthor author, OrganisationParty organisation)
    implements AutoCloseable {

  /**
   * Takes a place.
   *
   * @param signing the person's signing key, with its certificates
   * @throws RefusedException CS-DESK-01 if the person works for no organisation
   */
  public static Seat take(Workspace workspace, Keyring keyring, Identity person, DeviceKey signing)
      throws RefusedException, HomeException {
    Identity organisation = organisation(workspace, person);
    UnlockedIdentity own = keyring.unlockOrganisation(organisation);
    boolean taken = false;
    try {
      Seat seat = of(workspace, person, signing, organisation, own);
      taken = true;
      return seat;
    } finally {
      if (!taken) {
        own.close();
      }
    }
  }

  /** The place of an organisation that acts by itself. */
  public static Seat own(Workspace workspace, Identity organisation, UnlockedIdentity keys)
      throws RefusedException {
    return of(workspace, organisation, keys.signing(), organisation, keys);
  }

  /**
   * The organisation for which somebody works, or which they are.
   *
   * @throws RefusedException CS-DESK-01 if there is none
   */
  static Identity organisation(Workspace workspace, Identity person)
      throws RefusedException, HomeException {
    Identity organisation =
        new Identities(workspace.home())
            .organisation(person.organisation())
            .orElseThrow(Seat::nowhere);
    if (!organisation.alias().equals(person.alias()) && person.role() != IdentityRole.CLINICIAN) {
      throw nowhere();
    }
    return organisation;
  }

  /** Who acts, as resources name them. */
  public ActorReference practitioner() {
    return new ActorReference(
        ActorReference.Kind.PRACTITIONER, KeyId.of(author.key()).value().hex(), person.name());
  }

  /** The organisation, as resources name it. */
  public ActorReference organisationReference() {
    return new ActorReference(
        ActorReference.Kind.ORGANISATION, organisation.id().toString(), organisation.name());
  }

  /** The streams of the organisation and a patient; the caller closes them. */
  public PairStreams pair(PatientCard card) throws RefusedException {
    Counterparty patient = new Counterparty(card.party(), card.agreementKey());
    return switch (workspace
        .identity()
        .pairs()
        .open(organisation.keys(), organisation.party(), patient)) {
      case PairOutcome.Refused(var fault) -> throw new RefusedException(fault);
      case PairOutcome.Opened(var secret) -> new PairStreams(secret, Subject.Patient.of(card));
    };
  }

  /** What the organisation and a patient agreed; the caller closes it. */
  public PairBook book(PatientCard card) throws RefusedException {
    try (PairStreams pair = pair(card)) {
      return book(card, pair);
    }
  }

  /** The same, from streams that are open. */
  PairBook book(PatientCard card, PairStreams pair) throws RefusedException {
    return switch (workspace.consents().books().read(card, organisation.id(), pair)) {
      case PairBookOutcome.Failed(var fault) -> throw new RefusedException(fault);
      case PairBookOutcome.Read(var book) -> book;
    };
  }

  @Override
  public void close() {
    organisation.keys().close();
  }

  private static Seat of(
      Workspace workspace,
      Identity person,
      DeviceKey signing,
      Identity organisation,
      UnlockedIdentity own)
      throws RefusedException {
    BlockStore blocks = workspace.stores().blocks();
    OrganisationId id = new OrganisationId(organisation.organisation());
    return new Seat(
        workspace,
        person,
        new EntryAuthor(
            id, signing.publicKey(), person.name(), Optional.of(publish(blocks, signing))),
        new OrganisationParty(
            id, organisation.name(), own, Optional.of(publish(blocks, own.signing()))));
  }

  /** Verifying an author's certificate takes its chain, which is a public block (protocol §3.2). */
  private static Hash32 publish(BlockStore blocks, DeviceKey signing) throws RefusedException {
    byte[] block = CertificateChains.block(signing.chain());
    return switch (blocks.put(block)) {
      case BlockStore.PutOutcome.Stored(var cid) -> cid.digest();
      case BlockStore.PutOutcome.Failed(var reason) ->
          throw new RefusedException(
              new Fault("CS-DESK-02", "The author's certificates could not be stored. " + reason));
    };
  }

  private static RefusedException nowhere() {
    return new RefusedException(
        new Fault(
            "CS-DESK-01",
            "This identity works at no hospital or insurer. Choose one that does with --as."));
  }
}

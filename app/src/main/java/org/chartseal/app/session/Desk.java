package org.chartseal.app.session;

import java.util.Optional;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.Identities;
import org.chartseal.app.home.Identity;
import org.chartseal.app.home.IdentityRole;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.blocks.BlockStore;
import org.chartseal.services.clinical.ActorReference;
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

/**
 * Somebody at an organisation's console: the organisation's own keys, and the keys of who sits
 * there. Both are the same when the organisation acts by itself.
 *
 * @param person who acts
 * @param keys of that person; entries are signed with them
 * @param organisation for which they act, with its own keys
 */
public record Desk(
    Workspace workspace, Identity person, UnlockedIdentity keys, OrganisationParty organisation)
    implements AutoCloseable {

  /**
   * Opens the console.
   *
   * @param what the person's PIN is for, to go on after "to"
   * @throws RefusedException CS-DESK-01 if the person works for no organisation; or the PIN was
   *     wrong
   */
  public static Desk open(Workspace workspace, Keyring keyring, Identity person, String what)
      throws RefusedException, HomeException {
    Identity organisation =
        new Identities(workspace.home())
            .organisation(person.organisation())
            .orElseThrow(Desk::nowhere);
    boolean same = organisation.alias().equals(person.alias());
    if (!same && person.role() != IdentityRole.CLINICIAN) {
      throw nowhere();
    }
    UnlockedIdentity own = keyring.unlockOrganisation(organisation);
    boolean open = false;
    try {
      UnlockedIdentity keys = same ? own : keyring.unlock(person, what);
      open = true;
      return new Desk(
          workspace,
          person,
          keys,
          new OrganisationParty(
              new OrganisationId(organisation.organisation()),
              organisation.name(),
              own,
              Optional.of(publish(workspace.stores().blocks(), own))));
    } finally {
      if (!open) {
        own.close();
      }
    }
  }

  /** Who signs an entry here. */
  public EntryAuthor author() throws RefusedException {
    return new EntryAuthor(
        organisation.id(),
        keys.signing().publicKey(),
        person.name(),
        Optional.of(publish(workspace.stores().blocks(), keys)));
  }

  /** Who acts, as resources name them. */
  public ActorReference practitioner() {
    return new ActorReference(
        ActorReference.Kind.PRACTITIONER,
        KeyId.of(keys.signing().publicKey()).value().hex(),
        person.name());
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

  @Override
  public void close() {
    keys.close();
    organisation.keys().close();
  }

  /** Verifying an author's certificate takes its chain, which is a public block (protocol §3.2). */
  private static Hash32 publish(BlockStore blocks, UnlockedIdentity author)
      throws RefusedException {
    byte[] block = CertificateChains.block(author.signing().chain());
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

package org.chartseal.services.claims.desk;

import java.util.HashMap;
import java.util.Map;
import org.chartseal.services.identity.Counterparty;
import org.chartseal.services.identity.Organisation;
import org.chartseal.services.identity.OrganisationParty;
import org.chartseal.services.identity.PairOutcome;
import org.chartseal.services.identity.Pairs;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.record.OrganisationPair;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.record.Subject;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.PairSecret;
import org.chartseal.services.seal.PartyId;
import org.chartseal.services.seal.RefusedException;

/**
 * An organisation with its device unlocked, and the pairs that were opened with it: one agreement
 * of the device for each. Closing wipes them; the device stays the caller's. For one thread.
 */
public final class OrganisationSession implements AutoCloseable {

  private final OrganisationParty party;
  private final Pairs pairs;
  private final Map<OrganisationId, OrganisationPair> organisations = new HashMap<>();
  private final Map<PartyId, PairStreams> patients = new HashMap<>();

  public OrganisationSession(OrganisationParty party, Pairs pairs) {
    this.party = party;
    this.pairs = pairs;
  }

  /** Who it is. */
  public OrganisationParty party() {
    return party;
  }

  /** Its number. */
  public OrganisationId id() {
    return party.id();
  }

  /**
   * The streams with another organisation; they stay this session's.
   *
   * @throws RefusedException if the device does not agree
   */
  public OrganisationPair with(Organisation other) throws RefusedException {
    OrganisationPair known = organisations.get(other.id());
    if (known == null) {
      known = new OrganisationPair(secret(other.counterparty()));
      organisations.put(other.id(), known);
    }
    return known;
  }

  /**
   * The streams with a patient; they stay this session's.
   *
   * @throws RefusedException if the device does not agree
   */
  public PairStreams with(PatientCard card) throws RefusedException {
    PairStreams known = patients.get(card.party());
    if (known == null) {
      known =
          new PairStreams(
              secret(new Counterparty(card.party(), card.agreementKey())),
              Subject.Patient.of(card));
      patients.put(card.party(), known);
    }
    return known;
  }

  private PairSecret secret(Counterparty other) throws RefusedException {
    return switch (pairs.open(party.keys(), party.party(), other)) {
      case PairOutcome.Refused(var fault) -> throw new RefusedException(fault);
      case PairOutcome.Opened(PairSecret secret) -> secret;
    };
  }

  @Override
  public void close() {
    organisations.values().forEach(OrganisationPair::close);
    patients.values().forEach(PairStreams::close);
  }
}

package org.chartseal.services.consent;

import java.util.HashMap;
import java.util.Map;
import org.chartseal.services.identity.Counterparty;
import org.chartseal.services.identity.Organisation;
import org.chartseal.services.identity.PairOutcome;
import org.chartseal.services.identity.Pairs;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.identity.PatientParty;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.record.Subject;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SlotScalar;
import org.chartseal.signing.AgreeOutcome;
import org.chartseal.signing.SharedSecret;

/**
 * A patient with their card in: their slot keys and the pairs that were opened. Closing wipes all
 * of it. Safe for several threads.
 */
public final class PatientSession implements AutoCloseable {

  private final PatientParty patient;
  private final Pairs pairs;
  private final SlotScalar slots;
  private final Map<OrganisationId, PairStreams> opened = new HashMap<>();

  private PatientSession(PatientParty patient, Pairs pairs, SlotScalar slots) {
    this.patient = patient;
    this.pairs = pairs;
    this.slots = slots;
  }

  /**
   * Derives the patient's slot keys.
   *
   * @throws RefusedException if the device does not agree, or holds other keys than the card shows
   */
  public static PatientSession open(PatientParty patient, Deployment deployment)
      throws RefusedException {
    PatientCard card = patient.card();
    if (!patient.keys().signing().publicKey().equals(card.signingKey())
        || !patient.keys().agreement().publicKey().equals(card.agreementKey())) {
      throw new RefusedException(
          new Fault(
              "CS-CARD-09",
              "The key file or device belongs to another card. Present the one of this card."));
    }
    return switch (patient.keys().agree(card.agreementKey())) {
      case AgreeOutcome.AgreeRefused(var fault) ->
          throw new RefusedException(new Fault(fault.code().shortCode(), fault.sentence()));
      case AgreeOutcome.Agreed(SharedSecret self) -> {
        try (self) {
          yield new PatientSession(
              patient, new Pairs(deployment), SlotScalar.derive(self, deployment));
        }
      }
    };
  }

  /** Who it is. */
  public PatientParty patient() {
    return patient;
  }

  /** The patient's slot keys; they stay this session's. */
  public SlotScalar slots() {
    return slots;
  }

  /**
   * The streams of the patient with themself: their index.
   *
   * @throws RefusedException if the device does not agree
   */
  public PairStreams self() throws RefusedException {
    PatientCard card = patient.card();
    return open(OrganisationId.PATIENTS, new Counterparty(card.party(), card.agreementKey()));
  }

  /**
   * The streams of the patient with an organisation; they stay this session's.
   *
   * @throws RefusedException if the device does not agree
   */
  public PairStreams with(Organisation organisation) throws RefusedException {
    return open(organisation.id(), organisation.counterparty());
  }

  private synchronized PairStreams open(OrganisationId key, Counterparty other)
      throws RefusedException {
    PairStreams known = opened.get(key);
    if (known != null) {
      return known;
    }
    PatientCard card = patient.card();
    return switch (pairs.open(patient.keys(), card.party(), other)) {
      case PairOutcome.Refused(var fault) -> throw new RefusedException(fault);
      case PairOutcome.Opened(var secret) -> {
        PairStreams streams = new PairStreams(secret, Subject.Patient.of(card));
        opened.put(key, streams);
        yield streams;
      }
    };
  }

  @Override
  public synchronized void close() {
    slots.close();
    opened.values().forEach(PairStreams::close);
  }
}

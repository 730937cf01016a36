package org.chartseal.app.wiring;

import java.time.InstantSource;
import org.chartseal.services.consent.ConsentDesk;
import org.chartseal.services.consent.OwnRecord;
import org.chartseal.services.consent.PairBooks;
import org.chartseal.services.consent.PatientDesk;
import org.chartseal.services.consent.PendingRevocations;
import org.chartseal.services.consent.RecordOpening;
import org.chartseal.services.consent.Relations;
import org.chartseal.services.consent.StreamKeeper;

/** Asking, granting, opening and revoking. */
public record ConsentWiring(
    PairBooks books,
    ConsentDesk desk,
    PatientDesk patients,
    RecordOpening opening,
    Relations relations,
    StreamKeeper keeper,
    OwnRecord ownRecord,
    PendingRevocations pendingRevocations) {

  static ConsentWiring make(
      NetworkWiring network,
      StoreWiring stores,
      ClinicalWiring clinical,
      IdentityWiring identity,
      RecordWiring records,
      InstantSource clock) {
    PairBooks books =
        new PairBooks(
            records.reader(),
            clinical.consents(),
            clinical.revocations(),
            clinical.audits(),
            clock);
    Relations relations =
        new Relations(records.reader(), records.patientWriter(), clinical.revocations(), clock);
    return new ConsentWiring(
        books,
        new ConsentDesk(records.organisationEntries(), clinical.consents(), clock),
        new PatientDesk(
            relations,
            books,
            identity.directory(),
            records.patientWriter(),
            clinical.consents(),
            clinical.revocations(),
            clock),
        new RecordOpening(
            books,
            records.reader(),
            records.organisationEntries(),
            records.displaced(),
            clinical.audits(),
            clock),
        relations,
        new StreamKeeper(
            network.ledger(),
            stores.outbox(),
            records.organisationEntries(),
            records.displaced(),
            clinical.revocations(),
            clock),
        new OwnRecord(records.reader(), identity.directory(), clock),
        new PendingRevocations(network.ledger(), identity.directory()));
  }
}

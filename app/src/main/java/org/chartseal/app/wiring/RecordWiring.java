package org.chartseal.app.wiring;

import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import org.chartseal.services.record.DisplacedEntries;
import org.chartseal.services.record.DocumentFiling;
import org.chartseal.services.record.OrganisationEntries;
import org.chartseal.services.record.OwnEntries;
import org.chartseal.services.record.PatientWriter;
import org.chartseal.services.record.QueuedContents;
import org.chartseal.services.record.RecordReader;
import org.chartseal.services.record.RecordWriter;
import org.chartseal.services.record.RecordedServices;
import org.chartseal.services.record.SealHeads;
import org.chartseal.services.record.SigningDesk;
import org.chartseal.services.seal.Deployment;

/** Writing entries and reading them. */
public record RecordWiring(
    RecordReader reader,
    RecordWriter writer,
    SigningDesk signing,
    QueuedContents queued,
    DisplacedEntries displaced,
    OrganisationEntries organisationEntries,
    PatientWriter patientWriter,
    DocumentFiling filing,
    RecordedServices services,
    OwnEntries own,
    SealHeads heads) {

  static RecordWiring make(
      NetworkWiring network,
      StoreWiring stores,
      CryptoWiring crypto,
      ClinicalWiring clinical,
      IdentityWiring identity,
      ExecutorService workers,
      InstantSource clock) {
    Deployment deployment = network.file().ledger().deployment();
    RecordWriter writer =
        new RecordWriter(
            stores.outbox(),
            network.ledger(),
            stores.blocks(),
            crypto.sealer(),
            clinical.extractor(),
            clock);
    SigningDesk signing = new SigningDesk(stores.outbox(), clock);
    QueuedContents contents = new QueuedContents(stores.outbox(), stores.blocks(), crypto.opener());
    DisplacedEntries displaced = new DisplacedEntries(stores.outbox(), contents, writer, signing);
    RecordReader reader =
        new RecordReader(
            deployment,
            network.ledger(),
            stores.blocks(),
            crypto.opener(),
            clinical.extractor(),
            identity.chains(),
            crypto.verifier(),
            workers);
    return new RecordWiring(
        reader,
        writer,
        signing,
        contents,
        displaced,
        new OrganisationEntries(writer, signing, displaced),
        new PatientWriter(
            deployment,
            stores.outbox(),
            contents,
            network.ledger(),
            stores.blocks(),
            crypto.sealer(),
            clinical.extractor(),
            clock),
        new DocumentFiling(writer, stores.outbox(), clinical.matcher(), clock),
        new RecordedServices(reader),
        new OwnEntries(reader),
        new SealHeads(
            deployment,
            stores.outbox(),
            stores.blocks(),
            network.ledger(),
            network.relay(),
            clock));
  }
}

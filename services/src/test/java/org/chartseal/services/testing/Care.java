package org.chartseal.services.testing;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.chartseal.services.blocks.BlockStore;
import org.chartseal.services.clinical.AuditEventResources;
import org.chartseal.services.clinical.ConsentResources;
import org.chartseal.services.clinical.DocumentReader;
import org.chartseal.services.clinical.PatientMatcher;
import org.chartseal.services.clinical.RevocationResources;
import org.chartseal.services.clinical.internal.FhirLeafExtractor;
import org.chartseal.services.clinical.internal.FileDocumentReader;
import org.chartseal.services.clinical.internal.JsonAuditEventResources;
import org.chartseal.services.clinical.internal.JsonConsentResources;
import org.chartseal.services.clinical.internal.JsonRevocationResources;
import org.chartseal.services.consent.ConsentDesk;
import org.chartseal.services.consent.OwnRecord;
import org.chartseal.services.consent.PairBooks;
import org.chartseal.services.consent.PatientDesk;
import org.chartseal.services.consent.PendingRevocations;
import org.chartseal.services.consent.RecordOpening;
import org.chartseal.services.consent.Relations;
import org.chartseal.services.consent.StreamKeeper;
import org.chartseal.services.identity.Directory;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.outbox.Outbox;
import org.chartseal.services.record.DisplacedEntries;
import org.chartseal.services.record.DocumentFiling;
import org.chartseal.services.record.OrganisationEntries;
import org.chartseal.services.record.PatientWriter;
import org.chartseal.services.record.QueuedContents;
import org.chartseal.services.record.RecordReader;
import org.chartseal.services.record.RecordWriter;
import org.chartseal.services.record.SigningDesk;
import org.chartseal.services.seal.CryptoEngine;
import org.chartseal.services.seal.EntryOpener;
import org.chartseal.services.seal.EntrySealer;
import org.chartseal.services.seal.LeafExtractor;

/** The services of a console, wired by hand over a test network. */
public final class Care implements AutoCloseable {

  private final CryptoEngine engine = CryptoEngine.best();
  private final InstantSource clock = InstantSource.system();
  private final FhirLeafExtractor extractor = new FhirLeafExtractor();
  private final ExecutorService workers = Executors.newFixedThreadPool(2);
  private final TestNetwork network;
  private final Directory directory;
  private final Outbox outbox;
  private final ConsentResources consents = new JsonConsentResources();
  private final RevocationResources acts = new JsonRevocationResources();
  private final AuditEventResources audits = new JsonAuditEventResources();

  public Care(TestNetwork network, Directory directory) {
    this(network, directory, network.outbox());
  }

  /** A console with an outbox of its own. */
  public Care(TestNetwork network, Directory directory, Outbox outbox) {
    this.network = network;
    this.directory = directory;
    this.outbox = outbox;
  }

  public CryptoEngine engine() {
    return engine;
  }

  public LeafExtractor extractor() {
    return extractor;
  }

  public DocumentReader documents() {
    return new FileDocumentReader(extractor);
  }

  public EntryOpener opener() {
    return new EntryOpener(engine);
  }

  public ConsentResources consents() {
    return consents;
  }

  public RecordReader reader() {
    return reader(network.ledger());
  }

  /** A reader of what another view of the ledger shows. */
  public RecordReader reader(ProvenLedger ledger) {
    return reader(ledger, network.blocks());
  }

  /** A reader of what another view of the ledger and another store show. */
  public RecordReader reader(ProvenLedger ledger, BlockStore blocks) {
    return new RecordReader(
        network.deployment(),
        ledger,
        blocks,
        opener(),
        extractor,
        network.chains(),
        engine.signatureVerifier(),
        workers);
  }

  public RecordWriter writer() {
    return new RecordWriter(
        outbox,
        network.ledger(),
        network.blocks(),
        new EntrySealer(engine, new SecureRandom()),
        extractor,
        clock);
  }

  public SigningDesk signing() {
    return new SigningDesk(outbox, clock);
  }

  public OrganisationEntries entries() {
    return new OrganisationEntries(writer(), signing(), displaced());
  }

  public DisplacedEntries displaced() {
    return new DisplacedEntries(outbox, queued(), writer(), signing());
  }

  private QueuedContents queued() {
    return new QueuedContents(outbox, network.blocks(), opener());
  }

  public DocumentFiling filing() {
    return new DocumentFiling(writer(), outbox, new PatientMatcher(), clock);
  }

  public PatientWriter patientWriter() {
    return new PatientWriter(
        network.deployment(),
        outbox,
        queued(),
        network.ledger(),
        network.blocks(),
        new EntrySealer(engine, new SecureRandom()),
        extractor,
        clock);
  }

  public PairBooks books() {
    return books(reader(), clock);
  }

  private PairBooks books(RecordReader reader, InstantSource at) {
    return new PairBooks(reader, consents, acts, audits, at);
  }

  public ConsentDesk consentDesk() {
    return new ConsentDesk(entries(), consents, clock);
  }

  public RecordOpening opening() {
    return opening(network.ledger(), clock);
  }

  /** Opening by another view of the ledger, or at another time. */
  public RecordOpening opening(ProvenLedger ledger, InstantSource at) {
    RecordReader reader = reader(ledger);
    return new RecordOpening(books(reader, at), reader, entries(), displaced(), audits, at);
  }

  public Relations relations() {
    return new Relations(reader(), patientWriter(), acts, clock);
  }

  public PatientDesk patientDesk() {
    return new PatientDesk(relations(), books(), directory, patientWriter(), consents, acts, clock);
  }

  public OwnRecord ownRecord() {
    return new OwnRecord(reader(), directory, clock);
  }

  public PendingRevocations pendingRevocations() {
    return new PendingRevocations(network.ledger(), directory);
  }

  public StreamKeeper keeper() {
    return new StreamKeeper(network.ledger(), outbox, entries(), displaced(), acts, clock);
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}

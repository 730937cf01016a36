package org.chartseal.services.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.chartseal.services.blocks.FolderBlockStore;
import org.chartseal.services.clinical.internal.FhirLeafExtractor;
import org.chartseal.services.identity.CertificateChains;
import org.chartseal.services.ledger.LedgerConnection;
import org.chartseal.services.ledger.LedgerNetwork;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.network.NetworkFileOutcome;
import org.chartseal.services.network.NetworkHome;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.RecordOutcome;
import org.chartseal.services.record.RecordReader;
import org.chartseal.services.seal.CryptoEngine;
import org.chartseal.services.seal.EntryOpener;
import org.chartseal.services.seal.Progress;

/** Opens the record with a reader of its own each time, so that nothing is known before. */
final class ColdOpening implements AutoCloseable {

  private static final int FIRST = 50;

  private final ColdSpec spec;
  private final CryptoEngine engine = CryptoEngine.best();
  private final NetworkHome home;
  private final LedgerNetwork network;
  private final CertificateChains chains;
  private final ExecutorService workers =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

  ColdOpening(ColdSpec spec) throws IOException, CertificateException {
    this.spec = spec;
    this.home = new NetworkHome(spec.home().resolve("network"));
    if (!(home.networkFile() instanceof NetworkFileOutcome.Loaded loaded)) {
      throw new IllegalStateException("no network file");
    }
    LedgerNetwork own = loaded.file().ledger();
    this.network =
        new LedgerNetwork(
            own.chainId(),
            List.of(spec.node()),
            1,
            own.ledger(),
            own.token(),
            own.settlement(),
            own.deployedAt(),
            own.finalityDepth(),
            own.maxBlockAge());
    this.chains =
        new CertificateChains(
            List.of(
                (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(spec.root()))));
  }

  /**
   * When what was reached, in nanoseconds since 1970.
   *
   * @param first when the fiftieth entry was given out
   * @param entries how many were given out
   * @param proven how many of them were proven
   */
  record Times(long begin, long first, long end, long entries, long proven) {

    String text() {
      return "%d %d %d %d %d".formatted(begin, first, end, entries, proven);
    }

    static Times parse(String text) {
      long[] numbers = List.of(text.split(" ", -1)).stream().mapToLong(Long::parseLong).toArray();
      return new Times(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
    }
  }

  /** The ledger, asked through the address of the spec. */
  ProvenLedger ledger() {
    return new LedgerConnection(network, home.headMemory(), InstantSource.system()).ledger();
  }

  Times open(Consumer<RecordEntry> sink) {
    Watch watch = new Watch(sink);
    long begin = Nanos.now();
    RecordReader reader =
        new RecordReader(
            network.deployment(),
            ledger(),
            new FolderBlockStore(spec.home().resolve("blocks")),
            new EntryOpener(engine),
            new FhirLeafExtractor(),
            chains,
            engine.signatureVerifier(),
            workers);
    RecordOutcome outcome = reader.read(spec.subject(), spec.streams(), Progress.NONE, watch);
    long end = Nanos.now();
    if (!(outcome instanceof RecordOutcome.Opened opened) || !opened.complete()) {
      throw new IllegalStateException(outcome.toString());
    }
    return new Times(begin, watch.first, end, watch.entries, watch.proven);
  }

  /** Looks at the time when the first entries are there. */
  private static final class Watch implements Consumer<RecordEntry> {
    private final Consumer<RecordEntry> sink;
    private long first;
    private long entries;
    private long proven;

    Watch(Consumer<RecordEntry> sink) {
      this.sink = sink;
    }

    @Override
    public void accept(RecordEntry entry) {
      if (++entries == FIRST) {
        first = Nanos.now();
      }
      if (entry.isProven()) {
        proven++;
      }
      sink.accept(entry);
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}

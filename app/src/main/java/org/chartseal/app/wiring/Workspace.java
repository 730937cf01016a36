package org.chartseal.app.wiring;

import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.chartseal.app.home.DirectoryFile;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.services.seal.Deployment;
import org.chartseal.signing.P256PublicKey;

/**
 * Everything that works on one home, wired. Closing ends it; the outbox goes on where it was left.
 */
public record Workspace(
    HomeFolder home,
    NetworkWiring network,
    StoreWiring stores,
    CryptoWiring crypto,
    ClinicalWiring clinical,
    IdentityWiring identity,
    RecordWiring records,
    ConsentWiring consents,
    ClaimsWiring claims,
    ExecutorService workers,
    InstantSource clock)
    implements AutoCloseable {

  /** Opens a home that was set up. */
  public static Workspace open(HomeFolder home, InstantSource clock)
      throws HomeException, UnavailableException {
    home.requireSetUp();
    return wire(home, NetworkWiring.join(home, clock), clock);
  }

  /**
   * Opens a home with an embedded network, which is made when it is not there.
   *
   * @param firstRegistrar asked for its signing key when the network is made
   */
  public static Workspace openEmbedded(
      HomeFolder home, InstantSource clock, Supplier<P256PublicKey> firstRegistrar)
      throws HomeException, UnavailableException {
    return wire(home, NetworkWiring.embedded(home, clock, firstRegistrar), clock);
  }

  /** The chain and ledger that everything here is bound to. */
  public Deployment deployment() {
    return network.file().ledger().deployment();
  }

  private static Workspace wire(HomeFolder home, NetworkWiring network, InstantSource clock)
      throws HomeException, UnavailableException {
    boolean wired = false;
    try {
      DirectoryFile.Listing listing = new DirectoryFile(home).read();
      StoreWiring stores = StoreWiring.open(home, network);
      CryptoWiring crypto = CryptoWiring.make();
      ClinicalWiring clinical = ClinicalWiring.make();
      IdentityWiring identity =
          IdentityWiring.make(network.file().ledger().deployment(), crypto, listing);
      ExecutorService workers =
          Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()));
      RecordWiring records =
          RecordWiring.make(network, stores, crypto, clinical, identity, workers, clock);
      ConsentWiring consents =
          ConsentWiring.make(network, stores, clinical, identity, records, clock);
      ClaimsWiring claims =
          ClaimsWiring.make(network, stores, crypto, clinical, identity, records, consents, clock);
      wired = true;
      return new Workspace(
          home, network, stores, crypto, clinical, identity, records, consents, claims, workers,
          clock);
    } finally {
      if (!wired) {
        network.close();
      }
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
    stores.close();
    network.close();
  }
}

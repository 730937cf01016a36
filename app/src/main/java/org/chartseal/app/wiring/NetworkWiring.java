package org.chartseal.app.wiring;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.services.ledger.BlockWitness;
import org.chartseal.services.ledger.LedgerConnection;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.ledger.ProvenSettlement;
import org.chartseal.services.ledger.Relay;
import org.chartseal.services.network.EmbeddedNetwork;
import org.chartseal.services.network.NetworkFile;
import org.chartseal.services.network.NetworkFileOutcome;
import org.chartseal.services.network.NetworkHome;
import org.chartseal.services.seal.Fault;
import org.chartseal.signing.P256PublicKey;

/**
 * The network that a home belongs to; closing leaves the embedded node to the processes that still
 * use it.
 */
public record NetworkWiring(
    NetworkFile file,
    ProvenLedger ledger,
    ProvenSettlement settlement,
    BlockWitness witness,
    Relay relay,
    Optional<EmbeddedNetwork> embedded)
    implements AutoCloseable {

  private static final Fault UNREADABLE =
      new Fault(
          "CS-APP-02",
          "The home folder's network files cannot be read or written. Check its rights and the disk.");
  private static final Fault NONE =
      new Fault(
          "CS-HOME-01",
          "There is no Chartseal home in this folder. Run 'chartseal demo' to make one, or name another folder with --home.");

  /** Joins the network that the home's network file names. */
  static NetworkWiring join(HomeFolder home, InstantSource clock) throws UnavailableException {
    try {
      NetworkHome network = new NetworkHome(home.root());
      return switch (network.networkFile()) {
        case NetworkFileOutcome.Missing missing -> throw new UnavailableException(NONE);
        case NetworkFileOutcome.Refused(var fault) -> throw new UnavailableException(fault);
        case NetworkFileOutcome.Loaded(var file) ->
            file.embedded()
                ? embedded(network, clock, NetworkWiring::madeBefore)
                : wire(network, file, clock, Optional.empty());
      };
    } catch (IOException e) {
      throw new UnavailableException(UNREADABLE);
    }
  }

  /**
   * Joins the home's own embedded network, and makes it when there is none.
   *
   * @param firstRegistrar asked for its signing key when the network is made
   */
  static NetworkWiring embedded(
      HomeFolder home, InstantSource clock, Supplier<P256PublicKey> firstRegistrar)
      throws UnavailableException {
    try {
      return embedded(new NetworkHome(home.root()), clock, firstRegistrar);
    } catch (IOException e) {
      throw new UnavailableException(UNREADABLE);
    }
  }

  private static NetworkWiring embedded(
      NetworkHome home, InstantSource clock, Supplier<P256PublicKey> firstRegistrar)
      throws IOException, UnavailableException {
    return switch (EmbeddedNetwork.open(home, firstRegistrar)) {
      case EmbeddedNetwork.Outcome.Failed(var fault) -> throw new UnavailableException(fault);
      case EmbeddedNetwork.Outcome.Open(var network) ->
          wire(home, network.file(), clock, Optional.of(network));
    };
  }

  private static NetworkWiring wire(
      NetworkHome home, NetworkFile file, InstantSource clock, Optional<EmbeddedNetwork> embedded)
      throws IOException {
    LedgerConnection connection = new LedgerConnection(file.ledger(), home.headMemory(), clock);
    return new NetworkWiring(
        file,
        connection.ledger(),
        connection.settlement(),
        connection.witness(),
        connection.relay(home.relayerKey(), home.senderTurn()),
        embedded);
  }

  private static P256PublicKey madeBefore() {
    throw new IllegalStateException("the network file was there a moment ago");
  }

  @Override
  public void close() {
    embedded.ifPresent(EmbeddedNetwork::close);
  }
}

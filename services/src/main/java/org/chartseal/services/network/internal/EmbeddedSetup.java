package org.chartseal.services.network.internal;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.chartseal.services.ledger.LedgerConnection;
import org.chartseal.services.ledger.LedgerNetwork;
import org.chartseal.services.ledger.PinnedContract;
import org.chartseal.services.ledger.Relay;
import org.chartseal.services.ledger.RelayerKey;
import org.chartseal.services.locks.ProcessLock;
import org.chartseal.services.network.AnvilNode;
import org.chartseal.services.network.NetworkFile;
import org.chartseal.services.network.NetworkFileOutcome;
import org.chartseal.services.network.NetworkHome;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Hash32;
import org.chartseal.signing.P256PublicKey;

/** Puts the contracts on a new embedded node, and finds them again on an old one. */
public final class EmbeddedSetup {

  /**
   * The keeper mines that many blocks once a transaction is kept, so that what is final outlives
   * the node's death.
   */
  public static final int FINALITY_DEPTH = 2;

  private static final Duration MAX_BLOCK_AGE = Duration.ofMinutes(10);
  private static final BigInteger FUNDS = BigInteger.TEN.pow(27);
  private static final PinnedContract NONE =
      new PinnedContract(Address.of(new byte[20]), Hash32.ZERO);

  private final NetworkHome home;
  private final AnvilNode node;
  private final NodeRpc rpc;

  public EmbeddedSetup(NetworkHome home, AnvilNode node) {
    this.home = home;
    this.node = node;
    this.rpc = new NodeRpc(node.endpoint());
  }

  /**
   * The home's network file, whose contracts are on the node.
   *
   * @throws IOException if the home cannot be read or written
   */
  public NetworkFileOutcome ensure(Supplier<P256PublicKey> firstRegistrar) throws IOException {
    // The turn keeps a second process from deploying too: it finds the file when its own turn
    // comes.
    try (ProcessLock _ = ProcessLock.acquire(home.setupLock())) {
      return switch (home.networkFile()) {
        case NetworkFileOutcome.Loaded(NetworkFile file) -> known(file);
        case NetworkFileOutcome.Refused refused -> refused;
        case NetworkFileOutcome.Missing _ -> deploy(firstRegistrar.get());
      };
    }
  }

  private NetworkFileOutcome known(NetworkFile file) throws IOException {
    LedgerNetwork ledger = file.ledger();
    boolean same = ledger.chainId().equals(node.chainId());
    for (PinnedContract contract : List.of(ledger.ledger(), ledger.token(), ledger.settlement())) {
      same = same && rpc.codeHash(contract.address()).equals(contract.codeHash());
    }
    if (!same) {
      return new NetworkFileOutcome.Refused(NetworkFaults.OTHER_CODE);
    }
    if (ledger.endpoints().equals(List.of(node.endpoint()))) {
      return new NetworkFileOutcome.Loaded(file);
    }
    return save(network(ledger.ledger(), ledger.token(), ledger.settlement(), ledger.deployedAt()));
  }

  private NetworkFileOutcome deploy(P256PublicKey firstRegistrar) throws IOException {
    RelayerKey key = home.relayerKey();
    rpc.fund(key.address(), FUNDS);
    long before = rpc.height();
    Relay relay =
        new LedgerConnection(
                network(NONE, NONE, NONE, before), home.headMemory(), InstantSource.system())
            .relay(key, home.senderTurn());
    return switch (new Deployer(relay, node.endpoint()).deploy(firstRegistrar)) {
      case Deployer.Outcome.Failed failed -> new NetworkFileOutcome.Refused(failed.fault());
      case Deployer.Outcome.Deployed deployed ->
          save(network(deployed.ledger(), deployed.token(), deployed.settlement(), before));
    };
  }

  private NetworkFileOutcome save(LedgerNetwork ledger) throws IOException {
    NetworkFile file = new NetworkFile("Chartseal on this computer", true, ledger);
    home.save(file);
    return new NetworkFileOutcome.Loaded(file);
  }

  private LedgerNetwork network(
      PinnedContract ledger, PinnedContract token, PinnedContract settlement, long deployedAt) {
    return new LedgerNetwork(
        node.chainId(),
        List.of(node.endpoint()),
        1,
        ledger,
        token,
        settlement,
        deployedAt,
        FINALITY_DEPTH,
        MAX_BLOCK_AGE);
  }
}

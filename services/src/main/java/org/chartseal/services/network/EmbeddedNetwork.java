package org.chartseal.services.network;

import java.io.IOException;
import java.util.function.Supplier;
import org.chartseal.services.network.internal.EmbeddedSetup;
import org.chartseal.services.network.internal.NetworkFaults;
import org.chartseal.services.network.internal.SharedNode;
import org.chartseal.services.seal.Fault;
import org.chartseal.signing.P256PublicKey;

/**
 * A network of one installation: its own node, with the contracts on it. Several processes on one
 * home share it.
 *
 * @param file the network file, as it stands in the home
 * @param node this process's share in the node
 */
public record EmbeddedNetwork(NetworkFile file, AnvilNode node) implements AutoCloseable {

  /** What became of a network that was to be opened. */
  public sealed interface Outcome {

    /** It is there; close it at the end. */
    record Open(EmbeddedNetwork network) implements Outcome {}

    /** It is not. */
    record Failed(Fault fault) implements Outcome {}
  }

  /**
   * Opens the home's network; at the first time it is made.
   *
   * @param firstRegistrar asked only when the network is made: the key that may register
   *     organisations
   */
  public static Outcome open(NetworkHome home, Supplier<P256PublicKey> firstRegistrar) {
    return switch (SharedNode.join(
        home.nodeFolder(), home.headMemory(), EmbeddedSetup.FINALITY_DEPTH)) {
      case AnvilNode.Outcome.Failed(Fault fault) -> new Outcome.Failed(fault);
      case AnvilNode.Outcome.Running(AnvilNode node) -> {
        Outcome outcome = setUp(home, node, firstRegistrar);
        if (outcome instanceof Outcome.Failed) {
          node.close();
        }
        yield outcome;
      }
    };
  }

  private static Outcome setUp(
      NetworkHome home, AnvilNode node, Supplier<P256PublicKey> firstRegistrar) {
    try {
      return switch (new EmbeddedSetup(home, node).ensure(firstRegistrar)) {
        case NetworkFileOutcome.Loaded(NetworkFile file) ->
            new Outcome.Open(new EmbeddedNetwork(file, node));
        case NetworkFileOutcome.Refused(Fault fault) -> new Outcome.Failed(fault);
        case NetworkFileOutcome.Missing _ -> new Outcome.Failed(NetworkFaults.DEPLOYMENT_FAILED);
      };
    } catch (IOException e) {
      return new Outcome.Failed(NetworkFaults.DISK);
    }
  }

  @Override
  public void close() {
    node.close();
  }
}

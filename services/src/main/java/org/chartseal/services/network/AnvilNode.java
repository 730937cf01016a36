package org.chartseal.services.network;

import java.math.BigInteger;
import java.net.URI;
import org.chartseal.services.seal.Fault;

/**
 * The embedded ledger's node as one of its users sees it. Several processes share one node; the
 * last to close it stops it, and one that dies without closing is forgotten.
 */
public interface AnvilNode extends AutoCloseable {

  /** Where it answers; on the loopback interface. */
  URI endpoint();

  /** Drawn when the home was made. */
  BigInteger chainId();

  /** Uses it no more. The last user keeps the chain's state and stops the process. */
  @Override
  void close();

  /** What became of a node that was to be used. */
  sealed interface Outcome {

    /** It runs. */
    record Running(AnvilNode node) implements Outcome {}

    /** It does not. */
    record Failed(Fault fault) implements Outcome {}
  }
}

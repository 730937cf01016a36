package org.chartseal.services.outbox;

import java.util.Optional;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.OrganisationId;

/** Finds out, with proofs, which seal block of an organisation is the newest in the registry. */
@FunctionalInterface
public interface SealHeads {

  /** Asked once for an organisation of which this outbox knows no seal block. */
  Outcome head(OrganisationId organisation);

  /** What was found out. */
  sealed interface Outcome {
    /** The registry has this one, or provably none. */
    record Proven(Optional<SealHead> head) implements Outcome {}

    /** It could not be proven now. */
    record Unknown(Fault fault) implements Outcome {}
  }
}

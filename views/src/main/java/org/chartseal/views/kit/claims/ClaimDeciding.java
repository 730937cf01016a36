package org.chartseal.views.kit.claims;

import java.util.Set;
import org.chartseal.services.claims.desk.DecideOutcome;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.Pin;
import org.chartseal.views.kit.dialog.KeyHolder;

/** What deciding claims by the rules needs of an insurer. */
public interface ClaimDeciding {

  /** The device that signs decisions, asked before its PIN. */
  KeyHolder holder() throws RefusedException;

  /**
   * Decides these claims by the rules and signs the decisions. Asked to stop, it signs what it has
   * decided.
   *
   * @throws RefusedException if the PIN is wrong, or nothing was decided
   */
  DecideOutcome decide(Pin pin, Set<Hash32> claims, Progress progress) throws RefusedException;
}

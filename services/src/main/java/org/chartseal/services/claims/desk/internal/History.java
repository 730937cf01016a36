package org.chartseal.services.claims.desk.internal;

import java.util.List;
import org.chartseal.services.record.Doubt;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.RefusedException;

/**
 * What a writer wrote into the streams that were read.
 *
 * @param entries in the order of years, lanes and places; what was taken back, or written with a
 *     stolen key, is left out
 * @param gaps why it may not be whole
 * @param next index of the next place in the console's own lane of the newest stream, the outbox
 *     included
 */
public record History(List<Known> entries, List<Doubt> gaps, int next) {

  public History {
    entries = List.copyOf(entries);
    gaps = List.copyOf(gaps);
  }

  /**
   * The same, once nothing of it is in doubt.
   *
   * @throws RefusedException CS-CLAIM-06 if something is
   */
  public History sure() throws RefusedException {
    for (Known entry : entries) {
      if (entry.doubt().isPresent()) {
        throw unsure(entry.doubt().get());
      }
    }
    if (!gaps.isEmpty()) {
      throw unsure(gaps.getFirst());
    }
    return this;
  }

  private static RefusedException unsure(Doubt doubt) {
    String reason = doubt.sentence();
    return new RefusedException(
        new Fault(
            "CS-CLAIM-06",
            "What was billed and decided before cannot be read with certainty ("
                + (reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason)
                + "). Nothing was done. Try again when the network is well."));
  }
}

package org.chartseal.services.claims.desk;

import java.util.List;
import org.chartseal.services.record.Doubt;
import org.chartseal.services.seal.Fault;

/** What came of looking for one's claims. */
public sealed interface ClaimListOutcome {

  /**
   * They were read.
   *
   * @param claims in the order in which they were made, for each insurer
   * @param gaps why some may be missing or further than shown
   */
  record Listed(List<ClaimStanding> claims, List<Doubt> gaps) implements ClaimListOutcome {
    public Listed {
      claims = List.copyOf(claims);
      gaps = List.copyOf(gaps);
    }
  }

  /** They could not be read. */
  record Failed(Fault fault) implements ClaimListOutcome {}
}

package org.chartseal.services.claims;

import java.time.LocalDate;

/**
 * What the performer's other, earlier entries about the patient already count, so that ordinals go
 * on from there.
 */
@FunctionalInterface
public interface EarlierServices {

  /** There are no others. */
  EarlierServices NONE = (code, day) -> 0;

  /**
   * How many equal services of that day the performer's earlier entries hold. An entry that is
   * being corrected is not one of them.
   */
  int count(ServiceCode code, LocalDate day);
}

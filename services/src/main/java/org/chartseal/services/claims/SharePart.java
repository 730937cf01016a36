package org.chartseal.services.claims;

import java.util.Locale;

/** The parts of an approved line that the payer does not pay; a rule pack gives each its codes. */
public enum SharePart {
  CONTRACTUAL,
  COPAY,
  DEDUCTIBLE,
  COINSURANCE,
  SECONDARY;

  /** The word for it in tables. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package org.chartseal.services.record;

import org.chartseal.services.seal.Fault;

/** Why something may be missing, or may not be relied on. */
public sealed interface Doubt {

  /** A sentence for people, in English. */
  String sentence();

  /**
   * An entry is not proven.
   *
   * @param check the one that it did not pass
   */
  record Unproven(CheckResult check) implements Doubt {
    @Override
    public String sentence() {
      return check.reason();
    }
  }

  /** Something is in the way. */
  record Hindered(Fault fault) implements Doubt {
    @Override
    public String sentence() {
      return fault.sentence();
    }
  }
}

package org.chartseal.views.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.claims.PackId;
import org.chartseal.services.claims.PackTable;
import org.chartseal.services.seal.RefusedException;

/** What looking at the rules needs of an insurer. */
public interface RulesDesk {

  /**
   * The pack by which is decided.
   *
   * @param currency code of every amount in it
   * @param signed when its publisher signed it; absent for the one that comes with the product
   */
  record Pack(
      PackId id, String title, String currency, Optional<Instant> signed, List<PackTable> tables) {
    public Pack {
      tables = List.copyOf(tables);
    }
  }

  /** Reads it. */
  Pack pack() throws RefusedException;
}

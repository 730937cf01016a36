package org.chartseal.views.rules;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.claims.OfferedPack;
import org.chartseal.services.claims.PackId;
import org.chartseal.services.claims.PackTable;
import org.chartseal.services.claims.TrialReport;
import org.chartseal.services.seal.Progress;
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

  /** What another pack would have made of what was decided. */
  record Trial(OfferedPack offered, TrialReport report) {}

  /** Reads it. */
  Pack pack() throws RefusedException;

  /**
   * Tries another pack on everything that was decided. Nothing is signed, kept or paid.
   *
   * @param pack a file, or a folder of its tables
   * @throws RefusedException if it cannot be used, or what was decided cannot be read
   */
  Trial tryOut(Path pack, Progress progress) throws RefusedException;
}

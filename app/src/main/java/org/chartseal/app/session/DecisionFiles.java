package org.chartseal.app.session;

import java.io.IOException;
import java.nio.file.Path;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.app.home.OwnerOnly;
import org.chartseal.services.claims.DecisionFile;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.RefusedException;

/** Leaves decisions as files in the home, for whoever is to decide them again. */
public final class DecisionFiles {

  private final HomeFolder home;

  public DecisionFiles(HomeFolder home) {
    this.home = home;
  }

  /** Writes a decision and says where. */
  public Path write(Hash32 claim, DecisionFile decision) throws RefusedException {
    Path file = home.claims().resolve(claim.hex().substring(0, 16) + ".decision");
    try {
      OwnerOnly.folder(home.claims());
      OwnerOnly.write(file, decision.bytes());
      return file;
    } catch (IOException e) {
      throw new RefusedException(
          new Fault(
              "CS-FILE-02",
              "The decision's file could not be written. Check the free space and the home folder's rights."));
    }
  }
}

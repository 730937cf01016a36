package org.chartseal.app.export;

import java.io.IOException;
import java.nio.file.Path;
import org.chartseal.app.home.OwnerOnly;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.kit.export.Exports;

/** Writes what somebody exports where they said, for them alone. */
public final class HomeFiles implements Exports.Files {

  @Override
  public void write(Path file, byte[] content) throws RefusedException {
    try {
      OwnerOnly.write(file, content);
    } catch (IOException e) {
      throw new RefusedException(
          new Fault(
              "CS-FILE-03",
              "The file could not be written. Check the free space and your rights in that folder, or choose another."));
    }
  }
}

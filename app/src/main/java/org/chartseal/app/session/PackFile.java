package org.chartseal.app.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chartseal.services.claims.OfferedPack;
import org.chartseal.services.claims.RulePacks;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SignatureVerifier;

/** A rule pack as somebody has it on this machine: a file, or a folder of its tables. */
public final class PackFile {

  private static final int MAX_BYTES = 128 << 20;
  private static final Fault UNREADABLE =
      new Fault(
          "CS-RULE-06",
          "The rule pack cannot be read. Check that it is there, and your rights, or choose another.");

  private final RulePacks packs = new RulePacks();
  private final SignatureVerifier verifier;

  public PackFile(SignatureVerifier verifier) {
    this.verifier = verifier;
  }

  /**
   * Reads it.
   *
   * @throws RefusedException CS-RULE-06 or 07 if it is not there or lacks a table, CS-RULE-01, 03
   *     or 04 if it cannot be used
   */
  public OfferedPack read(Path path) throws RefusedException {
    try {
      return OfferedPack.read(
          Files.isDirectory(path) ? packs.archive(tables(path)) : file(path), verifier);
    } catch (IOException e) {
      throw new RefusedException(UNREADABLE);
    }
  }

  private Map<String, byte[]> tables(Path folder) throws IOException, RefusedException {
    Map<String, byte[]> tables = new LinkedHashMap<>();
    for (String name : packs.fileNames()) {
      Path table = folder.resolve(name);
      if (!Files.isRegularFile(table)) {
        throw new RefusedException(
            new Fault(
                "CS-RULE-07",
                "The folder is no rule pack: it has no "
                    + name
                    + ". Choose the folder with all of a pack's files."));
      }
      tables.put(name, file(table));
    }
    return tables;
  }

  private static byte[] file(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(MAX_BYTES);
    }
  }
}

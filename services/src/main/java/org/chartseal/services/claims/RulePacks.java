package org.chartseal.services.claims;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chartseal.services.claims.internal.LoadedRulePack;
import org.chartseal.services.claims.internal.PackArchive;
import org.chartseal.services.claims.internal.PackTables;
import org.chartseal.services.claims.internal.TableException;
import org.chartseal.services.seal.RefusedException;

/** Opens rule packs. */
public final class RulePacks {

  private static final String SAMPLE = "/rulepacks/sample/";

  /**
   * Opens an archive: a zip file of the tables that {@code docs/rule-packs.md} describes.
   *
   * @throws RefusedException CS-RULE-01 when it is no such archive, or one of its tables cannot be
   *     used
   */
  public RulePack open(byte[] archive) throws RefusedException {
    return LoadedRulePack.load(archive);
  }

  /**
   * The tables of an archive, to be read by people.
   *
   * @throws RefusedException CS-RULE-01 when it is no such archive
   */
  public List<PackTable> tables(byte[] archive) throws RefusedException {
    try {
      return PackTables.of(archive);
    } catch (TableException e) {
      throw LoadedRulePack.unusable(e);
    }
  }

  /**
   * Puts the files of a pack into an archive. The same files give the same bytes, and so the same
   * digest, everywhere.
   *
   * @param files content by file name
   */
  public byte[] archive(Map<String, byte[]> files) {
    return PackArchive.write(files);
  }

  /** The names of a pack's files. */
  public List<String> fileNames() {
    return PackArchive.FILES;
  }

  /** The archive of the sample pack that comes with the product. */
  public byte[] sampleArchive() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name : PackArchive.FILES) {
      try (InputStream in = RulePacks.class.getResourceAsStream(SAMPLE + name)) {
        if (in == null) {
          throw new IllegalStateException("the product lacks its sample rule pack's " + name);
        }
        files.put(name, in.readAllBytes());
      } catch (IOException e) {
        throw new IllegalStateException("the sample rule pack cannot be read", e);
      }
    }
    return archive(files);
  }
}

package org.chartseal.services.claims.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The zip file of a rule pack: exactly these files, in this order, stored and without dates when we
 * write it.
 */
public final class PackArchive {

  public static final String MANIFEST = "manifest.json";
  public static final String SERVICES = "services.csv";
  public static final String PLANS = "plans.csv";
  public static final String LINES = "lines.csv";
  public static final String SHARING = "sharing.csv";
  public static final String REASONS = "reasons.csv";
  public static final String TEXTS = "texts.csv";

  /** The names of the files. */
  public static final List<String> FILES =
      List.of(MANIFEST, SERVICES, PLANS, LINES, SHARING, REASONS, TEXTS);

  private static final int MAX_FILE = 16 << 20;

  // Zip files know no time zone; this is the earliest time that they can hold.
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private PackArchive() {}

  /** Writes an archive. */
  public static byte[] write(Map<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : FILES) {
        byte[] content = files.get(name);
        if (content == null || files.size() != FILES.size()) {
          throw new IllegalArgumentException("a rule pack has exactly the files " + FILES);
        }
        zip.putNextEntry(storedEntry(name, content));
        zip.write(content);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Reads an archive, however it was compressed. */
  static Map<String, byte[]> read(byte[] archive) throws TableException {
    Map<String, byte[]> files = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        byte[] content = zip.readNBytes(MAX_FILE + 1);
        if (!FILES.contains(name)
            || content.length > MAX_FILE
            || files.put(name, content) != null) {
          throw new TableException(
              MANIFEST, "the archive holds another file, one twice, or one that is too large");
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new TableException(MANIFEST, "the archive is damaged");
    }
    if (files.size() != FILES.size()) {
      throw new TableException(MANIFEST, "the archive does not hold all of " + FILES);
    }
    return files;
  }

  private static ZipEntry storedEntry(String name, byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    entry.setTimeLocal(NO_TIME);
    return entry;
  }
}

package org.chartseal.services.clinical;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.chartseal.services.seal.Progress;

/** Reads several files and folders at once. One bad file never stops the others. */
public interface BatchReader {

  /**
   * Reads everything named, files in the given order, a folder's files ({@code .xml}, {@code
   * .json}, at any depth) by name.
   *
   * @param progress a step for each file, from the calling thread; when it returns false no further
   *     file is begun
   * @param each takes each file's result in that order, on the calling thread
   */
  BatchReport read(List<Path> filesAndFolders, Progress progress, Consumer<FileResult> each);

  /** What one file came to. */
  record FileResult(Path file, ReadResult result) {}

  /**
   * The sum.
   *
   * @param parsed files that were understood
   * @param rejected files that were not
   * @param passedOver files in folders that have another ending
   * @param stopped whether it ended because it was asked to
   */
  record BatchReport(int parsed, int rejected, int passedOver, boolean stopped) {}
}

package org.chartseal.services.clinical.internal;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.chartseal.services.clinical.BatchReader;
import org.chartseal.services.clinical.DocumentReader;
import org.chartseal.services.clinical.DocumentSource;
import org.chartseal.services.clinical.ReadResult;
import org.chartseal.services.seal.Progress;

/**
 * Reads a few files at a time, since each may take hundreds of megabytes, and hands them on in
 * order.
 */
public final class ParallelBatchReader implements BatchReader {

  private static final int AT_ONCE = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

  private final DocumentReader reader;

  public ParallelBatchReader(DocumentReader reader) {
    this.reader = reader;
  }

  @Override
  public BatchReport read(
      List<Path> filesAndFolders, Progress progress, Consumer<FileResult> each) {
    Selection found = new Selection();
    filesAndFolders.forEach(found::add);
    return new Run(progress, each, found).run();
  }

  /** What there is to read. */
  private static final class Selection {

    private final List<Path> files = new ArrayList<>();
    private int passedOver;

    void add(Path named) {
      if (!Files.isDirectory(named)) {
        files.add(named);
        return;
      }
      List<Path> inside = new ArrayList<>();
      try {
        Files.walkFileTree(named, new Collector(inside));
      } catch (IOException e) {
        // Cannot happen: the collector takes every failure for a file, which then says itself why
        // it cannot be read.
        inside.add(named);
      }
      Collections.sort(inside);
      files.addAll(inside);
    }

    /**
     * Takes the documents of a folder; it does not follow links, which may lead around in circles.
     */
    private final class Collector extends SimpleFileVisitor<Path> {

      private final List<Path> inside;

      Collector(List<Path> inside) {
        this.inside = inside;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (attributes.isRegularFile() && (name.endsWith(".xml") || name.endsWith(".json"))) {
          inside.add(file);
        } else {
          passedOver++;
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException failure) {
        inside.add(file);
        return FileVisitResult.CONTINUE;
      }
    }
  }

  /** One reading of everything. */
  private final class Run {

    private final Progress progress;
    private final Consumer<FileResult> each;
    private final Selection found;
    private final Queue<Future<FileResult>> underWay = new ArrayDeque<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private int parsed;
    private int rejected;

    Run(Progress progress, Consumer<FileResult> each, Selection found) {
      this.progress = progress;
      this.each = each;
      this.found = found;
    }

    BatchReport run() {
      try (ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE)) {
        for (Path file : found.files) {
          if (underWay.size() == AT_ONCE) {
            next();
          }
          ask();
          if (stopped.get()) {
            break;
          }
          underWay.add(pool.submit(() -> read(file)));
        }
        while (!underWay.isEmpty()) {
          next();
          ask();
        }
      }
      return new BatchReport(parsed, rejected, found.passedOver, stopped.get());
    }

    private void ask() {
      if (!progress.step(parsed + rejected, found.files.size(), "documents")) {
        stopped.set(true);
      }
    }

    private FileResult read(Path file) {
      ReadResult result =
          reader.read(new DocumentSource.OnDisk(file), (done, total, what) -> !stopped.get());
      return new FileResult(file, result);
    }

    private void next() {
      FileResult result = await(underWay.remove());
      if (result.result() instanceof ReadResult.Parsed) {
        parsed++;
      } else {
        rejected++;
      }
      each.accept(result);
    }

    private static FileResult await(Future<FileResult> future) {
      try {
        return future.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while documents were read", e);
      } catch (ExecutionException e) {
        throw new IllegalStateException("a document could not be read", e.getCause());
      }
    }
  }
}

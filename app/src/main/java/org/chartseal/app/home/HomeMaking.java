package org.chartseal.app.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the making of a home is, for other processes: {@code making.json}, which is there while
 * somebody makes it. A file that a killed process left says nothing.
 */
public final class HomeMaking {

  private static final int VERSION = 1;
  private static final String NAME = "making.json";

  /** The file; the process's start tells it from a later one with its number. */
  record Content(int version, long process, long started, int done, int total) {}

  /** Steps done, of all. */
  public record Stage(int done, int total) {

    /** To go on after "being made". */
    public String words() {
      return "%d of %d steps are done".formatted(done, total);
    }
  }

  private final Path path;
  private final JsonFile<Content> file;

  public HomeMaking(HomeFolder home) {
    this.path = home.root().resolve(NAME);
    this.file = new JsonFile<>(path, VERSION, Content.class);
  }

  /** Notes how far this process is. */
  public void note(Stage stage) throws HomeException {
    ProcessHandle self = ProcessHandle.current();
    file.write(new Content(VERSION, self.pid(), started(self), stage.done(), stage.total()));
  }

  /** Notes that this process does not go on. */
  public void end() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // It stops counting with this process.
    }
  }

  /** How far whoever makes this home now is; empty if nobody does. */
  public Optional<Stage> present() throws HomeException {
    return file.read()
        .filter(content ->
            ProcessHandle.of(content.process())
                .filter(ProcessHandle::isAlive)
                .filter(maker -> started(maker) == content.started())
                .isPresent())
        .map(content -> new Stage(content.done(), content.total()));
  }

  private static long started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}

package org.chartseal.app.home;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.chartseal.services.locks.ProcessLock;
import org.slf4j.LoggerFactory;

/**
 * The program's log: {@code chartseal.log} in the home folder, for its owner alone, and nowhere
 * while there is no such folder. Each line is written by itself, so that several processes can
 * share the file.
 */
public final class HomeLog extends AppenderBase<ILoggingEvent> {

  private static final String NAME = "chartseal.log";
  private static final long MOST_BYTES = 1 << 20;

  private final HomeFolder home;
  private final PatternLayoutEncoder encoder;

  private HomeLog(HomeFolder home, LoggerContext context) {
    this.home = home;
    this.encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSX} %-5level %logger{24} - %msg%n%nopex");
    setContext(context);
  }

  /** From now on this process's log is kept in this home, and in no other. */
  public static void keepIn(HomeFolder home) {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
      root.detachAndStopAllAppenders();
      HomeLog log = new HomeLog(home, context);
      log.start();
      root.addAppender(log);
    }
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (!Files.isDirectory(home.root())) {
      return;
    }
    Path file = home.root().resolve(NAME);
    try {
      if (!Files.exists(file)) {
        OwnerOnly.write(file, new byte[0]);
      } else if (Files.size(file) > MOST_BYTES) {
        turnOver(file);
      }
      if (!encoder.isStarted()) {
        // Most runs log nothing, and need not learn the pattern.
        encoder.start();
      }
      Files.write(file, encoder.encode(event), StandardOpenOption.APPEND);
    } catch (IOException e) {
      // A log that cannot be written keeps nobody from their work.
    }
  }

  /** One process does it; a second would put the new file in place of the full one. */
  private void turnOver(Path file) throws IOException {
    Optional<ProcessLock> turn = ProcessLock.tryAcquire(home.root().resolve(NAME + ".lock"));
    if (turn.isEmpty()) {
      return;
    }
    try (ProcessLock _ = turn.get()) {
      if (Files.size(file) > MOST_BYTES) {
        Files.move(file, home.root().resolve(NAME + ".1"), StandardCopyOption.REPLACE_EXISTING);
        OwnerOnly.write(file, new byte[0]);
      }
    }
  }
}

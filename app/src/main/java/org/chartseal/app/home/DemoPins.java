package org.chartseal.app.home;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.chartseal.signing.Pin;

/**
 * The PINs of a demonstration's key files: one line {@code alias: PIN} each, in a file for the
 * owner alone. A network that means it has no such file.
 */
public final class DemoPins {

  private static final String NAME = "demo-pins.txt";
  private static final String BANNER =
      "# Demonstration only: these PINs open the key files of sample people. Real keys belong on cards and HSMs.\n";

  private final HomeFolder home;
  private final SecureRandom random;

  public DemoPins(HomeFolder home, SecureRandom random) {
    this.home = home;
    this.random = random;
  }

  /** Where they are. */
  public Path file() {
    return home.root().resolve(NAME);
  }

  /** The PIN of one identity; the caller closes it. */
  public Optional<Pin> find(String alias) throws HomeException {
    if (!Files.isRegularFile(file())) {
      return Optional.empty();
    }
    try {
      return PinLines.pin(Files.readAllBytes(file()), alias);
    } catch (IOException e) {
      throw HomeFaults.unreadable(NAME);
    }
  }

  /** The PIN of one identity, drawn and written down if it has none yet; the caller closes it. */
  public Pin findOrDraw(String alias) throws HomeException {
    try (HomeLock _ = HomeLock.take(home)) {
      Optional<Pin> known = find(alias);
      if (known.isPresent()) {
        return known.get();
      }
      char[] drawn = new char[6];
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] = (char) ('0' + random.nextInt(10));
      }
      try {
        append(alias, drawn);
        return Pin.copyOf(drawn);
      } finally {
        Arrays.fill(drawn, '\0');
      }
    }
  }

  private void append(String alias, char[] pin) throws HomeException {
    byte[] before;
    byte[] after;
    try {
      before =
          Files.isRegularFile(file())
              ? Files.readAllBytes(file())
              : BANNER.getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw HomeFaults.unreadable(NAME);
    }
    byte[] name = (alias + ": ").getBytes(StandardCharsets.UTF_8);
    ByteBuffer digits = StandardCharsets.UTF_8.encode(CharBuffer.wrap(pin));
    after = new byte[before.length + name.length + digits.remaining() + 1];
    ByteBuffer.wrap(after).put(before).put(name).put(digits).put((byte) '\n');
    try {
      OwnerOnly.write(file(), after);
    } catch (IOException e) {
      throw HomeFaults.notWritten(NAME);
    } finally {
      Arrays.fill(before, (byte) 0);
      Arrays.fill(after, (byte) 0);
    }
  }
}

package org.chartseal.app.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of one installation, and where everything in it lies. Several processes may use it at
 * the same time.
 *
 * @param root the folder itself
 */
public record HomeFolder(Path root) {

  private static final String OUTBOX = "outbox.sqlite";

  /** The network file; its folder, which is this one, also holds the embedded node. */
  public Path network() {
    return root.resolve("network.json");
  }

  /** Sealed blocks by content identifier. */
  public Path blocks() {
    return root.resolve("blocks");
  }

  /** What is on its way to finality. */
  public Path outbox() {
    return internals().resolve(OUTBOX);
  }

  /**
   * Where no dialog for files looks. GTK's reads a little of each file in a folder that it shows,
   * in this very process; closing a file lets go of all locks that the process has on it (POSIX
   * fcntl), and without its locks a database in use is another process's to clear away.
   *
   * @see <a href="https://www.sqlite.org/howtocorrupt.html">How To Corrupt An SQLite Database File,
   *     §2.2</a>
   */
  private Path internals() {
    return root.resolve(".internals");
  }

  /**
   * Makes what is hidden, and takes into it what earlier versions kept in plain sight. Before the
   * outbox is opened.
   *
   * @throws HomeException CS-HOME-05 if that cannot be done, CS-HOME-09 or CS-HOME-10 if it would
   *     not be safe
   */
  public void hideInternals() throws HomeException {
    try {
      OwnerOnly.folder(internals());
      new OutboxAdoption(root.resolve(OUTBOX), outbox()).adopt();
    } catch (IOException e) {
      throw HomeFaults.notWritten(OUTBOX);
    }
  }

  /** Key files. */
  public Path keys() {
    return root.resolve("keys");
  }

  /** Patients' cards, as their issuer signed them. */
  public Path cards() {
    return root.resolve("cards");
  }

  /** Documents that came with the demonstration and wait to be added. */
  public Path documents() {
    return root.resolve("documents");
  }

  /** Claims and decisions as files. */
  public Path claims() {
    return root.resolve("claims");
  }

  /** Whether there is a home with a network in it. */
  public boolean isSetUp() {
    return Files.isRegularFile(network());
  }

  /**
   * Makes the folder and those in it that are missing, for the owner alone.
   *
   * @throws HomeException CS-HOME-05 or CS-HOME-06 if that cannot be done
   */
  public void create() throws HomeException {
    if (Files.exists(root) && !Files.isDirectory(root)) {
      throw HomeFaults.notAFolder();
    }
    try {
      for (Path folder :
          new Path[] {root, internals(), blocks(), keys(), cards(), documents(), claims()}) {
        OwnerOnly.folder(folder);
      }
    } catch (IOException e) {
      throw HomeFaults.notWritten("folder");
    }
  }

  /**
   * Says in a fault if there is nothing here to work with.
   *
   * @throws HomeException CS-HOME-01, CS-HOME-06, or CS-HOME-08 while another process makes it
   */
  public void requireSetUp() throws HomeException {
    if (Files.exists(root) && !Files.isDirectory(root)) {
      throw HomeFaults.notAFolder();
    }
    if (!isSetUp()) {
      throw new HomeMaking(this)
          .present()
          .map(HomeFaults::beingMade)
          .orElseGet(HomeFaults::notThere);
    }
  }
}

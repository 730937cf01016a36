package org.chartseal.views.kit.files;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** The folder that was used last in a window, where its next dialog for files begins. */
public final class UsedFolder {

  private static final String FIRST = UsedFolder.class.getName() + ".first";
  private static final String LAST = UsedFolder.class.getName() + ".last";

  private final Window window;

  public UsedFolder(Window window) {
    this.window = window;
  }

  /** Where a dialog that opens begins as long as none was used, or what was used is gone. */
  public void begin(Path folder) {
    window.getProperties().put(FIRST, folder);
  }

  /** Somebody else has the window: the names in a folder may be a patient's. */
  public void forget() {
    window.getProperties().remove(LAST);
  }

  /** A file or folder in it was chosen. */
  void use(Path chosen) {
    Path folder = chosen.toAbsolutePath().getParent();
    if (folder != null) {
      window.getProperties().put(LAST, folder);
    }
  }

  /**
   * Where something is opened, if there is such a folder: the system's dialogs fail on one that is
   * not there any more.
   */
  Optional<File> toOpen() {
    return toSave().or(() -> there(FIRST));
  }

  /** Where something is written. */
  Optional<File> toSave() {
    return there(LAST);
  }

  private Optional<File> there(String key) {
    return window.getProperties().get(key) instanceof Path folder && Files.isDirectory(folder)
        ? Optional.of(folder.toFile())
        : Optional.empty();
  }
}

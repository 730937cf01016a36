package org.chartseal.views.kit.files;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.TransferMode;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * The system's dialogs for files, and files that are dropped, as paths. The dialogs outlive a lock:
 * what is chosen for a node that was taken from its window meanwhile counts as not chosen.
 */
public final class FilePicker {

  private final String title;
  private final List<ExtensionFilter> kinds;

  /**
   * @param title of the dialog
   * @param kinds of files that are offered; none for all
   */
  public FilePicker(String title, ExtensionFilter... kinds) {
    this.title = title;
    this.kinds = List.of(kinds);
  }

  /** One file; empty if nothing was chosen. */
  public Optional<Path> open(Node asking) {
    return chosen(asking, toOpen(asking).showOpenDialog(window(asking)));
  }

  /** Several files; none if nothing was chosen. */
  public List<Path> openSeveral(Node asking) {
    List<File> chosen = toOpen(asking).showOpenMultipleDialog(window(asking));
    return chosen == null
        ? List.of()
        : chosen.stream().flatMap(file -> chosen(asking, file).stream()).toList();
  }

  /** A folder; empty if nothing was chosen. */
  public Optional<Path> folder(Node asking) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    new UsedFolder(window(asking)).toOpen().ifPresent(chooser::setInitialDirectory);
    return chosen(asking, chooser.showDialog(window(asking)));
  }

  /**
   * Where to write.
   *
   * @param name that is suggested
   */
  public Optional<Path> save(Node asking, String name) {
    FileChooser chooser = chooser();
    new UsedFolder(window(asking)).toSave().ifPresent(chooser::setInitialDirectory);
    chooser.setInitialFileName(name);
    return chosen(asking, chooser.showSaveDialog(window(asking)));
  }

  /** Takes files and folders that are dropped on a node. */
  public static void takeDropped(Node target, Consumer<List<Path>> taker) {
    target.setOnDragOver(drag -> {
      if (drag.getDragboard().hasFiles()) {
        drag.acceptTransferModes(TransferMode.COPY);
      }
      drag.consume();
    });
    target.setOnDragDropped(drag -> {
      List<Path> dropped =
          drag.getDragboard().hasFiles()
              ? drag.getDragboard().getFiles().stream().map(File::toPath).toList()
              : List.of();
      drag.setDropCompleted(!dropped.isEmpty());
      drag.consume();
      if (!dropped.isEmpty()) {
        taker.accept(dropped);
      }
    });
  }

  /** What was chosen, and where the next dialog of its window begins. */
  static Optional<Path> chosen(Node asking, @Nullable File file) {
    if (file == null || asking.getScene() == null) {
      return Optional.empty();
    }
    new UsedFolder(window(asking)).use(file.toPath());
    return Optional.of(file.toPath());
  }

  private static Window window(Node asking) {
    return asking.getScene().getWindow();
  }

  /** Begins in the folder that was used last in the window. */
  FileChooser toOpen(Node asking) {
    FileChooser chooser = chooser();
    new UsedFolder(window(asking)).toOpen().ifPresent(chooser::setInitialDirectory);
    return chooser;
  }

  private FileChooser chooser() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.getExtensionFilters().setAll(kinds);
    return chooser;
  }
}

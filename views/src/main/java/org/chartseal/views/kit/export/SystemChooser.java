package org.chartseal.views.kit.export;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser.ExtensionFilter;
import org.chartseal.views.kit.files.FilePicker;

/** Asks with the system's dialog. */
public final class SystemChooser implements Exports.Chooser {

  @Override
  public Optional<Path> choose(Node asking, String title, String name, ExportKind kind) {
    String ending = "." + kind.extension();
    return new FilePicker(title, new ExtensionFilter(kind.name(), "*" + ending))
        .save(asking, name + ending);
  }
}

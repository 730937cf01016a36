package org.chartseal.app.console;

import com.sun.javafx.tk.TKClipboard;
import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Drops files on a node, as the desktop's file manager does. */
final class DroppedFiles {

  private final List<File> files;

  DroppedFiles(List<Path> files) {
    this.files = files.stream().map(Path::toFile).toList();
  }

  /** For the JavaFX thread. */
  void on(Node target) {
    target
        .getOnDragDropped()
        .handle(
            new DragEvent(
                DragEvent.DRAG_DROPPED,
                dragboard(),
                0,
                0,
                0,
                0,
                TransferMode.COPY,
                null,
                target,
                null));
  }

  /** The toolkit makes one only for drags that come from the system. */
  private Dragboard dragboard() {
    Object clipboard =
        Proxy.newProxyInstance(
            TKClipboard.class.getClassLoader(),
            new Class<?>[] {TKClipboard.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "hasContent" -> DataFormat.FILES.equals(arguments[0]);
                  case "getContent" -> files;
                  default -> null;
                });
    try {
      Constructor<Dragboard> made = Dragboard.class.getDeclaredConstructor(TKClipboard.class);
      made.setAccessible(true);
      return made.newInstance(clipboard);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}

package org.chartseal.app.demo;

import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.app.home.JsonFile;

/** {@code demo.json}. */
final class DemoStateFile {

  private final JsonFile<DemoState> file;

  DemoStateFile(HomeFolder home) {
    this.file =
        new JsonFile<>(home.root().resolve("demo.json"), DemoState.VERSION, DemoState.class);
  }

  DemoState read() throws HomeException {
    return file.read().orElse(DemoState.NOTHING);
  }

  void write(DemoState state) throws HomeException {
    file.write(state);
  }
}

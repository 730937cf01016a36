package org.chartseal.app.console.insurer;

import java.util.List;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.app.home.JsonFile;
import org.chartseal.views.queue.QueueFilter;
import org.chartseal.views.queue.SavedFilter;

/** The filters that were kept: {@code filters.json}. */
final class FilterFile {

  private static final int VERSION = 1;

  /** The file. */
  record Content(int version, List<Line> filters) {}

  /** One filter in the file. */
  record Line(String name, String text, QueueFilter.Waiting waiting, String hospital) {}

  private final JsonFile<Content> file;

  FilterFile(HomeFolder home) {
    this.file = new JsonFile<>(home.root().resolve("filters.json"), VERSION, Content.class);
  }

  List<SavedFilter> read() throws HomeException {
    return file.read().map(Content::filters).orElse(List.of()).stream()
        .map(line ->
            new SavedFilter(
                line.name(), new QueueFilter(line.text(), line.waiting(), line.hospital())))
        .toList();
  }

  void write(List<SavedFilter> filters) throws HomeException {
    file.write(
        new Content(
            VERSION,
            filters.stream()
                .map(saved ->
                    new Line(
                        saved.name(),
                        saved.filter().text(),
                        saved.filter().waiting(),
                        saved.filter().hospital()))
                .toList()));
  }
}

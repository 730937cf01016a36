package org.chartseal.services.clinical.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chartseal.services.clinical.BatchReader;
import org.chartseal.services.clinical.BatchReader.BatchReport;
import org.chartseal.services.clinical.BatchReader.FileResult;
import org.chartseal.services.clinical.ReadResult;
import org.chartseal.services.seal.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchReaderTest {

  private static final String PATIENT = "{\"resourceType\":\"Patient\",\"id\":\"p\"}";

  private final BatchReader batches =
      new ParallelBatchReader(new FileDocumentReader(new FhirLeafExtractor()));
  private final List<FileResult> results = new ArrayList<>();

  @TempDir Path folder;

  @Test
  void one_bad_file_never_stops_the_others_and_results_come_in_order() throws IOException {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String content = i % 3 == 0 ? "{broken" : PATIENT;
      files.add(Files.writeString(folder.resolve("f%02d.json".formatted(i)), content));
    }
    files.add(folder.resolve("missing.json"));
    BatchReport report = batches.read(files, Progress.NONE, results::add);
    assertThat(report).isEqualTo(new BatchReport(20, 11, 0, false));
    assertThat(results).extracting(FileResult::file).isEqualTo(files);
    for (int i = 0; i < 30; i++) {
      assertThat(results.get(i).result() instanceof ReadResult.Parsed).isEqualTo(i % 3 != 0);
    }
  }

  @Test
  void a_folder_gives_its_documents_by_name_and_counts_what_it_passes_over() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("b/c"));
    Files.writeString(folder.resolve("a.json"), PATIENT);
    Files.writeString(inner.resolve("d.JSON"), PATIENT);
    Files.writeString(folder.resolve("z.json"), PATIENT);
    Files.writeString(folder.resolve("readme.txt"), "no document");
    Files.createSymbolicLink(folder.resolve("b/loop"), folder);
    BatchReport report = batches.read(List.of(folder), Progress.NONE, results::add);
    assertThat(report).isEqualTo(new BatchReport(3, 0, 2, false));
    assertThat(results)
        .extracting(result -> folder.relativize(result.file()).toString().replace('\\', '/'))
        .containsExactly("a.json", "b/c/d.JSON", "z.json");
  }

  @Test
  void who_stops_it_gets_no_further_file() throws IOException {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      files.add(Files.writeString(folder.resolve("f%02d.json".formatted(i)), PATIENT));
    }
    BatchReport report =
        batches.read(files, (done, total, what) -> results.size() < 5, results::add);
    assertThat(report.stopped()).isTrue();
    assertThat(results).hasSizeLessThan(15);
    assertThat(results).extracting(FileResult::file).isEqualTo(files.subList(0, results.size()));
  }
}

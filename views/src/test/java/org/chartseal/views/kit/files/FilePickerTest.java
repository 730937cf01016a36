package org.chartseal.views.kit.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class FilePickerTest {

  private final StackPane asking = new StackPane();
  private Stage window;

  @TempDir Path folder;

  @Start
  void start(Stage stage) {
    window = stage;
    stage.setScene(new Scene(asking));
  }

  @Test
  void a_dialog_begins_where_the_last_one_in_its_window_ended(FxRobot robot) throws Exception {
    Path documents = Files.createDirectory(folder.resolve("documents"));
    Path other = Files.createDirectory(folder.resolve("other"));
    new UsedFolder(window).begin(documents);
    assertThat(first(robot)).isEqualTo(documents.toFile());
    robot.interact(() -> FilePicker.chosen(asking, other.resolve("visit.xml").toFile()));
    assertThat(first(robot)).isEqualTo(other.toFile());
    new UsedFolder(window).begin(documents);
    assertThat(first(robot)).isEqualTo(other.toFile());
    assertThat(new UsedFolder(window).toSave()).contains(other.toFile());
    // Somebody else signs in.
    new UsedFolder(window).forget();
    assertThat(first(robot)).isEqualTo(documents.toFile());
    assertThat(new UsedFolder(window).toSave()).isEmpty();
  }

  @Test
  void a_folder_that_is_gone_is_left_out(FxRobot robot) throws Exception {
    Path documents = Files.createDirectory(folder.resolve("documents"));
    new UsedFolder(window).begin(documents);
    Path stick = Files.createDirectory(folder.resolve("stick"));
    robot.interact(() -> FilePicker.chosen(asking, stick.resolve("visit.xml").toFile()));
    Files.delete(stick);
    assertThat(first(robot)).isEqualTo(documents.toFile());
    Files.delete(documents);
    assertThat(first(robot)).isNull();
  }

  private File first(FxRobot robot) {
    File[] found = new File[1];
    robot.interact(() -> found[0] = new FilePicker("Open").toOpen(asking).getInitialDirectory());
    return found[0];
  }
}

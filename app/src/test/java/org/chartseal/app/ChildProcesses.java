package org.chartseal.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the command line as the operating system does: a process for each command. */
public final class ChildProcesses {

  private static final long PATIENCE = 300;

  private final Path home;
  private final Path output;
  private int count;

  public ChildProcesses(Path home, Path output) {
    this.home = home;
    this.output = output;
  }

  /** What a command came to. */
  public record Result(int status, String out, String err) {

    /** Its answers, a JSON object a line. */
    public List<JsonNode> rows() throws IOException {
      List<JsonNode> rows = new ArrayList<>();
      ObjectMapper json = new ObjectMapper();
      for (String line : out.lines().toList()) {
        rows.add(json.readTree(line));
      }
      return rows;
    }

    /** The last answer. */
    public JsonNode last() throws IOException {
      return rows().getLast();
    }
  }

  /** Whether the build has made the sample patients and the node is there. */
  public static boolean canRun() {
    return Files.isRegularFile(
        Path.of(System.getProperty("chartseal.sample", "")).resolve("index.json"));
  }

  public Path pins() {
    return home.resolve("demo-pins.txt");
  }

  /** Runs a command to its end, with the demonstration's PINs and JSON answers. */
  public Result run(String... arguments) throws Exception {
    return ended(start(arguments));
  }

  /** The same with answers in words, for people. */
  public Result runInWords(String... arguments) throws Exception {
    return ended(start(List.of(), arguments));
  }

  private static Result ended(Started started) throws Exception {
    if (!started.process().waitFor(PATIENCE, TimeUnit.SECONDS)) {
      started.process().destroyForcibly();
      throw new IllegalStateException("no end: " + started.process().info().commandLine());
    }
    return started.result();
  }

  /** Starts a command. */
  Started start(String... arguments) throws IOException {
    return start(List.of("--json"), arguments);
  }

  private Started start(List<String> options, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-Dchartseal.sample=" + System.getProperty("chartseal.sample"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("org.chartseal.app.Main");
    command.addAll(List.of(arguments));
    command.addAll(options);
    command.addAll(List.of("--home", home.toString()));
    if (!List.of(arguments).contains("--pin-file")) {
      command.addAll(List.of("--pin-file", pins().toString()));
    }
    int number = count++;
    Path out = output.resolve(number + ".out");
    Path err = output.resolve(number + ".err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new Started(process, out, err);
  }

  /** A command that runs. */
  record Started(Process process, Path out, Path err) {

    Result result() throws IOException {
      return new Result(
          process.exitValue(),
          Files.readString(out, StandardCharsets.UTF_8),
          Files.readString(err, StandardCharsets.UTF_8));
    }
  }
}

package org.chartseal.services.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a class of the benchmarks in a new Java process. */
final class ChildJvm {

  private ChildJvm() {}

  /** What is told to the process. */
  interface Input {
    void write(Writer out) throws IOException;
  }

  /** The lines that it prints, once it has ended well. */
  static List<String> run(Class<?> main, Input input, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dlogback.configurationFile=logback-bench.xml",
                "-cp",
                System.getProperty("java.class.path")));
    String options = System.getProperty("chartseal.bench.jvm", "");
    if (!options.isEmpty()) {
      command.addAll(1, List.of(options.split(" ", -1)));
    }
    command.add(main.getName());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    try (Writer out = process.outputWriter()) {
      input.write(out);
    }
    List<String> lines;
    try (BufferedReader in = process.inputReader()) {
      lines = in.lines().toList();
    }
    if (process.waitFor() != 0) {
      throw new IOException(main.getSimpleName() + " ended with " + process.exitValue());
    }
    return lines;
  }
}

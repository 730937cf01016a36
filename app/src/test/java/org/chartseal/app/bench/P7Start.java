package org.chartseal.app.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From the start of the installed product's process to a window, and to the window in which
 * somebody can sign in, on a home that is there already: with the build's AOT cache and without,
 * against an empty JavaFX window on the same runtime. Drawn by software and shown nowhere.
 */
final class P7Start {

  private static final int TIMES = 5;
  private static final List<String> UNSEEN =
      List.of("-Dglass.platform=Headless", "-Dprism.order=sw");

  private final Path image;
  private final Path home;

  private P7Start(Path image, Path home) {
    this.image = image;
    this.home = home;
  }

  /**
   * @param args the image folder; the folder of compiled tests; where to make the home
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path home = Files.createTempDirectory(Path.of(args[2]), "bench-start-");
    new P7Start(Path.of(args[0]), home).run(Path.of(args[1]));
  }

  private void run(Path tests) throws IOException, InterruptedException {
    millis(launcher("", "demo", "--patients", "1"));
    List<Double> empty = new ArrayList<>();
    Map<String, List<Double>> plain = series();
    Map<String, List<Double>> cached = series();
    for (int i = 0; i < TIMES; i++) {
      empty.add(millis(emptyWindow(tests)).get("painted"));
      add(plain, millis(launcher("-XX:AOTMode=off", "--rehearse")));
      add(cached, millis(launcher("", "--rehearse")));
    }
    double reference = median(empty);
    print("P7-empty", reference, reference);
    print("P7-plain", median(plain.get("painted")), reference);
    print("P7-aot", median(cached.get("painted")), reference);
    print("P7-plain-signin", median(plain.get("usable")), reference);
    print("P7-aot-signin", median(cached.get("usable")), reference);
  }

  private static Map<String, List<Double>> series() {
    return Map.of("painted", new ArrayList<>(), "usable", new ArrayList<>());
  }

  private static void add(Map<String, List<Double>> series, Map<String, Double> times) {
    series.forEach((word, values) -> values.add(times.get(word)));
  }

  private static double median(List<Double> values) {
    Collections.sort(values);
    return values.get(values.size() / 2);
  }

  private static void print(String id, double millis, double reference) {
    System.out.println(
        String.format(
            Locale.ROOT,
            "BENCH id=%s value=%.0f unit=ms ratio=%.2f against=an_empty_JavaFX_window,_%.0f_ms",
            id,
            millis,
            millis / reference,
            reference));
  }

  /** At which millisecond of the process each of its lines came. */
  private static Map<String, Double> millis(ProcessBuilder builder)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    Process process = builder.redirectError(Redirect.DISCARD).start();
    Map<String, Double> times;
    try (BufferedReader lines = process.inputReader()) {
      times =
          lines
              .lines()
              .collect(
                  Collectors.toMap(
                      line -> line,
                      line -> Math.round((System.nanoTime() - begin) / 1e3) / 1e3,
                      (first, again) -> first));
    }
    if (process.waitFor() != 0) {
      throw new IOException(builder.command() + " ended with " + process.exitValue());
    }
    return times;
  }

  private ProcessBuilder launcher(String option, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                image.resolve("bin").resolve(program("chartseal", ".bat")).toString(),
                "--home",
                home.toString()));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .put("CHARTSEAL_JAVA_OPTS", (String.join(" ", UNSEEN) + " " + option).strip());
    return builder;
  }

  private ProcessBuilder emptyWindow(Path tests) throws IOException {
    List<String> classPath = new ArrayList<>(List.of(tests.toString()));
    try (Stream<Path> jars = Files.list(image.resolve("lib"))) {
      jars.filter(jar -> jar.getFileName().toString().startsWith("javafx-"))
          .forEach(jar -> classPath.add(jar.toString()));
    }
    List<String> command = new ArrayList<>();
    command.add(image.resolve("runtime/bin").resolve(program("java", ".exe")).toString());
    command.addAll(UNSEEN);
    command.addAll(
        List.of(
            "@" + image.resolve("lib/jvm.options"),
            "-cp",
            String.join(File.pathSeparator, classPath),
            EmptyWindow.class.getName()));
    return new ProcessBuilder(command);
  }

  private static String program(String name, String windowsSuffix) {
    boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win");
    return windows ? name + windowsSuffix : name;
  }
}

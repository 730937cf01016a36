import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Trains the image's AOT cache (JEP 514, JEP 515): starts the product once through its own launcher
 * up to the sign-in, in a home that is thrown away, and lets the JVM keep what it learned.
 *
 * <p>Arguments: the image folder, and a folder to work in. The product runs without the cache as
 * well; where it cannot be made, this says why and the build goes on.
 */
void main(String[] args) throws IOException, InterruptedException {
  var image = Path.of(args[0]);
  var cache = image.resolve("lib").resolve("chartseal.aot");
  if (isCurrent(cache, image)) {
    return;
  }
  Files.deleteIfExists(cache);
  var work = Path.of(args[1]);
  deleteTree(work);
  Files.createDirectories(work);
  var log = work.resolve("training.log");
  int status = train(image, cache, work.resolve("home"), log);
  if (status != 0 || !Files.exists(cache)) {
    Files.deleteIfExists(cache);
    IO.println("No AOT cache: the training run ended with " + status + ", see " + log);
  }
}

static final boolean WINDOWS =
    System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");

static final long PATIENCE_SECONDS = 180;

/** Whether nothing in the image is newer than the cache. */
boolean isCurrent(Path cache, Path image) throws IOException {
  if (!Files.exists(cache)) {
    return false;
  }
  FileTime made = Files.getLastModifiedTime(cache);
  try (var jars = Files.list(image.resolve("lib"))) {
    for (var jar : jars.toList()) {
      if (!jar.equals(cache) && Files.getLastModifiedTime(jar).compareTo(made) > 0) {
        return false;
      }
    }
  }
  var runtime = image.resolve("runtime").resolve("chartseal-runtime.txt");
  return Files.getLastModifiedTime(runtime).compareTo(made) <= 0;
}

/** The window is drawn by software and shown nowhere, so that a machine without display can. */
int train(Path image, Path cache, Path home, Path log) throws IOException, InterruptedException {
  var launcher = image.resolve("bin").resolve(WINDOWS ? "chartseal.bat" : "chartseal");
  var builder =
      new ProcessBuilder(launcher.toString(), "--home", home.toString(), "--rehearse")
          .redirectErrorStream(true)
          .redirectOutput(log.toFile());
  builder
      .environment()
      .put(
          "CHARTSEAL_JAVA_OPTS",
          String.join(
              " ",
              "-XX:AOTCacheOutput=" + cache.toString().replace(File.separatorChar, '/'),
              "-Dglass.platform=Headless",
              "-Dprism.order=sw"));
  var process = builder.start();
  if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    return -1;
  }
  return process.exitValue();
}

void deleteTree(Path folder) throws IOException {
  if (!Files.exists(folder)) {
    return;
  }
  try (var tree = Files.walk(folder)) {
    for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
      Files.delete(path);
    }
  }
}

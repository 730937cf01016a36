import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Lays out the runnable product: {@code bin}, {@code lib}, {@code runtime} and {@code node}; {@code
 * sample} is made beside them by Samples.java.
 *
 * <p>Arguments: the image folder, the file that holds the runtime class path, the application's own
 * jar, and the folder of the installed Foundry packages. What is already there and unchanged stays.
 */
void main(String[] args) throws IOException {
  var image = Path.of(args[0]);
  var jars =
      Stream.concat(
              Stream.of(Files.readString(Path.of(args[1])).strip().split(File.pathSeparator)),
              Stream.of(args[2]))
          .map(Path::of)
          .toList();
  library(image.resolve("lib"), jars);
  runtime(image.resolve("runtime"));
  node(image.resolve("node"), Path.of(args[3]));
  launchers(image.resolve("bin"));
}

/**
 * Named one by one: jdeps does not report modules that are found as services, and what is missing
 * would show only in the installed product.
 */
static final List<String> MODULES =
    List.of(
        "java.base",
        "java.compiler",
        "java.desktop",
        "java.instrument",
        "java.logging",
        "java.management",
        "java.naming",
        "java.net.http",
        "java.prefs",
        "java.rmi",
        "java.scripting",
        "java.security.jgss",
        "java.security.sasl",
        "java.smartcardio",
        "java.sql",
        "java.transaction.xa",
        "java.xml",
        "java.xml.crypto",
        "jdk.accessibility",
        "jdk.charsets",
        "jdk.crypto.cryptoki",
        "jdk.crypto.ec",
        "jdk.httpserver",
        "jdk.jfr",
        "jdk.jsobject",
        "jdk.localedata",
        "jdk.management",
        "jdk.net",
        "jdk.security.auth",
        "jdk.unsupported",
        "jdk.unsupported.desktop",
        "jdk.xml.dom",
        "jdk.zipfs");

static final boolean WINDOWS =
    System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");

void library(Path lib, List<Path> jars) throws IOException {
  Files.createDirectories(lib);
  Map<String, Path> wanted = new HashMap<>();
  for (var jar : jars) {
    var other = wanted.put(jar.getFileName().toString(), jar);
    if (other != null && !other.equals(jar)) {
      throw new IOException("Two jars of one name: " + other + " and " + jar);
    }
  }
  try (var present = Files.list(lib)) {
    for (var file : present.toList()) {
      var name = file.getFileName().toString();
      if (!wanted.containsKey(name) && !name.endsWith(".aot")) {
        Files.delete(file);
      }
    }
  }
  for (var entry : wanted.entrySet()) {
    copyIfChanged(entry.getValue(), lib.resolve(entry.getKey()));
  }
}

void runtime(Path runtime) throws IOException {
  var modules =
      MODULES.stream().filter(name -> ModuleFinder.ofSystem().find(name).isPresent()).toList();
  var stamp = runtime.resolve("chartseal-runtime.txt");
  var content = Runtime.version() + " with CDS archive\n" + String.join("\n", modules) + "\n";
  if (Files.exists(stamp) && Files.readString(stamp).equals(content)) {
    return;
  }
  deleteTree(runtime);
  int status =
      ToolProvider.findFirst("jlink")
          .orElseThrow(() -> new IOException("This JDK has no jlink"))
          .run(
              System.out,
              System.err,
              "--add-modules",
              String.join(",", modules),
              "--generate-cds-archive",
              "--no-header-files",
              "--no-man-pages",
              "--output",
              runtime.toString());
  if (status != 0) {
    throw new IOException("jlink failed with status " + status);
  }
  Files.writeString(stamp, content);
}

void node(Path target, Path packages) throws IOException {
  var architecture =
      System.getProperty("os.arch").equals("aarch64") && !WINDOWS ? "arm64" : "amd64";
  var system =
      WINDOWS ? "win32" : System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
  var program = WINDOWS ? "anvil.exe" : "anvil";
  var source = packages.resolve("anvil-" + system + "-" + architecture).resolve("bin");
  Files.createDirectories(target);
  copyIfChanged(source.resolve(program), target.resolve(program));
  target.resolve(program).toFile().setExecutable(true, false);
}

void launchers(Path bin) throws IOException {
  Files.createDirectories(bin);
  var shell = bin.resolve("chartseal");
  Files.writeString(shell, SHELL);
  shell.toFile().setExecutable(true, false);
  Files.writeString(bin.resolve("chartseal.bat"), BATCH.replace("\n", "\r\n"));
}

void copyIfChanged(Path from, Path to) throws IOException {
  if (Files.exists(to)
      && Files.size(to) == Files.size(from)
      && Files.getLastModifiedTime(to).equals(Files.getLastModifiedTime(from))) {
    return;
  }
  Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
}

void deleteTree(Path folder) throws IOException {
  if (!Files.exists(folder)) {
    return;
  }
  try (var tree = Files.walk(folder)) {
    for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
      path.toFile().setWritable(true);
      Files.delete(path);
    }
  }
}

static final String SHELL =
    """
    #!/bin/sh
    here=$0
    while [ -h "$here" ]; do
      link=$(readlink "$here")
      case $link in
        /*) here=$link ;;
        *) here=$(dirname "$here")/$link ;;
      esac
    done
    home=$(cd "$(dirname "$here")/.." && pwd)
    # CHARTSEAL_JAVA_OPTS is split into words on purpose.
    if [ -f "$home/lib/chartseal.aot" ]; then
      cache="-XX:AOTCache=$home/lib/chartseal.aot"
    fi
    exec "$home/runtime/bin/java" \\
      ${cache:+"$cache"} \\
      --enable-native-access=ALL-UNNAMED \\
      --sun-misc-unsafe-memory-access=allow \\
      "-Dchartseal.anvil=$home/node/anvil" \\
      "-Dchartseal.sample=$home/sample" \\
      ${CHARTSEAL_JAVA_OPTS:-} \\
      -cp "$home/lib/*" org.chartseal.app.Main "$@"
    """;

static final String BATCH =
    """
    @echo off
    set "CHARTSEAL_IMAGE=%~dp0.."
    set "CHARTSEAL_CACHE="
    if exist "%CHARTSEAL_IMAGE%\\lib\\chartseal.aot" set CHARTSEAL_CACHE="-XX:AOTCache=%CHARTSEAL_IMAGE%\\lib\\chartseal.aot"
    "%CHARTSEAL_IMAGE%\\runtime\\bin\\java.exe" ^
      %CHARTSEAL_CACHE% ^
      --enable-native-access=ALL-UNNAMED ^
      --sun-misc-unsafe-memory-access=allow ^
      "-Dchartseal.anvil=%CHARTSEAL_IMAGE%\\node\\anvil.exe" ^
      "-Dchartseal.sample=%CHARTSEAL_IMAGE%\\sample" ^
      %CHARTSEAL_JAVA_OPTS% ^
      -cp "%CHARTSEAL_IMAGE%\\lib\\*" org.chartseal.app.Main %*
    """;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Lays out the runnable product: {@code bin}, {@code lib}, {@code runtime} and {@code node}; {@code
 * sample} is made beside them by Samples.java.
 *
 * <p>Arguments: the image folder, the file that holds the runtime class path, the application's own
 * jar, the folder of the installed Foundry packages, and the file of the JVM's options. What is
 * already there and unchanged stays.
 */
void main(String[] args) throws IOException {
  var image = Path.of(args[0]);
  var jars =
      Stream.concat(
              Stream.of(Files.readString(Path.of(args[1])).strip().split(File.pathSeparator)),
              Stream.of(args[2]))
          .map(Path::of)
          .toList();
  var lib = image.resolve("lib");
  library(lib, jars);
  classPath(lib.resolve(START_JAR), jars);
  copyIfChanged(Path.of(args[4]), lib.resolve(OPTIONS));
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

/** Holds nothing but the class path, which would be too long for a command line on Windows. */
static final String START_JAR = "chartseal.jar";

static final String OPTIONS = "jvm.options";

/**
 * What a start needs first: a class is looked for in one jar after the other, and a jar is read
 * when it is looked into.
 */
static final List<String> FIRST =
    List.of(
        "javafx-base-",
        "javafx-graphics-",
        "javafx-controls-",
        "chartseal-",
        "picocli-",
        "slf4j-api-",
        "logback-",
        "atlantafx-",
        "ikonli-",
        "jackson-core-2",
        "jackson-databind-2",
        "jackson-annotations-",
        "sqlite-",
        "conscrypt-");

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
      if (name.endsWith(".jar") && !name.equals(START_JAR) && !wanted.containsKey(name)) {
        Files.delete(file);
      }
    }
  }
  for (var entry : wanted.entrySet()) {
    var to = lib.resolve(entry.getKey());
    if (isSigned(entry.getValue())) {
      copyUnsigned(entry.getValue(), to);
    } else {
      copyIfChanged(entry.getValue(), to);
    }
  }
}

boolean isSigned(Path jar) throws IOException {
  try (var zip = new ZipFile(jar.toFile())) {
    return zip.stream().anyMatch(entry -> isSignature(entry.getName()));
  }
}

boolean isSignature(String name) {
  return name.matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC)");
}

/**
 * Without its signature: an AOT cache takes no class of a signed jar, and each start would verify
 * Bouncy Castle's whole manifest before anything of the product runs. It is verified here: an entry
 * that was changed fails the build. Saxon's manifest names an entry without saying a digest; the
 * JDK refuses to read that one with verification, so it is read as any unsigned entry.
 */
void copyUnsigned(Path from, Path to) throws IOException {
  var time = Files.getLastModifiedTime(from);
  if (Files.exists(to) && Files.getLastModifiedTime(to).equals(time) && !isSigned(to)) {
    return;
  }
  try (var zip = new JarFile(from.toFile(), true);
      var unverified = new ZipFile(from.toFile());
      var jar = new JarOutputStream(Files.newOutputStream(to))) {
    var signed = zip.getManifest().getEntries();
    for (var entry : zip.stream().toList()) {
      if (isSignature(entry.getName())) {
        continue;
      }
      var copy = new ZipEntry(entry.getName());
      copy.setTimeLocal(entry.getTimeLocal());
      jar.putNextEntry(copy);
      if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
        // What it says of single entries are their digests.
        var manifest = new Manifest(zip.getManifest());
        manifest.getEntries().clear();
        manifest.write(jar);
      } else if (signed.containsKey(entry.getName()) && !hasDigest(signed.get(entry.getName()))) {
        unverified.getInputStream(entry).transferTo(jar);
      } else {
        zip.getInputStream(entry).transferTo(jar);
      }
      jar.closeEntry();
    }
  }
  Files.setLastModifiedTime(to, time);
}

boolean hasDigest(Attributes entry) {
  return entry.keySet().stream().anyMatch(key -> key.toString().endsWith("-Digest"));
}

void classPath(Path file, List<Path> jars) throws IOException {
  var names =
      jars.stream()
          .map(jar -> jar.getFileName().toString())
          .sorted(Comparator.comparingInt(this::turn).thenComparing(Comparator.naturalOrder()))
          .toList();
  var manifest = new Manifest();
  manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
  manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, String.join(" ", names));
  var content = new ByteArrayOutputStream();
  try (var jar = new JarOutputStream(content)) {
    // Its time is said, so that the same class path makes the same bytes.
    var entry = new ZipEntry(JarFile.MANIFEST_NAME);
    entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
    jar.putNextEntry(entry);
    manifest.write(jar);
    jar.closeEntry();
  }
  if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), content.toByteArray())) {
    Files.write(file, content.toByteArray());
  }
}

int turn(String jar) {
  int turn = 0;
  while (turn < FIRST.size() && !jar.startsWith(FIRST.get(turn))) {
    turn++;
  }
  return turn;
}

void runtime(Path runtime) throws IOException {
  var modules =
      MODULES.stream().filter(name -> ModuleFinder.ofSystem().find(name).isPresent()).toList();
  var stamp = runtime.resolve("chartseal-runtime.txt");
  var content = Runtime.version() + " with CDS archives\n" + String.join("\n", modules) + "\n";
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
  compactArchive(runtime);
  Files.writeString(stamp, content);
}

/** jlink makes archives for large object headers alone. */
void compactArchive(Path runtime) throws IOException {
  var java = runtime.resolve("bin").resolve(WINDOWS ? "java.exe" : "java").toString();
  try {
    int status =
        new ProcessBuilder(java, "-XX:+UseCompactObjectHeaders", "-Xshare:dump", "-Xlog:disable")
            .inheritIO()
            .start()
            .waitFor();
    if (status != 0) {
      throw new IOException("No CDS archive for compact object headers: status " + status);
    }
  } catch (InterruptedException e) {
    Thread.currentThread().interrupt();
    throw new IOException("Stopped while the CDS archive was made", e);
  }
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
      "@$home/lib/jvm.options" \\
      "-Dchartseal.anvil=$home/node/anvil" \\
      "-Dchartseal.sample=$home/sample" \\
      ${CHARTSEAL_JAVA_OPTS:-} \\
      -cp "$home/lib/chartseal.jar" org.chartseal.app.Main "$@"
    """;

static final String BATCH =
    """
    @echo off
    set "CHARTSEAL_IMAGE=%~dp0.."
    set "CHARTSEAL_CACHE="
    if exist "%CHARTSEAL_IMAGE%\\lib\\chartseal.aot" set CHARTSEAL_CACHE="-XX:AOTCache=%CHARTSEAL_IMAGE%\\lib\\chartseal.aot"
    "%CHARTSEAL_IMAGE%\\runtime\\bin\\java.exe" ^
      %CHARTSEAL_CACHE% ^
      "@%CHARTSEAL_IMAGE%\\lib\\jvm.options" ^
      "-Dchartseal.anvil=%CHARTSEAL_IMAGE%\\node\\anvil.exe" ^
      "-Dchartseal.sample=%CHARTSEAL_IMAGE%\\sample" ^
      %CHARTSEAL_JAVA_OPTS% ^
      -cp "%CHARTSEAL_IMAGE%\\lib\\chartseal.jar" org.chartseal.app.Main %*
    """;

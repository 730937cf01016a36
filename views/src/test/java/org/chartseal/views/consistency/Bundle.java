package org.chartseal.views.consistency;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One file of texts.
 *
 * @param keys as they stand in it, one a line
 * @param texts by key
 */
record Bundle(Path file, List<String> keys, SortedMap<String, String> texts) {

  private static final Path RESOURCES = Path.of("src", "main", "resources");
  private static final Pattern COMMENT = Pattern.compile("\\s*([#!].*)?");

  /** Every English file of the name: {@code texts} for those of the screens. */
  static List<Bundle> named(String name) {
    try (Stream<Path> below = Files.walk(RESOURCES)) {
      return below
          .filter(file -> file.endsWith(name + ".properties"))
          .sorted()
          .map(Bundle::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The Korean file beside it; empty if there is none. */
  Bundle korean() {
    String name = Objects.requireNonNull(file.getFileName()).toString();
    return read(file.resolveSibling(name.replace(".properties", "_ko.properties")));
  }

  /** The package that it is for. */
  String packageName() {
    return Objects.requireNonNull(RESOURCES.relativize(file).getParent())
        .toString()
        .replace('\\', '/')
        .replace('/', '.');
  }

  private static Bundle read(Path file) {
    if (!Files.exists(file)) {
      return new Bundle(file, List.of(), new TreeMap<>());
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      List<String> keys =
          Files.readAllLines(file).stream()
              .filter(line -> !COMMENT.matcher(line).matches())
              .map(line -> line.substring(0, Math.max(0, line.indexOf('='))))
              .toList();
      SortedMap<String, String> texts = new TreeMap<>();
      properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
      return new Bundle(file, keys, texts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return file.toString().replace('\\', '/');
  }
}

package org.chartseal.views.consistency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The declarations of a style sheet.
 *
 * @param declarations property and value, in order
 */
record StyleSheet(Path file, List<Declaration> declarations) {

  record Declaration(String property, String value) {}

  private static final Path RESOURCES = Path.of("src", "main", "resources");
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern DECLARATION = Pattern.compile("(-[a-z-]+)\\s*:\\s*([^;{}]+);");

  /** Every style sheet of the window. */
  static List<StyleSheet> all() {
    try (Stream<Path> below = Files.walk(RESOURCES)) {
      return below
          .filter(file -> file.toString().endsWith(".css"))
          .sorted()
          .map(StyleSheet::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one of this name. */
  static StyleSheet named(String name) {
    return all().stream().filter(sheet -> sheet.name().equals(name)).findFirst().orElseThrow();
  }

  String name() {
    return Objects.requireNonNull(file.getFileName()).toString();
  }

  /** The values of what it names, for instance of {@code -cs-text}. */
  Map<String, String> tokens() {
    return declarations.stream()
        .filter(declaration -> declaration.property().startsWith("-cs-"))
        .collect(
            Collectors.toMap(
                Declaration::property, Declaration::value, (one, other) -> other, TreeMap::new));
  }

  private static StyleSheet read(Path file) {
    try {
      String text = COMMENT.matcher(Files.readString(file)).replaceAll("");
      return new StyleSheet(
          file,
          DECLARATION
              .matcher(text)
              .results()
              .map(found -> new Declaration(found.group(1), found.group(2).strip()))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

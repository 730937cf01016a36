package org.chartseal.views.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.CssParser;
import javafx.css.Rule;
import javafx.css.Stylesheet;
import org.chartseal.views.kit.theme.Appearance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JavaFX loads the binary form of a style sheet that the build puts beside it. */
class StyleSheetsTest {

  static List<Path> sheets() throws IOException, URISyntaxException {
    URL mark = Appearance.class.getResource("Appearance.class");
    Path views = Path.of(mark.toURI()).getParent().getParent().getParent();
    try (Stream<Path> files = Files.walk(views)) {
      return files.filter(file -> file.toString().endsWith(".css")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void what_is_loaded_is_what_is_written(Path sheet) throws IOException {
    String name = sheet.toUri().toURL().toExternalForm();
    Stylesheet written = new CssParser().parse(sheet.toUri().toURL());
    Stylesheet loaded =
        Stylesheet.loadBinary(
            Path.of(sheet.toString().replaceFirst("\\.css$", ".bss")).toUri().toURL());
    assertThat(written.getRules()).as(name).isNotEmpty();
    assertThat(loaded.getRules())
        .extracting(StyleSheetsTest::said)
        .isEqualTo(written.getRules().stream().map(StyleSheetsTest::said).toList());
  }

  private static String said(Rule rule) {
    return rule.getSelectors() + " " + rule.getDeclarations();
  }
}

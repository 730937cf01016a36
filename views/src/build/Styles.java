import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.css.CssParser;
import javafx.css.Stylesheet;

/**
 * Puts beside each style sheet what JavaFX makes of it: it takes the binary form where there is
 * one, and no start parses text before it paints.
 *
 * <p>A style sheet with an error fails the build. Argument: the folder of compiled classes and
 * resources.
 */
void main(String[] args) throws IOException {
  try (var files = Files.walk(Path.of(args[0]))) {
    for (var sheet : files.filter(file -> file.toString().endsWith(".css")).toList()) {
      new CssParser().parse(sheet.toUri().toURL());
      if (!CssParser.errorsProperty().isEmpty()) {
        throw new IOException(sheet + ": " + CssParser.errorsProperty());
      }
      var name = sheet.toString();
      Stylesheet.convertToBinary(
          sheet.toFile(), new File(name.substring(0, name.length() - ".css".length()) + ".bss"));
    }
  }
}

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
  // They are kept only from the time when they are asked for.
  var errors = CssParser.errorsProperty();
  try (var files = Files.walk(Path.of(args[0]))) {
    for (var sheet : files.filter(file -> file.toString().endsWith(".css")).toList()) {
      var name = sheet.toString();
      Stylesheet.convertToBinary(
          sheet.toFile(), new File(name.substring(0, name.length() - ".css".length()) + ".bss"));
      if (!errors.isEmpty()) {
        throw new IOException(sheet + ": " + errors);
      }
    }
  }
}

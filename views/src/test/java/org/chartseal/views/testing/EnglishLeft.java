package org.chartseal.views.testing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * What is left in English in a window that speaks Korean: a text of ours that did not follow the
 * language, or a sentence that was never said in another one. Names, codes and what records say
 * stay as they are.
 */
public final class EnglishLeft {

  private static final Path RESOURCES = Path.of("..", "views", "src", "main", "resources");
  private static final int FEW_LETTERS = 3;

  /** Words without which there are few English sentences, and many titles of records. */
  private static final Pattern SENTENCE =
      Pattern.compile(
          "\\b(the|is|are|was|were|cannot|it|this|that|your?|has|have|does|been|be)\\b");

  /** What an insurer says in its own words is marked as that. */
  private static final String ORIGINAL = "(원문)";

  private static final List<Pattern> OURS = ours();

  private EnglishLeft() {}

  /** What is left in English below a node; to be called on the JavaFX thread. */
  public static List<String> in(Node root) {
    Set<String> said = new TreeSet<>();
    collect(root, said);
    return said.stream().filter(EnglishLeft::isEnglish).toList();
  }

  private static boolean isEnglish(String words) {
    return !words.contains(ORIGINAL)
        && (SENTENCE.matcher(words).find()
            || OURS.stream().anyMatch(text -> text.matcher(words).matches()));
  }

  private static void collect(Node node, Set<String> said) {
    if (!node.isVisible()) {
      return;
    }
    add(said, node.getAccessibleText());
    add(said, node.getAccessibleHelp());
    if (node instanceof Control control && control.getTooltip() != null) {
      add(said, control.getTooltip().getText());
    }
    switch (node) {
      case Labeled labeled -> {
        add(said, labeled.getText());
        if (labeled instanceof MenuButton menu) {
          menu.getItems().stream().map(MenuItem::getText).forEach(text -> add(said, text));
        }
      }
      case TextInputControl input -> add(said, input.getPromptText());
      case TableView<?> table -> {
        table.getColumns().forEach(column -> add(said, column.getText()));
        if (table.getItems().isEmpty() && table.getPlaceholder() instanceof Label nothing) {
          add(said, nothing.getText());
        }
      }
      case TabPane tabs -> tabs.getTabs().forEach(tab -> add(said, tab.getText()));
      case Text text when !(text.getParent() instanceof Labeled) && !isTyped(text) ->
          add(said, text.getText());
      default -> {
        // Says nothing itself.
      }
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, said));
    }
  }

  private static boolean isTyped(Text text) {
    for (Node above = text; above != null; above = above.getParent()) {
      if (above instanceof TextInputControl) {
        return true;
      }
    }
    return false;
  }

  private static void add(Set<String> said, @Nullable String words) {
    if (words != null) {
      words.lines().map(String::strip).forEach(said::add);
    }
  }

  /** The English texts of every bundle that are other ones in Korean. */
  private static List<Pattern> ours() {
    List<Pattern> ours = new ArrayList<>();
    try (Stream<Path> below = Files.walk(RESOURCES)) {
      for (Path english : below.filter(file -> file.endsWith("texts.properties")).toList()) {
        Properties korean = read(english.resolveSibling("texts_ko.properties"));
        read(english)
            .forEach((key, text) -> {
              String words = String.valueOf(text);
              if (!words.equals(korean.get(key)) && letters(words) >= FEW_LETTERS) {
                ours.add(pattern(words));
              }
            });
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ours;
  }

  private static long letters(String text) {
    StringBuilder literal = new StringBuilder();
    split(text, literal::append, () -> {});
    return literal.chars().filter(Character::isLetter).count();
  }

  private static Pattern pattern(String text) {
    StringBuilder pattern = new StringBuilder();
    split(text, words -> pattern.append(Pattern.quote(words)), () -> pattern.append(".+"));
    return Pattern.compile(pattern.toString(), Pattern.DOTALL);
  }

  /** Takes a message's words and its arguments apart, however deep these are nested. */
  private static void split(String text, Consumer<String> words, Runnable argument) {
    int depth = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      if (one == '{') {
        if (depth++ == 0) {
          words.accept(text.substring(from, i).replace("''", "'"));
          argument.run();
        }
      } else if (one == '}' && --depth == 0) {
        from = i + 1;
      }
    }
    words.accept(text.substring(from).replace("''", "'"));
  }

  private static Properties read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties;
  }
}

package org.chartseal.views.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Only the themes' token files name colours; a component names tokens. */
final class ColoursTest {

  private static final Set<String> TOKEN_FILES = Set.of("light.css", "dark.css", "contrast.css");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
  private static final Pattern MADE =
      Pattern.compile("#[0-9a-fA-F]{3,8}\\b|\\b(rgba?|hsba?|hsla?)\\s*\\(");
  private static final Pattern WORD = Pattern.compile("(?<![-\\w])[a-z]{3,}(?![-\\w(])");
  private static final Pattern HEX = Pattern.compile("[0-9a-f]+");
  private static final Set<String> COLOUR_MAKERS =
      Set.of("web", "rgb", "color", "hsb", "gray", "grayRgb", "valueOf");

  @Test
  void no_component_names_a_colour_in_its_style() {
    List<String> found = new ArrayList<>();
    for (StyleSheet sheet : StyleSheet.all()) {
      if (!TOKEN_FILES.contains(sheet.name())) {
        for (StyleSheet.Declaration one : sheet.declarations()) {
          String value = QUOTED.matcher(one.value()).replaceAll("");
          if (MADE.matcher(value).find()
              || WORD.matcher(value)
                  .results()
                  .map(MatchResult::group)
                  .anyMatch(ColoursTest::isColour)) {
            found.add(sheet.name() + ": " + one.property() + ": " + one.value());
          }
        }
      }
    }
    assertThat(found).as("name a token of the themes instead").isEmpty();
  }

  @Test
  void no_code_names_a_colour() {
    List<String> found = new ArrayList<>();
    for (SourceFile source : SourceFile.views()) {
      new TreeScanner<@Nullable Void, @Nullable Void>() {
        @Override
        public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
          if (literal.getValue() instanceof String text && MADE.matcher(text).find()) {
            found.add(source.place(literal) + ": " + text);
          }
          return null;
        }

        @Override
        public @Nullable Void visitMemberSelect(MemberSelectTree member, @Nullable Void nothing) {
          if (member.getExpression() instanceof IdentifierTree type
              && type.getName().contentEquals("Color")
              && isNamed(member.getIdentifier().toString())) {
            found.add(source.place(member) + ": " + member);
          }
          return super.visitMemberSelect(member, null);
        }
      }.scan(source.tree(), null);
    }
    assertThat(found).as("let a style sheet give the colour").isEmpty();
  }

  private static boolean isNamed(String member) {
    return COLOUR_MAKERS.contains(member)
        || member.equals(member.toUpperCase(Locale.ROOT)) && !member.equals("TRANSPARENT");
  }

  private static boolean isColour(String word) {
    if (word.equals("transparent") || HEX.matcher(word).matches()) {
      return false;
    }
    try {
      return Color.valueOf(word).isOpaque();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}

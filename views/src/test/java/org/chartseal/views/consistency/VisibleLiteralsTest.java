package org.chartseal.views.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is shown or spoken comes from a bundle. */
final class VisibleLiteralsTest {

  private static final Set<String> SHOWN_BY =
      Set.of(
          "setText",
          "setTitle",
          "setHeaderText",
          "setContentText",
          "setPromptText",
          "setAccessibleText",
          "setAccessibleHelp",
          "setAccessibleRoleDescription");
  private static final Set<String> SHOWN_IN =
      Set.of(
          "Label",
          "Button",
          "ToggleButton",
          "RadioButton",
          "CheckBox",
          "Hyperlink",
          "Tooltip",
          "Text",
          "MenuItem",
          "MenuButton",
          "TableColumn",
          "TreeTableColumn",
          "Tab",
          "TitledPane");

  /** The product's name is the same in every language. */
  private static final Set<String> ALLOWED = Set.of("Chartseal");

  @Test
  void no_text_that_is_shown_or_spoken_is_written_in_code() {
    List<String> found = new ArrayList<>();
    for (SourceFile source : SourceFile.views()) {
      new TreeScanner<@Nullable Void, @Nullable Void>() {
        @Override
        public @Nullable Void visitMethodInvocation(
            MethodInvocationTree call, @Nullable Void nothing) {
          if (SHOWN_BY.contains(name(call.getMethodSelect()))) {
            look(call.getArguments());
          }
          return super.visitMethodInvocation(call, null);
        }

        @Override
        public @Nullable Void visitNewClass(NewClassTree made, @Nullable Void nothing) {
          if (SHOWN_IN.contains(name(made.getIdentifier()))) {
            look(made.getArguments());
          }
          return super.visitNewClass(made, null);
        }

        private void look(List<? extends ExpressionTree> arguments) {
          for (ExpressionTree argument : arguments) {
            parts(argument)
                .filter(text -> text.codePoints().anyMatch(Character::isLetter))
                .filter(text -> !ALLOWED.contains(text))
                .forEach(text -> found.add(source.place(argument) + ": \"" + text + "\""));
          }
        }
      }.scan(source.tree(), null);
    }
    assertThat(found).as("move these into the package's texts.properties").isEmpty();
  }

  private static Stream<String> parts(ExpressionTree argument) {
    return argument instanceof BinaryTree joined
        ? Stream.concat(parts(joined.getLeftOperand()), parts(joined.getRightOperand()))
        : SourceFile.strings(argument);
  }

  private static String name(Tree select) {
    return switch (select) {
      case MemberSelectTree member -> member.getIdentifier().toString();
      case IdentifierTree alone -> alone.getName().toString();
      case ParameterizedTypeTree generic -> name(generic.getType());
      default -> "";
    };
  }
}

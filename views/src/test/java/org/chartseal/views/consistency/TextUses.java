package org.chartseal.views.consistency;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The keys that the sources of one package ask its bundle for. */
final class TextUses {

  private static final Set<String> BY_KEY = Set.of("get", "bind");
  private static final Set<String> BY_FAMILY = Set.of("word", "bindWord");

  private final Map<String, String> keys = new TreeMap<>();
  private final Map<String, String> families = new TreeMap<>();
  private final Set<String> literals = new HashSet<>();
  private final Set<KeyParameter> passedOn = new HashSet<>();

  TextUses(List<SourceFile> ofPackage) {
    int before;
    do {
      before = passedOn.size();
      ofPackage.forEach(source -> new Scanner(source).scan(source.tree(), null));
    } while (passedOn.size() > before);
  }

  /** Each key that is asked for by its name, and where. */
  Map<String, String> keys() {
    return keys;
  }

  /** Each family of which the word for an enumeration's value is asked for, and where. */
  Map<String, String> families() {
    return families;
  }

  /** Whether something names the key, its family, or the beginning of an open family of it. */
  boolean isUsed(String key) {
    return literals.contains(key)
        || families.keySet().stream().anyMatch(family -> key.startsWith(family + "."))
        || literals.stream().anyMatch(literal -> literal.endsWith(".") && key.startsWith(literal));
  }

  /** A parameter that a method hands on as a key. */
  private record KeyParameter(String method, int parameters, int index) {}

  private final class Scanner extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final SourceFile source;

    Scanner(SourceFile source) {
      this.source = source;
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
      if (literal.getValue() instanceof String text) {
        literals.add(text);
      }
      return null;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
      String name = name(call.getMethodSelect());
      List<? extends ExpressionTree> arguments = call.getArguments();
      if (isOnTexts(call.getMethodSelect()) && !arguments.isEmpty()) {
        if (BY_KEY.contains(name)) {
          key(arguments.getFirst());
        } else if (BY_FAMILY.contains(name)) {
          SourceFile.strings(arguments.getFirst())
              .forEach(family -> families.put(family, source.place(call)));
        }
      }
      for (KeyParameter known : Set.copyOf(passedOn)) {
        if (known.method().equals(name) && known.parameters() == arguments.size()) {
          key(arguments.get(known.index()));
        }
      }
      return super.visitMethodInvocation(call, null);
    }

    private void key(ExpressionTree expression) {
      SourceFile.strings(expression).forEach(key -> keys.put(key, source.place(expression)));
      if (expression instanceof IdentifierTree parameter) {
        handedOn(parameter);
      }
    }

    private void handedOn(IdentifierTree parameter) {
      for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
        if (path.getLeaf() instanceof MethodTree method) {
          for (int i = 0; i < method.getParameters().size(); i++) {
            if (method.getParameters().get(i).getName().equals(parameter.getName())) {
              passedOn.add(
                  new KeyParameter(method.getName().toString(), method.getParameters().size(), i));
            }
          }
          return;
        }
      }
    }

    private static boolean isOnTexts(Tree select) {
      return select instanceof MemberSelectTree member
          && switch (member.getExpression()) {
            case IdentifierTree variable -> variable.getName().contentEquals("texts");
            case MemberSelectTree field -> field.getIdentifier().contentEquals("texts");
            case MethodInvocationTree made -> name(made.getMethodSelect()).equals("texts");
            default -> false;
          };
    }

    private static String name(Tree select) {
      return switch (select) {
        case MemberSelectTree member -> member.getIdentifier().toString();
        case IdentifierTree alone -> alone.getName().toString();
        default -> "";
      };
    }
  }
}

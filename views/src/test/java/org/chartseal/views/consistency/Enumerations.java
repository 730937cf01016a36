package org.chartseal.views.consistency;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The enumerations of the product, by the words that their values have in a bundle. */
final class Enumerations {

  private final Map<String, Set<String>> words = new HashMap<>();

  Enumerations(List<SourceFile> sources) {
    TreeScanner<@Nullable Void, @Nullable Void> scanner =
        new TreeScanner<>() {
          @Override
          public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            if (type.getKind() == Tree.Kind.ENUM) {
              words.put(type.getSimpleName() + "#" + words.size(), values(type));
            }
            return super.visitClass(type, null);
          }
        };
    sources.forEach(source -> scanner.scan(source.tree(), null));
  }

  /**
   * Which words a family lacks: none if they are those of an enumeration, otherwise what the one
   * that is nearest has and the family has not.
   */
  Set<String> missing(Set<String> family) {
    Set<String> missing =
        new TreeSet<>(
            words.values().stream()
                .filter(values -> values.containsAll(family))
                .min(Comparator.comparingInt(Set::size))
                .orElse(Set.of("(no enumeration has all of these: " + family + ")")));
    missing.removeAll(family);
    return missing;
  }

  private static Set<String> values(ClassTree type) {
    Set<String> values = new TreeSet<>();
    for (Tree member : type.getMembers()) {
      if (member instanceof VariableTree constant
          && constant.getInitializer() instanceof NewClassTree
          && constant.getType().toString().equals(type.getSimpleName().toString())) {
        values.add(constant.getName().toString().toLowerCase(Locale.ROOT));
      }
    }
    return values;
  }
}

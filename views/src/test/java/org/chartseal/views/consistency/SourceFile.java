package org.chartseal.views.consistency;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** One parsed source file. */
record SourceFile(CompilationUnitTree tree, SourcePositions positions) {

  /** The sources of the window. */
  static List<SourceFile> views() {
    return of(main("views"));
  }

  /** The sources of all that the product is made of. */
  static List<SourceFile> product() {
    return of(main("views"), main("services"), main("hsm-signing"), main("app"));
  }

  /** Tests run in the folder of their module. */
  private static Path main(String module) {
    return Path.of("..", module, "src", "main", "java");
  }

  private static List<SourceFile> of(Path... roots) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      List<Path> sources = new ArrayList<>();
      for (Path root : roots) {
        try (Stream<Path> below = Files.walk(root)) {
          below.filter(file -> file.toString().endsWith(".java")).sorted().forEach(sources::add);
        }
      }
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(sources));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      List<SourceFile> parsed = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        parsed.add(new SourceFile(unit, positions));
      }
      return parsed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String packageName() {
    return tree.getPackageName().toString();
  }

  /** File and line of a part of it. */
  String place(Tree part) {
    String file = Path.of(tree.getSourceFile().getName()).getFileName().toString();
    long line = tree.getLineMap().getLineNumber(positions.getStartPosition(tree, part));
    return file + ":" + line;
  }

  /** The strings that an expression can be: a literal, or one of a condition's two. */
  static Stream<String> strings(ExpressionTree expression) {
    return switch (expression) {
      case LiteralTree literal when literal.getValue() instanceof String text -> Stream.of(text);
      case ParenthesizedTree inner -> strings(inner.getExpression());
      case ConditionalExpressionTree either ->
          Stream.concat(strings(either.getTrueExpression()), strings(either.getFalseExpression()));
      default -> Stream.empty();
    };
  }
}

package org.chartseal.views.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chartseal.services.claims.PackTable;
import org.chartseal.services.claims.RulePacks;
import org.chartseal.services.record.Check;
import org.chartseal.services.record.CheckResult;
import org.chartseal.services.seal.RefusedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What services say in English, the window says in Korean too. */
final class TranslationsTest {

  private static final Pattern CODE = Pattern.compile("CS-[A-Z]+-\\d\\d");
  private static final Pattern NO_LETTERS = Pattern.compile("[^a-z0-9]+");

  /** Its faults are answers to a command; no window shows them. */
  private static final String COMMAND_LINE = "org.chartseal.app.cli";

  /** Methods that are told, as their last argument, what step a job is at. */
  private static final Set<String> STEPS = Set.of("step", "goOn");

  /** Ways to say that evidence does not hold; what holds needs no sentence. */
  private static final Set<String> FINDINGS = Set.of("Finding.fails", "Finding.unknown");

  @Test
  void every_fault_has_a_korean_sentence() {
    Map<String, String> codes = new TreeMap<>();
    eachLiteral((source, literal) -> {
      if (literal.getValue() instanceof String text
          && CODE.matcher(text).matches()
          && !source.packageName().startsWith(COMMAND_LINE)) {
        codes.putIfAbsent(text, source.place(literal));
      }
    });
    Map<String, String> wanted = new TreeMap<>(codes);
    eachSaid((source, said) -> {
      if (said.size() > 2
          && said.getFirst() instanceof LiteralTree code
          && code.getValue() instanceof String text
          && codes.containsKey(text)) {
        wanted.putIfAbsent(text + ".about", source.place(code));
      }
    });
    assertSame("faults", wanted);
  }

  @Test
  void every_outcome_of_a_check_has_a_korean_sentence() {
    Map<String, String> outcomes = new TreeMap<>();
    for (Check check : Check.values()) {
      for (CheckResult.Status status : CheckResult.Status.values()) {
        outcomes.put((check + "." + status).toLowerCase(Locale.ROOT), "Check.java");
      }
    }
    assertSame("reasons", outcomes);
  }

  @Test
  void every_step_of_a_job_has_a_korean_phrase() {
    Map<String, String> steps = new TreeMap<>();
    eachCall((source, call) -> {
      if (STEPS.contains(name(call.getMethodSelect())) && !call.getArguments().isEmpty()) {
        ExpressionTree what = call.getArguments().getLast();
        beginnings(what).forEach(text -> steps.putIfAbsent(key(text), source.place(what)));
      }
    });
    assertSame("steps", steps);
  }

  @Test
  void every_finding_about_evidence_has_a_korean_sentence() {
    Map<String, String> findings = new TreeMap<>();
    eachCall((source, call) -> {
      if (FINDINGS.contains(call.getMethodSelect().toString())) {
        ExpressionTree detail = call.getArguments().getFirst();
        beginnings(detail).forEach(text -> findings.putIfAbsent(key(text), source.place(detail)));
      }
    });
    assertSame("findings", findings);
  }

  @Test
  void the_sample_rules_say_everything_in_korean_too() throws RefusedException {
    RulePacks packs = new RulePacks();
    List<PackTable> tables = packs.tables(packs.sampleArchive());
    PackTable texts =
        tables.stream().filter(table -> table.name().equals("texts.csv")).findFirst().orElseThrow();
    int korean = texts.columns().indexOf("ko");
    Set<String> said = new TreeSet<>(Set.of("no-rule"));
    for (PackTable table : tables) {
      for (String column : List.of("then:explain", "then:change")) {
        int index = table.columns().indexOf(column);
        if (index >= 0) {
          table.rows().forEach(row -> said.add(row.get(index)));
        }
      }
    }
    said.remove("");
    assertThat(texts.rows())
        .allSatisfy(row -> assertThat(row.get(korean)).as(row.getFirst()).isNotBlank());
    assertThat(texts.rows().stream().map(List::getFirst)).containsExactlyInAnyOrderElementsOf(said);
  }

  private static void assertSame(String bundle, Map<String, String> wanted) {
    Bundle korean = Bundle.named(bundle).getFirst().korean();
    List<String> missing = new ArrayList<>();
    wanted.forEach((key, place) -> {
      if (!korean.texts().containsKey(key)) {
        missing.add(key + "=…    (" + place + ")");
      }
    });
    assertThat(missing).as("paste these into %s, in Korean, sorted", korean).isEmpty();
    Set<String> idle = new TreeSet<>(korean.texts().keySet());
    idle.removeAll(wanted.keySet());
    assertThat(idle).as("remove these from %s: nothing says them any more", korean).isEmpty();
  }

  private static void eachLiteral(BiConsumer<SourceFile, LiteralTree> what) {
    for (SourceFile source : SourceFile.product()) {
      new TreeScanner<@Nullable Void, @Nullable Void>() {
        @Override
        public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
          what.accept(source, literal);
          return null;
        }
      }.scan(source.tree(), null);
    }
  }

  /** The arguments of whatever is made or called. */
  private static void eachSaid(BiConsumer<SourceFile, List<? extends ExpressionTree>> arguments) {
    for (SourceFile source : SourceFile.product()) {
      new TreeScanner<@Nullable Void, @Nullable Void>() {
        @Override
        public @Nullable Void visitNewClass(NewClassTree made, @Nullable Void nothing) {
          arguments.accept(source, made.getArguments());
          return super.visitNewClass(made, null);
        }

        @Override
        public @Nullable Void visitMethodInvocation(
            MethodInvocationTree call, @Nullable Void nothing) {
          arguments.accept(source, call.getArguments());
          return super.visitMethodInvocation(call, null);
        }
      }.scan(source.tree(), null);
    }
  }

  private static void eachCall(BiConsumer<SourceFile, MethodInvocationTree> what) {
    for (SourceFile source : SourceFile.product()) {
      new TreeScanner<@Nullable Void, @Nullable Void>() {
        @Override
        public @Nullable Void visitMethodInvocation(
            MethodInvocationTree call, @Nullable Void nothing) {
          what.accept(source, call);
          return super.visitMethodInvocation(call, null);
        }
      }.scan(source.tree(), null);
    }
  }

  /** A phrase, or what it begins with before a name is added. */
  private static Stream<String> beginnings(ExpressionTree what) {
    return what instanceof BinaryTree joined
        ? beginnings(joined.getLeftOperand())
        : SourceFile.strings(what);
  }

  private static String key(String phrase) {
    return NO_LETTERS
        .matcher(phrase.strip().replaceFirst("\\.$", "").toLowerCase(Locale.ROOT))
        .replaceAll("-");
  }

  private static String name(ExpressionTree select) {
    return switch (select) {
      case MemberSelectTree member -> member.getIdentifier().toString();
      case IdentifierTree alone -> alone.getName().toString();
      default -> "";
    };
  }
}

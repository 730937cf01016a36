package org.chartseal.views.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every text exists in every language, is asked for, and can be put together. */
final class TextsConsistencyTest {

  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
  private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");
  private static final Pattern COUNTED_PLURAL =
      Pattern.compile(
          "\\{\\d+,number[^}]*\\} [a-z]+s\\b"
              + "|\\{\\d+\\} (entries|claims|lines|tries|bytes|files|documents|patients|years|days|hours)\\b");

  private final List<Bundle> bundles = Bundle.named("texts");
  private final Map<String, List<SourceFile>> sources =
      SourceFile.views().stream().collect(Collectors.groupingBy(SourceFile::packageName));

  @Test
  void every_english_text_has_a_korean_one_and_every_korean_one_an_english() {
    List<String> missing = new ArrayList<>();
    for (Bundle english : bundles) {
      Bundle korean = english.korean();
      paste(missing, english, korean);
      paste(missing, korean, english);
    }
    assertThat(missing).as("paste these, translated").isEmpty();
  }

  @Test
  void a_text_takes_the_same_arguments_in_both_languages() {
    List<String> wrong = new ArrayList<>();
    for (Bundle english : bundles) {
      Map<String, String> korean = english.korean().texts();
      english
          .texts()
          .forEach((key, text) -> {
            String other = korean.getOrDefault(key, text);
            if (!arguments(text).equals(arguments(other))) {
              wrong.add(
                  english
                      + ": "
                      + key
                      + " takes "
                      + arguments(text)
                      + ", in Korean "
                      + arguments(other));
            }
          });
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void keys_are_sorted_and_none_stands_twice() {
    List<String> wrong = new ArrayList<>();
    for (Bundle bundle : all()) {
      List<String> sorted = bundle.keys().stream().sorted().distinct().toList();
      for (int i = 0; i < bundle.keys().size(); i++) {
        if (i >= sorted.size() || !bundle.keys().get(i).equals(sorted.get(i))) {
          wrong.add(bundle + ": sort from " + bundle.keys().get(i) + " on, each key once");
          break;
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void every_text_can_be_put_together() {
    List<String> wrong = new ArrayList<>();
    eachText((at, text) -> {
      try {
        assertThat(new MessageFormat(text)).isNotNull();
      } catch (IllegalArgumentException e) {
        wrong.add(at + ": " + e.getMessage());
      }
      if (LONE_APOSTROPHE.matcher(text).find()) {
        wrong.add(at + ": an apostrophe is written twice");
      }
    });
    assertThat(wrong).isEmpty();
  }

  @Test
  void every_key_that_is_asked_for_exists() {
    List<String> missing = new ArrayList<>();
    for (Bundle bundle : bundles) {
      uses(bundle)
          .keys()
          .forEach((key, place) -> {
            if (!bundle.texts().containsKey(key)) {
              missing.add(bundle + ": " + key + "=…    (" + place + ")");
            }
          });
    }
    assertThat(missing).as("paste these, in every language").isEmpty();
  }

  @Test
  void every_value_of_an_enumeration_that_is_shown_has_its_word() {
    Enumerations enumerations = new Enumerations(SourceFile.product());
    List<String> missing = new ArrayList<>();
    for (Bundle bundle : bundles) {
      uses(bundle)
          .families()
          .forEach((family, place) -> {
            for (String word : enumerations.missing(family(bundle, family))) {
              missing.add(bundle + ": " + family + "." + word + "=…    (" + place + ")");
            }
          });
    }
    assertThat(missing).as("paste these, in every language").isEmpty();
  }

  @Test
  void every_text_is_used() {
    List<String> unused = new ArrayList<>();
    for (Bundle bundle : bundles) {
      TextUses uses = uses(bundle);
      bundle.texts().keySet().stream()
          .filter(key -> !uses.isUsed(key))
          .forEach(key -> unused.add(bundle + ": " + key));
    }
    assertThat(unused).as("remove these, in every language").isEmpty();
  }

  @Test
  void one_is_not_counted_as_many() {
    List<String> wrong = new ArrayList<>();
    for (Bundle bundle : bundles) {
      bundle
          .texts()
          .forEach((key, text) -> {
            if (COUNTED_PLURAL.matcher(withoutChoices(text)).find()) {
              wrong.add(bundle + ": " + key + "=" + text);
            }
          });
    }
    assertThat(wrong).as("write {0,choice,1#1 entry|1<{0,number,integer} entries}").isEmpty();
  }

  private static void paste(List<String> missing, Bundle from, Bundle to) {
    from.texts()
        .forEach((key, text) -> {
          if (!to.texts().containsKey(key)) {
            missing.add(to + ": " + key + "=" + text);
          }
        });
  }

  private static Set<String> arguments(String text) {
    return ARGUMENT
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private TextUses uses(Bundle bundle) {
    return new TextUses(sources.getOrDefault(bundle.packageName(), List.of()));
  }

  private static Set<String> family(Bundle bundle, String family) {
    Set<String> words = new HashSet<>();
    for (String key : bundle.texts().keySet()) {
      if (key.startsWith(family + ".") && key.indexOf('.', family.length() + 1) < 0) {
        words.add(key.substring(family.length() + 1));
      }
    }
    return words;
  }

  private List<Bundle> all() {
    List<Bundle> all = new ArrayList<>();
    for (String name : List.of("texts", "faults", "findings", "reasons", "steps")) {
      for (Bundle english : Bundle.named(name)) {
        all.add(english);
        all.add(english.korean());
      }
    }
    return all;
  }

  private void eachText(BiConsumer<String, String> what) {
    for (Bundle bundle : all()) {
      bundle.texts().forEach((key, text) -> what.accept(bundle + ": " + key, text));
    }
  }

  /** A text without what depends on a number, however deep it is nested. */
  private static String withoutChoices(String text) {
    StringBuilder rest = new StringBuilder();
    int from = 0;
    for (MatchResult choice : Pattern.compile("\\{\\d+,choice,").matcher(text).results().toList()) {
      if (choice.start() < from) {
        continue;
      }
      rest.append(text, from, choice.start());
      from = end(text, choice.start());
    }
    return rest.append(text, from, text.length()).toString();
  }

  private static int end(String text, int begin) {
    int depth = 0;
    for (int i = begin; i < text.length(); i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return text.length();
  }
}

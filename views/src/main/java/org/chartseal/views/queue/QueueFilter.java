package org.chartseal.views.queue;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.chartseal.views.kit.claims.ClaimRow;
import org.chartseal.views.kit.claims.ClaimRow.Stage;

/**
 * Which claims of the queue are shown.
 *
 * @param text words that all have to be there
 * @param hospital its name; empty for all
 */
public record QueueFilter(String text, Waiting waiting, String hospital) {

  /** Shows everything. */
  public static final QueueFilter ALL = new QueueFilter("", Waiting.ALL, "");

  /** For what claims wait. */
  public enum Waiting {
    ALL,
    RULES,
    PERSON,
    HOSPITAL;

    private boolean takes(Stage stage) {
      return switch (this) {
        case ALL -> true;
        case RULES -> stage == Stage.OPEN;
        case PERSON -> stage == Stage.PERSON;
        case HOSPITAL -> stage == Stage.REFUSED;
      };
    }
  }

  /** Looks at each row once. */
  public Predicate<ClaimRow> predicate() {
    List<String> words = List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    return row -> {
      if (!waiting.takes(row.stage())
          || !(hospital.isEmpty() || hospital.equals(row.received().hospital().name()))) {
        return false;
      }
      for (String word : words) {
        if (!row.haystack().contains(word)) {
          return false;
        }
      }
      return true;
    };
  }
}

package org.chartseal.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.RefusedException;

/**
 * Claims as people name them: by their ids, or by as much of them as is shown or tells them apart.
 *
 * @param texts in lower case
 */
record ClaimNames(List<String> texts) {

  /** How much of an id is shown to people. */
  static final int SHOWN = 16;

  private static final int WHOLE = 64;

  /** With less, a slip of the finger could name another claim, which is then paid. */
  private static final int LEAST = 4;

  private static final int FEW = 5;
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{" + LEAST + "," + WHOLE + "}");

  /** Where the ids of the claims come from that can be meant. */
  @FunctionalInterface
  interface Known {
    List<Hash32> ids() throws CommandFailure, RefusedException;
  }

  ClaimNames {
    texts = List.copyOf(texts);
  }

  /** Reads names, before anything is opened. */
  static ClaimNames of(List<String> arguments) throws CommandFailure {
    List<String> texts = new ArrayList<>();
    for (String argument : arguments) {
      String text = argument.toLowerCase(Locale.ROOT);
      if (!FORM.matcher(text).matches()) {
        throw CommandFailure.usage(
            "CS-USE-18",
            "'"
                + argument
                + "' is no claim's id. Give the id, or at least four digits of its beginning, as 'chartseal claim list' shows it.");
      }
      texts.add(text);
    }
    return new ClaimNames(texts);
  }

  /** An id as people are shown it. */
  static String shown(Hash32 id) {
    return id.hex().substring(0, SHOWN);
  }

  /** The claims; those that can be meant are looked up only for ids that are not whole. */
  List<Hash32> among(Known known) throws CommandFailure, RefusedException {
    List<Hash32> candidates =
        texts.stream().allMatch(text -> text.length() == WHOLE) ? List.of() : known.ids();
    List<Hash32> found = new ArrayList<>();
    for (String text : texts) {
      found.add(text.length() == WHOLE ? Hash32.ofHex(text) : one(text, candidates));
    }
    return found;
  }

  private static Hash32 one(String text, List<Hash32> candidates) throws CommandFailure {
    List<Hash32> matching =
        candidates.stream().distinct().filter(id -> id.hex().startsWith(text)).toList();
    if (matching.isEmpty()) {
      throw CommandFailure.usage(
          "CS-USE-33",
          "No claim's id begins with '" + text + "'. 'chartseal claim list' shows them.");
    }
    if (matching.size() > 1) {
      throw CommandFailure.usage(
          "CS-USE-32",
          "The ids of %d claims begin with '%s': %s%s. Write more of the one that is meant."
              .formatted(
                  matching.size(),
                  text,
                  matching.stream()
                      .limit(FEW)
                      .map(id -> apart(id, text))
                      .collect(Collectors.joining(", ")),
                  matching.size() > FEW ? " …" : ""));
    }
    return matching.getFirst();
  }

  /** At least some digits more than were given. */
  private static String apart(Hash32 id, String text) {
    return id.hex().substring(0, Math.min(WHOLE, Math.max(SHOWN, text.length() + SHOWN)));
  }
}

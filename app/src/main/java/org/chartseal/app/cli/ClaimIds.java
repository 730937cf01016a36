package org.chartseal.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.chartseal.services.seal.Hash32;

/** Reads the ids of claims. */
final class ClaimIds {

  private ClaimIds() {}

  static List<Hash32> parse(List<String> texts) throws CommandFailure {
    List<Hash32> ids = new ArrayList<>();
    try {
      for (String text : texts) {
        ids.add(Hash32.ofHex(text));
      }
    } catch (IllegalArgumentException e) {
      throw CommandFailure.usage(
          "CS-USE-18",
          "That is no claim's id. Give it whole, as 'chartseal claim list --json' shows it.");
    }
    return ids;
  }
}

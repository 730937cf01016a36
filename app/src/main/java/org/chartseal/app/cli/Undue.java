package org.chartseal.app.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.Outcome;
import org.chartseal.services.claims.desk.ReceivedClaim;
import org.chartseal.services.seal.Hash32;

/** Why an insurer has nothing to pay, out of the claims that it received. */
final class Undue {

  private final Map<Hash32, String> reasons = new HashMap<>();
  private int open;
  private int underWay;
  private int person;

  Undue(List<ReceivedClaim> received) {
    for (ReceivedClaim claim : received) {
      switch (claim.standing()) {
        case ReceivedClaim.Standing.Open waits -> open++;
        case ReceivedClaim.Standing.Decided(Decision decision, boolean inOutbox) -> {
          underWay += inOutbox ? 1 : 0;
          note(claim, decision, "the plan pays nothing of it");
        }
        case ReceivedClaim.Standing.Paid(Decision decision, var payment) ->
            note(claim, decision, "it is paid");
        case ReceivedClaim.Standing.Refused refused -> {
          // The list of claims says why.
        }
      }
    }
  }

  private void note(ReceivedClaim claim, Decision decision, String otherwise) {
    long waiting =
        decision.result().lines().stream()
            .filter(line -> line.outcome() == Outcome.NEEDS_PERSON)
            .count();
    person += (int) waiting;
    claim
        .id()
        .ifPresent(id ->
            reasons.put(id, waiting == 0 ? otherwise : otherwise + "; " + forPerson(waiting)));
  }

  /** Why nothing of one claim is due. */
  String of(Hash32 claim) {
    return reasons.getOrDefault(claim, "nothing of it was approved");
  }

  /** Why nothing at all is due, and what is to be done first. */
  String words() {
    List<String> words = new ArrayList<>();
    if (open > 0) {
      words.add(
          (open == 1 ? "1 claim is" : open + " claims are")
              + " not decided yet ('chartseal decide --all')");
    }
    if (person > 0) {
      words.add(forPerson(person) + " ('chartseal help decide')");
    }
    if (underWay > 0) {
      words.add((underWay == 1 ? "1 decision is" : underWay + " decisions are") + " not final yet");
    }
    return "Nothing is due: no decided claim waits for payment"
        + (words.isEmpty() ? "." : "; " + String.join(", ", words) + ".");
  }

  private static String forPerson(long lines) {
    return lines == 1 ? "1 line waits for a person" : lines + " lines wait for a person";
  }
}

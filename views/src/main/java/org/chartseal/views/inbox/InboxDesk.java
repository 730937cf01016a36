package org.chartseal.views.inbox;

import java.util.List;
import java.util.Set;
import org.chartseal.services.claims.RuleSentences;
import org.chartseal.services.record.Doubt;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;

/** What the inbox needs. */
public interface InboxDesk {

  /**
   * What there is now.
   *
   * @param claims the organisation's own, newest first
   * @param answers to what the organisation asked of patients, newest request first
   * @param gaps why some may be missing or further than shown
   * @param seen names of the news that this person has seen
   */
  record Mail(
      List<ClaimItem> claims, List<AnswerItem> answers, List<Doubt> gaps, Set<String> seen) {
    public Mail {
      claims = List.copyOf(claims);
      answers = List.copyOf(answers);
      gaps = List.copyOf(gaps);
      seen = Set.copyOf(seen);
    }
  }

  /** Looks what there is now. */
  Mail read(Progress progress) throws RefusedException;

  /** What insurers' rules say of the lines that they decided. */
  RuleSentences rules();

  /** Keeps which news this person has seen. */
  void seen(Set<String> news) throws RefusedException;

  /**
   * Signs and sends the claims that wait as drafts.
   *
   * @return how many
   */
  int send() throws RefusedException;
}

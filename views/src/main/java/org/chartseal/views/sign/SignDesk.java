package org.chartseal.views.sign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.Pin;
import org.chartseal.views.kit.dialog.KeyHolder;

/** What signing needs. */
public interface SignDesk {

  /**
   * An entry of the person who sits here.
   *
   * @param id names it to the desk
   * @param about what it is, as long as this window knows it: it is sealed already
   * @param at when it was sealed
   */
  record Draft(String id, Optional<About> about, Instant at, JobState state) {}

  /** What a sealed entry is, in this window's memory only. */
  record About(String patient, String kind, String title, String date) {}

  /** What waits for this person's signature, and what they signed here and is not forgotten. */
  List<Draft> drafts() throws RefusedException;

  /** The device that signs. */
  KeyHolder signer() throws RefusedException;

  /**
   * Signs all that waits, by one operation of the device.
   *
   * @return how many entries were signed
   */
  int sign(Pin pin, Progress progress) throws RefusedException;

  /** Forgets a draft that is not to be signed. */
  void discard(String id) throws RefusedException;
}

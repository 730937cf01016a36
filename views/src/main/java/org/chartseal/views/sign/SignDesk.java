package org.chartseal.views.sign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.clinical.ContentView;
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
   * @param about what it is; absent if it is sealed and cannot be opened here
   * @param at when it was sealed
   */
  record Draft(String id, Optional<About> about, Instant at, JobState state) {

    /** Whether it waits for a signature: its first, or one for another place. */
    boolean waits() {
      return state == JobState.DRAFT || state == JobState.MOVED;
    }

    /** Whether it may still be read here: it is no part of the record. */
    boolean isOpen() {
      return waits() || state == JobState.FAILED;
    }

    /** Whether it waits, and who signs sees what it is. */
    boolean canBeSigned() {
      return waits() && about.isPresent();
    }
  }

  /** What a sealed entry is, in this window's memory only. */
  record About(String patient, String kind, String title, String date) {}

  /** What waits for this person's signature, and what they signed here and is not forgotten. */
  List<Draft> drafts() throws RefusedException;

  /**
   * What an entry says that is not signed yet, opened from the bytes that will be signed. What is
   * signed belongs to the record, and is read there.
   *
   * @throws RefusedException if it is signed meanwhile, or cannot be opened here
   */
  ContentView content(String id, Progress progress) throws RefusedException;

  /** The device that signs. */
  KeyHolder signer() throws RefusedException;

  /**
   * Signs what was shown, and nothing else, by one operation of the device.
   *
   * @param ids what was shown
   * @return how many entries were signed
   * @throws RefusedException if one of them does not wait any more; then none is signed
   */
  int sign(List<String> ids, Pin pin, Progress progress) throws RefusedException;

  /** Sends what failed once more, as it was signed. */
  void again(String id) throws RefusedException;

  /** Forgets a draft that is not to be signed. */
  void discard(String id) throws RefusedException;
}

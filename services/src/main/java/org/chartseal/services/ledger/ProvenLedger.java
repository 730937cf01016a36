package org.chartseal.services.ledger;

import java.util.Map;
import java.util.Set;

/**
 * The ledger as a reader sees it who trusts no single node (protocol §6, design §3.5).
 *
 * <p>Safe for several threads. Calls block on the network, with deadlines; run them on virtual
 * threads.
 */
public interface ProvenLedger {

  /** Asks all endpoints which block is the newest, and accepts what a quorum agrees on. */
  HeadOutcome head();

  /**
   * Reads words with Merkle proofs against {@code at}, in parallel chunks. Nodes keep the state of
   * old blocks only for a while: take {@code at} from a recent {@link #head()}.
   */
  ReadOutcome read(BlockRef at, LedgerQuery query);

  /**
   * Which of these slots are filled, as one endpoint says without proof: a hint at what is worth
   * proving, and nothing else. None where no endpoint says so.
   */
  default Set<LedgerSlot> perhapsFilled(BlockRef at, Set<LedgerSlot> slots) {
    return Set.of();
  }

  /**
   * What was anchored, for those slots of which some endpoint still keeps the event.
   *
   * <p>A hint that its word refutes is not given, and the next endpoint is asked. One that the word
   * alone can neither prove nor refute ({@link AnchorEvidence#check}) is given when no endpoint has
   * a better one.
   *
   * @param words the slots, with the words that are proven to stand there
   */
  Map<LedgerSlot, AnchorEvidence> evidence(Map<LedgerSlot, Word> words);

  /**
   * Hints at who retracted, for those slots of which some endpoint still keeps the event: what each
   * endpoint says, so that one that invents or hides an event changes nothing. The word alone says
   * which of them is true ({@link Word#matchesRetracted}).
   */
  Map<LedgerSlot, Set<RetractionEvidence>> retractions(Set<LedgerSlot> slots);
}

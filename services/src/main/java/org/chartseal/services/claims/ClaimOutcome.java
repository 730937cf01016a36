package org.chartseal.services.claims;

import java.util.List;
import org.chartseal.services.seal.Fault;

/** What became of making a claim. */
public sealed interface ClaimOutcome {

  /**
   * The claim, ready to be signed.
   *
   * @param leftOut services that are in the record and not in the claim
   */
  record Made(ClaimFile claim, List<LeftOut> leftOut) implements ClaimOutcome {}

  /** There is nothing to bill, or the entry cannot be used. */
  record Refused(Fault fault) implements ClaimOutcome {}

  /** A service that is not billed. */
  record LeftOut(RecordedService service, Reason reason) {}

  /** Why a service is not billed. */
  enum Reason {
    /** The record does not say that it was done. */
    NOT_DONE,
    /** The hospital has no charge for it. */
    NO_CHARGE,
    /** The signed entry has no name for it, because it was signed without the pair's key. */
    NOT_NAMED,
    /** It was billed before. */
    BILLED_BEFORE,
    /** The claim is full. */
    NO_ROOM
  }
}

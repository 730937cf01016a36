package org.chartseal.views.kit.claims;

/** Where a claim was opened from. */
public interface ClaimHost {

  /** The reader wants the list again. */
  void back();

  /** Something was decided about the claim: the list is right about it before it is read again. */
  void changed(ClaimRow now);
}

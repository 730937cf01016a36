package org.chartseal.services.record;

/** What is verified of every entry (DESIGN §3.5); each has its own result and reason. */
public enum Check {
  /** A word for the entry stands in its slot, by a proof against an agreed block. */
  ANCHORED,
  /** The bytes that the store gave hash to the digest that the word holds. */
  BYTES,
  /** The author's signature covers the entry. */
  SIGNATURE,
  /** The author was licensed when it was anchored, and the key was not compromised by then. */
  LICENCE,
  /** The author's certificate leads to a trusted root and was valid when the entry was anchored. */
  CERTIFICATE,
  /** The content's elements hash to the anchored contentRoot. */
  CONTENT,
  /** The entry was not retracted. */
  NOT_RETRACTED,
  /**
   * The entry stands where its lane allows it: no gap before it, not before its predecessor, not
   * after the lane's end.
   */
  ORDER
}

package org.chartseal.services.claims;

/**
 * What is checked about the evidence of a line. The words are the facts {@code evidence.WORD} of a
 * rule pack's tables.
 */
public enum EvidenceKind {
  /** The elements shown lead to the entry's content root. */
  DISCLOSURE("disclosure"),
  /** The author's signature covers the entry. */
  SIGNATURE("signature"),
  /** The ledger holds the entry, under that author, for the hospital that bills. */
  ANCHORED("anchored"),
  /** The author's key was licensed when the entry was anchored and was not compromised before. */
  LICENSED("licensed"),
  /** The entry stands and was not taken back. */
  NOT_RETRACTED("not-retracted"),
  /** The entry is about the patient who is insured. */
  SUBJECT("subject"),
  /** Code, day and nullifier are those of the line. */
  SERVICE("service"),
  /** The amount is the one that the hospital signed for this service, claim and payer. */
  AMOUNT("amount");

  private final String word;

  EvidenceKind(String word) {
    this.word = word;
  }

  /** The word for it in tables and files. */
  public String word() {
    return word;
  }
}

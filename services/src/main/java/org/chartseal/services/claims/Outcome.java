package org.chartseal.services.claims;

/** What was decided about a line. */
public enum Outcome {
  APPROVED,
  DENIED,
  /** The rules do not decide it: nothing is paid and nothing is refused until a person has. */
  NEEDS_PERSON
}

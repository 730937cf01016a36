package org.chartseal.services.seal;

import java.util.HashSet;
import java.util.Set;

/**
 * Verifies what a disclosure proves by itself (§8.1): that its author signed an entry about this
 * patient that holds these elements. Whether the author was licensed, and the entry is anchored and
 * not retracted, the ledger says.
 */
public final class DisclosureVerifier {

  private final SignatureVerifier verifier;
  private final Deployment deployment;

  /**
   * Verifies for this ledger.
   *
   * @param deployment the ledger that the statement must be for
   */
  public DisclosureVerifier(SignatureVerifier verifier, Deployment deployment) {
    this.verifier = verifier;
    this.deployment = deployment;
  }

  /**
   * Verifies a disclosure.
   *
   * @param subject the patient whom it must be about
   */
  public Check verify(Disclosure disclosure, PartyId subject) {
    for (ShownLeaf shown : disclosure.leaves()) {
      if (!shown.root().equals(disclosure.entry().contentRoot())) {
        return new Check.Failed(Faults.NOT_IN_CONTENT);
      }
    }
    if (disclosure.leaves().stream().noneMatch(shown -> isSubject(shown, subject))) {
      return new Check.Failed(Faults.OTHER_SUBJECT);
    }
    if (!hasHeads(disclosure)) {
      return new Check.Failed(Faults.NO_HEAD);
    }
    return disclosure
        .signature()
        .check(verifier, deployment, disclosure.organisation(), disclosure.entry());
  }

  /** The subject's place is fixed, so that no other leaf can pass for it. */
  private static boolean isSubject(ShownLeaf shown, PartyId subject) {
    return shown.place().index() == ContentLeaves.SUBJECT
        && shown.leaf().equals(Leaf.subject(subject));
  }

  /** A head stands before the other leaves of its resource. */
  private static boolean hasHeads(Disclosure disclosure) {
    Set<String> heads = new HashSet<>();
    for (ShownLeaf shown : disclosure.leaves()) {
      Leaf leaf = shown.leaf();
      if (leaf.isHead()) {
        if (!heads.add(leaf.resource())) {
          return false;
        }
      } else if (!leaf.resource().isEmpty() && !heads.contains(leaf.resource())) {
        return false;
      }
    }
    return true;
  }
}

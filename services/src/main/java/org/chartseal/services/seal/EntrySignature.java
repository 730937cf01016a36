package org.chartseal.services.seal;

/**
 * The author's signature of one entry: a statement, and the entry's place in it. An organisation's
 * comes from the ledger's transactions or a seal block, a patient's lies in the manifest (§5).
 */
public record EntrySignature(SignedStatement signed, InclusionProof place) {

  /**
   * Whether it is the signature of this entry, for this ledger and organisation. It says nothing
   * about whose the key is, or whether it was licensed.
   */
  public Check check(
      SignatureVerifier verifier,
      Deployment deployment,
      OrganisationId organisation,
      EntryReference entry) {
    Statement statement = signed.statement();
    if (statement.type() != StatementType.ANCHOR) {
      return new Check.Failed(Faults.OTHER_STATEMENT);
    }
    if (!statement.deployment().equals(deployment)
        || !statement.organisation().equals(organisation)) {
      return new Check.Failed(Faults.OTHER_LEDGER);
    }
    Hash32 leaf = MerkleTree.leafHash(entry.leaf(organisation));
    if (place.size() != statement.count() || !place.root(leaf).equals(statement.root())) {
      return new Check.Failed(Faults.NOT_IN_STATEMENT);
    }
    return signed.verify(verifier) ? new Check.Passed() : new Check.Failed(Faults.BAD_SIGNATURE);
  }
}

package org.chartseal.services.seal;

/** What this package refuses, and what a person is told. */
final class Faults {

  static final Fault UNKNOWN_VERSION =
      new Fault(
          "CS-SEAL-01",
          "This was written by a newer version of Chartseal. Update Chartseal to read it.");
  static final Fault NOT_AUTHENTIC =
      new Fault(
          "CS-SEAL-02",
          "The stored bytes are damaged, or belong to another entry. Fetch them from another store.");
  static final Fault BAD_PADDING =
      new Fault(
          "CS-SEAL-03",
          "The entry is padded in a way that the protocol forbids. Ask its author to correct it.");
  static final Fault MALFORMED_MANIFEST =
      new Fault(
          "CS-SEAL-04",
          "The entry's description is not in the form that the protocol prescribes. Ask its author to correct it.");
  static final Fault WRONG_PLACE =
      new Fault(
          "CS-SEAL-05",
          "The entry's description does not fit the place where the entry stands. Ask its author to correct it.");
  static final Fault WRONG_BYTES =
      new Fault(
          "CS-SEAL-06",
          "The stored bytes are other bytes than the entry names. Fetch them from another store.");
  static final Fault WRONG_LENGTH =
      new Fault(
          "CS-SEAL-07",
          "The content is longer or shorter than the entry says. Ask its author to correct it.");
  static final Fault MALFORMED_CONTENT =
      new Fault(
          "CS-SEAL-08",
          "The content is not in the form that the protocol prescribes. Ask its author to correct it.");
  static final Fault OTHER_CONTENT =
      new Fault(
          "CS-SEAL-09",
          "The content does not lead to the digest that was signed. Do not rely on it.");
  static final Fault OTHER_STATEMENT =
      new Fault(
          "CS-SEAL-10",
          "The signature was made for another purpose, or its statement cannot be read. Do not rely on it.");
  static final Fault OTHER_LEDGER =
      new Fault(
          "CS-SEAL-11",
          "The signature is for another ledger or another organisation. Do not rely on it.");
  static final Fault NOT_IN_STATEMENT =
      new Fault("CS-SEAL-12", "The entry is not among those that were signed. Do not rely on it.");
  static final Fault BAD_SIGNATURE =
      new Fault(
          "CS-SEAL-13", "The signature does not belong to this key and text. Do not rely on it.");
  static final Fault MALFORMED_SEAL_BLOCK =
      new Fault(
          "CS-SEAL-14",
          "A seal block is not in the form that the protocol prescribes. Fetch it from another store.");
  static final Fault MALFORMED_DISCLOSURE =
      new Fault(
          "CS-SEAL-15",
          "The disclosed elements are not in the form that the protocol prescribes. Ask for them again.");
  static final Fault NOT_IN_CONTENT =
      new Fault(
          "CS-SEAL-16",
          "A disclosed element is not in the content that was signed. Do not rely on any of them.");
  static final Fault OTHER_SUBJECT =
      new Fault(
          "CS-SEAL-17",
          "The disclosed elements are about another patient, or do not say about whom.");
  static final Fault NO_HEAD =
      new Fault(
          "CS-SEAL-18",
          "Elements were disclosed without the head of their resource, which may deny what they say. Ask for them again with it.");

  private Faults() {}
}

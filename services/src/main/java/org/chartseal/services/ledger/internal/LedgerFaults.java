package org.chartseal.services.ledger.internal;

import org.chartseal.services.seal.Fault;

/** The ledger's faults, each with its stable code. None names a key, a slot or a whole address. */
public final class LedgerFaults {

  static final Fault UNREACHABLE =
      new Fault(
          "CS-LEDG-01",
          "The ledger endpoint did not answer. Check the connection and the address in the network settings.");
  static final Fault OTHER_CHAIN =
      new Fault(
          "CS-LEDG-02",
          "The endpoint serves another chain than this network's. Correct its address in the network settings.");
  static final Fault MALFORMED =
      new Fault(
          "CS-LEDG-03",
          "The endpoint gave an answer that is not what a ledger node gives. It was left out.");
  static final Fault FORGED_HEADER =
      new Fault(
          "CS-LEDG-04",
          "The endpoint gave a block whose header does not have the hash it claims, or is of a kind this version does not know. It was left out.");
  static final Fault DISAGREES =
      new Fault(
          "CS-LEDG-05",
          "The endpoint names another block than the others at the same height. It was left out.");
  static final Fault NO_QUORUM =
      new Fault(
          "CS-LEDG-06",
          "The network cannot be reached, or too few of its servers agree, so nothing can be proven now. Nothing is lost. Check the connection and try again.");
  static final Fault TOO_OLD =
      new Fault(
          "CS-LEDG-07",
          "The newest block is older than this network allows. Whether consents still hold is unknown until new blocks arrive.");
  static final Fault BEHIND =
      new Fault(
          "CS-LEDG-08",
          "The endpoints show an older ledger than this console has already seen. Whether consents still hold is unknown until they catch up.");
  static final Fault FORGED_PROOF =
      new Fault(
          "CS-LEDG-09",
          "The endpoint gave a proof that does not hold against the agreed block. It lies or is damaged, and was left out.");
  static final Fault OTHER_CONTRACT =
      new Fault(
          "CS-LEDG-10",
          "The contract at the network's address is not the one that the network file names. Do not use this network file before an administrator has explained it.");
  static final Fault BLOCK_NOT_SERVED =
      new Fault(
          "CS-LEDG-11",
          "The endpoint does not serve the state of the block that was read. Try again; if it says so again, use an endpoint that keeps the state of recent blocks.");
  static final Fault NOTHING_HOLDS =
      new Fault(
          "CS-LEDG-12",
          "No endpoint gave a proof that holds, and nothing from this read is shown. Start again; if it says so again, an endpoint lies or is damaged: use another one, and tell your administrator.");
  static final Fault NOTHING_ANSWERS =
      new Fault(
          "CS-LEDG-13", "No ledger endpoint could answer. Check the connection and try again.");
  static final Fault OTHER_STATE =
      new Fault(
          "CS-LEDG-14",
          "While it was read, the endpoint went on to another block and answered for that one. Try again; if it says so again, use another endpoint.");
  static final Fault NOT_TAKEN =
      new Fault("CS-LEDG-20", "No ledger endpoint took the transaction. It will be sent again.");
  static final Fault TOO_LARGE =
      new Fault(
          "CS-LEDG-21",
          "The transaction would need more gas than one transaction may use. Send fewer entries at once.");
  static final Fault RELAYER_POOR =
      new Fault(
          "CS-LEDG-22",
          "The relayer's account cannot pay for the transaction. An administrator must fund it.");
  static final Fault PERHAPS_TAKEN =
      new Fault(
          "CS-LEDG-23",
          "A ledger endpoint broke off after it was given the transaction, so whether it was sent is unknown. Wait until the ledger shows it before you send it again.");
  static final Fault NO_TURN =
      new Fault(
          "CS-LEDG-24",
          "The lock beside the relayer's key cannot be used, so nothing was sent. Check the disk and the rights of the network's folder; it will be sent again.");
  static final Fault STOPPED =
      new Fault(
          "CS-LEDG-25",
          "Sending was stopped before it was the relayer's turn, so nothing was sent. It will be sent again.");
  static final Fault REVERTED =
      new Fault(
          "CS-LEDG-29",
          "The contract refused the transaction without a reason that this version knows.");

  private LedgerFaults() {}

  /** Whether only this block is out of reach, so that a newer one may well be read. */
  public static boolean isPassing(Fault fault) {
    return fault.equals(BLOCK_NOT_SERVED) || fault.equals(OTHER_STATE);
  }

  static Fault of(JsonRpcException e) {
    return switch (e.kind()) {
      case UNREACHABLE -> UNREACHABLE;
      case MALFORMED -> MALFORMED;
      case ERROR -> BLOCK_NOT_SERVED;
    };
  }
}

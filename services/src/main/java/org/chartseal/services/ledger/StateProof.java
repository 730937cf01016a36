package org.chartseal.services.ledger;

import java.util.Map;
import org.chartseal.services.ledger.internal.ProofBundle;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.RefusedException;

/**
 * The raw proofs that words stood in a contract at a block: its header, and of {@code eth_getProof}
 * (EIP-1186) the nodes of the account's and the words' paths, each node once. Whoever holds the
 * block's hash verifies them without a network (docs/decision-file.md).
 */
public final class StateProof {

  private static final Fault NO_PROOF =
      new Fault(
          "CS-LEDG-90",
          "The proofs of the ledger's state are not in the form that the protocol prescribes. Ask for them again.");

  private final ProofBundle bundle;

  /** For the ledger's own readers. */
  public StateProof(ProofBundle bundle) {
    this.bundle = bundle;
  }

  /** What a verification shows. */
  public sealed interface Check {
    /**
     * Every word stood there.
     *
     * @param codeHash Keccak-256 of the runtime code of the contract at the address; which code
     *     counts, the network's file says
     */
    record Holds(Hash32 codeHash) implements Check {}

    /**
     * Something is not proven.
     *
     * @param reason a sentence that names it
     */
    record Fails(String reason) implements Check {}
  }

  /**
   * Reads proofs, of which nothing is verified yet.
   *
   * @throws RefusedException CS-LEDG-90 if the bytes are none
   */
  public static StateProof parse(byte[] bytes) throws RefusedException {
    try {
      return new StateProof(ProofBundle.read(bytes));
    } catch (IllegalArgumentException e) {
      throw new RefusedException(NO_PROOF);
    }
  }

  /** Their bytes: the same for the same proofs. */
  public byte[] bytes() {
    return bundle.bytes();
  }

  /**
   * Verifies that exactly these words stood in a contract at a block.
   *
   * @param at whose hash is to be trusted; its other fields are compared with the header
   */
  public Check verify(
      BlockRef at,
      Address contract,
      Map<LedgerSlot, SlotState> slots,
      Map<LicenceKey, Licence> licences) {
    return bundle.verify(at, contract, slots, licences);
  }
}

package org.chartseal.services.ledger;

import java.math.BigInteger;
import java.util.List;
import org.chartseal.services.ledger.internal.AbiCall;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Hash32;

/** The actions of the settlement, by an organisation's own key. Amounts are in cents. */
public final class SettlementCalls {

  private SettlementCalls() {}

  /** Names the account that receives the organisation's payments from now on. */
  public static ContractCall setPayoutAccount(Address account) {
    return new AbiCall("setPayoutAccount").address(account).call();
  }

  /** By an insurer: takes tokens out of its own pool. */
  public static ContractCall withdraw(BigInteger cents, Address to) {
    return new AbiCall("withdraw").uint(256, cents).address(to).call();
  }

  /**
   * By the organisation that was paid: gives lines back to the pools that paid them, with the
   * relayer's tokens.
   */
  public static ContractCall reverse(Hash32 claim, List<Hash32> nullifiers) {
    return new AbiCall("reverse").word(claim).words(nullifiers).call();
  }
}

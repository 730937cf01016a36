package org.chartseal.services.claims.desk;

import java.util.List;
import org.chartseal.services.claims.Money;
import org.chartseal.services.seal.Hash32;

/**
 * What the settlement contract proves to be paid for a claim.
 *
 * @param paid by the insurer, given back ones apart
 * @param reversed what was given back
 * @param transactions hashes of those that paid, as their receipts say that a node keeps; empty
 *     when none keeps them
 */
public record ClaimPayment(Money paid, Money reversed, List<Hash32> transactions) {

  public ClaimPayment {
    transactions = List.copyOf(transactions);
  }
}

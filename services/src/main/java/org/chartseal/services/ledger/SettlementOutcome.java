package org.chartseal.services.ledger;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;

/** What a proven read of the settlement found. Amounts are in the token's smallest unit. */
public sealed interface SettlementOutcome {

  /**
   * Everything that was asked for.
   *
   * @param pools what each insurer can pay with
   * @param payoutAccounts where each organisation is paid; absent from the map when it has named
   *     none
   * @param spentBy the claim that spends each nullifier; absent from the map when it is free
   * @param payments what was paid for each line; absent from the map when nothing ever was
   */
  record Proven(
      BlockRef at,
      Map<OrganisationId, BigInteger> pools,
      Map<OrganisationId, Address> payoutAccounts,
      Map<SettlementQuery.Service, Hash32> spentBy,
      Map<SettlementQuery.ClaimLine, LinePayment> payments,
      Map<Address, BigInteger> balances,
      List<EndpointFault> faults)
      implements SettlementOutcome {

    /** The claim that spends a nullifier now. */
    public Optional<Hash32> spender(SettlementQuery.Service service) {
      return Optional.ofNullable(spentBy.get(service));
    }

    /** What was paid for a line; it stays after a reversal. */
    public Optional<LinePayment> payment(SettlementQuery.ClaimLine line) {
      return Optional.ofNullable(payments.get(line));
    }
  }

  /** Every endpoint that answered gave a proof that does not hold, or another contract's. */
  record Refused(Fault fault, List<EndpointFault> faults) implements SettlementOutcome {}

  /** No endpoint could answer for this block. */
  record Unavailable(Fault fault, List<EndpointFault> faults) implements SettlementOutcome {}

  /** What was paid for a line of a claim. */
  record LinePayment(OrganisationId payer, BigInteger amount, boolean reversed) {}
}

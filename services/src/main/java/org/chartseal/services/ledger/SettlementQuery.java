package org.chartseal.services.ledger;

import java.util.Set;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;

/**
 * What is to be read of the settlement and its token.
 *
 * @param organisations whose pools and payout accounts
 * @param services whose nullifiers
 * @param lines whose payments
 * @param accounts whose balances of the token
 */
public record SettlementQuery(
    Set<OrganisationId> organisations,
    Set<Service> services,
    Set<ClaimLine> lines,
    Set<Address> accounts) {

  public SettlementQuery {
    organisations = Set.copyOf(organisations);
    services = Set.copyOf(services);
    lines = Set.copyOf(lines);
    accounts = Set.copyOf(accounts);
  }

  /** A service that a hospital billed. */
  public record Service(OrganisationId hospital, Hash32 nullifier) {}

  /** A line of a claim. */
  public record ClaimLine(OrganisationId hospital, Hash32 claim, Hash32 nullifier) {}
}

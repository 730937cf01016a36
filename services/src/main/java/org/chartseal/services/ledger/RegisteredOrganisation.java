package org.chartseal.services.ledger;

import java.util.Set;

/**
 * An organisation as the registry has it at a block (protocol §6.1).
 *
 * @param lanes how many lanes it may allocate in, 0 … 65535
 * @param head its newest seal block
 */
public record RegisteredOrganisation(
    OrganisationStatus status, Set<OrganisationRole> roles, int lanes, SealHead head) {

  public RegisteredOrganisation {
    roles = Set.copyOf(roles);
  }
}

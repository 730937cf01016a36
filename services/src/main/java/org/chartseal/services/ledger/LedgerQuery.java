package org.chartseal.services.ledger;

import java.util.Set;
import org.chartseal.services.seal.OrganisationId;

/** What is to be read and proven at one block. */
public record LedgerQuery(
    Set<LedgerSlot> slots, Set<LicenceKey> licences, Set<OrganisationId> organisations) {

  public LedgerQuery {
    slots = Set.copyOf(slots);
    licences = Set.copyOf(licences);
    organisations = Set.copyOf(organisations);
  }

  /** A query for slots alone. */
  public static LedgerQuery ofSlots(Set<LedgerSlot> slots) {
    return new LedgerQuery(slots, Set.of(), Set.of());
  }
}

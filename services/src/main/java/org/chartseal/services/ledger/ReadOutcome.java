package org.chartseal.services.ledger;

import java.util.List;
import java.util.Map;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.OrganisationId;

/** What a proven read found. */
public sealed interface ReadOutcome {

  /**
   * Every key of the query, each proven against the state root of {@code at}.
   *
   * @param faults endpoints that lied or failed on the way; others answered in their place
   */
  record Proven(
      BlockRef at,
      Map<LedgerSlot, SlotState> slots,
      Map<LicenceKey, Licence> licences,
      Map<OrganisationId, RegisteredOrganisation> organisations,
      List<EndpointFault> faults)
      implements ReadOutcome {}

  /** Every endpoint that answered gave a proof that does not hold, or another contract's. */
  record Refused(Fault fault, List<EndpointFault> faults) implements ReadOutcome {}

  /** No endpoint could answer, or none serves this block any more: take a new head. */
  record Unavailable(Fault fault, List<EndpointFault> faults) implements ReadOutcome {}
}

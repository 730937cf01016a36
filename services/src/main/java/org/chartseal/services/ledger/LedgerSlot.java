package org.chartseal.services.ledger;

import java.nio.ByteBuffer;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Slot;

/** A slot under the organisation that may fill it; organisation 0 for patients' slots. */
public record LedgerSlot(OrganisationId organisation, Slot slot) {

  /**
   * {@code keccak(organisation u256 ‖ slot)}: the slot's key in the contract's mapping and in its
   * events (protocol §6.1).
   */
  public Hash32 key() {
    byte[] number = ByteBuffer.allocate(32).putLong(24, organisation.number()).array();
    return Digests.keccak256(number, slot.value().bytes());
  }
}

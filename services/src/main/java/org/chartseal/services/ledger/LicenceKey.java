package org.chartseal.services.ledger;

import java.nio.ByteBuffer;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.OrganisationId;

/** Names the licence of a key to write for an organisation. */
public record LicenceKey(OrganisationId organisation, KeyId key) {

  /**
   * {@code keccak(organisation u256 ‖ keyId)}: the key of the contract's mapping (protocol §6.1).
   */
  public Hash32 mappingKey() {
    byte[] number = ByteBuffer.allocate(32).putLong(24, organisation.number()).array();
    return Digests.keccak256(number, key.value().bytes());
  }
}

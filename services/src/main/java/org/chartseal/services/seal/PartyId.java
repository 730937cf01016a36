package org.chartseal.services.seal;

import java.nio.ByteBuffer;
import org.chartseal.signing.P256PublicKey;

/**
 * Who takes part in a pair: an organisation by its number, a patient by the SHA-256 of their first
 * signing key (protocol §1).
 */
public record PartyId(Hash32 value) implements Comparable<PartyId> {

  /** The party id of an organisation: its number as a 256-bit word. */
  public static PartyId of(OrganisationId organisation) {
    return new PartyId(
        Hash32.of(ByteBuffer.allocate(32).putLong(24, organisation.number()).array()));
  }

  /** The party id of the patient whose first card had this signing key. */
  public static PartyId ofPatient(P256PublicKey firstSigningKey) {
    return new PartyId(Digests.sha256(firstSigningKey.bytes()));
  }

  @Override
  public int compareTo(PartyId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.hex();
  }
}

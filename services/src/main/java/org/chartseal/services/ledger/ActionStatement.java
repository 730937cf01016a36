package org.chartseal.services.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.StatementType;

/**
 * A {@code registry/1} statement (protocol §1.1): one action of one contract, ordered once.
 *
 * @param contract chain, and the contract that is to perform it: the ledger, or the settlement
 * @param organisation for which the key acts; {@link OrganisationId#PATIENTS} (0) for a registrar
 * @param nonce the key's next nonce in that contract ({@link Relay#nextNonce})
 * @param notAfter last second in which it may be performed
 */
public record ActionStatement(
    Deployment contract,
    OrganisationId organisation,
    ContractCall call,
    long nonce,
    Instant notAfter) {

  /** The payload that is signed: 132 bytes. */
  public byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(StatementType.REGISTRY.prefix());
    out.writeBytes(contract.bytes());
    out.writeBytes(ByteBuffer.allocate(8).putLong(organisation.number()).array());
    out.writeBytes(call.digest().bytes());
    out.writeBytes(
        ByteBuffer.allocate(12).putInt((int) nonce).putLong(notAfter.getEpochSecond()).array());
    return out.toByteArray();
  }
}

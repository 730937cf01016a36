package org.chartseal.services.identity.internal;

import java.nio.ByteBuffer;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.SlotPoint;
import org.chartseal.services.seal.StatementType;
import org.chartseal.signing.P256PublicKey;

/** The byte layouts that cards and visits sign (protocol §1.1). */
public final class Payloads {

  private final Deployment deployment;

  public Payloads(Deployment deployment) {
    this.deployment = deployment;
  }

  /** What a signing key signs to show that it is held together with the other values of a card. */
  public byte[] possession(
      OrganisationId issuer,
      P256PublicKey signing,
      P256PublicKey agreement,
      SlotPoint point,
      Hash32 nonce) {
    return begin(StatementType.POSSESSION, 8 + 64 + 64 + 33 + 32)
        .putLong(issuer.number())
        .put(signing.bytes())
        .put(agreement.bytes())
        .put(point.bytes())
        .put(nonce.bytes())
        .array();
  }

  /** What the patient's card signs at a first visit. */
  public byte[] challenge(OrganisationId organisation, Hash32 nonce, Hash32 confirmation) {
    return begin(StatementType.CHALLENGE, 8 + 32 + 32)
        .putLong(organisation.number())
        .put(nonce.bytes())
        .put(confirmation.bytes())
        .array();
  }

  /** What an issuer signs. */
  public byte[] card(byte[] body) {
    byte[] type = StatementType.CARD.prefix();
    return ByteBuffer.allocate(type.length + body.length).put(type).put(body).array();
  }

  private ByteBuffer begin(StatementType type, int more) {
    return ByteBuffer.allocate(StatementType.LENGTH + 32 + 20 + more)
        .put(type.prefix())
        .put(deployment.bytes());
  }
}

package org.chartseal.services.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.bouncycastle.util.BigIntegers;
import org.chartseal.services.ledger.internal.LedgerWords;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.Hash32;

/** The EIP-712 digests that a patient's slot key signs (protocol §6.2, §6.3). */
public final class PatientDigests {

  private static final String FIELDS =
      "(bytes32 manifestDigest,bytes32 contentRoot,uint64 notAfter)";
  private static final Hash32 ANCHOR = hash("Anchor" + FIELDS);
  private static final Hash32 RETRACT = hash("Retract" + FIELDS);
  private static final Hash32 DOMAIN =
      hash("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
  private static final byte[] PREFIX = {0x19, 0x01};

  private PatientDigests() {}

  /** What is signed to anchor. */
  public static Hash32 anchor(
      Deployment deployment, Hash32 manifestDigest, Hash32 contentRoot, Instant notAfter) {
    return digest(ANCHOR, deployment, manifestDigest, contentRoot, notAfter);
  }

  /** What is signed to retract. */
  public static Hash32 retract(
      Deployment deployment, Hash32 manifestDigest, Hash32 contentRoot, Instant notAfter) {
    return digest(RETRACT, deployment, manifestDigest, contentRoot, notAfter);
  }

  private static Hash32 digest(
      Hash32 type, Deployment deployment, Hash32 manifest, Hash32 content, Instant notAfter) {
    Hash32 domain =
        Digests.keccak256(
            DOMAIN.bytes(),
            hash("Chartseal").bytes(),
            hash("1").bytes(),
            BigIntegers.asUnsignedByteArray(32, deployment.chainId()),
            LedgerWords.of(deployment.ledger()).bytes());
    Hash32 message =
        Digests.keccak256(
            type.bytes(),
            manifest.bytes(),
            content.bytes(),
            LedgerWords.of(notAfter.getEpochSecond()).bytes());
    return Digests.keccak256(PREFIX, domain.bytes(), message.bytes());
  }

  private static Hash32 hash(String text) {
    return Digests.keccak256(text.getBytes(StandardCharsets.US_ASCII));
  }
}

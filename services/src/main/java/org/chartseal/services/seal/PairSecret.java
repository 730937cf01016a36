package org.chartseal.services.seal;

import java.nio.charset.StandardCharsets;
import org.chartseal.services.seal.internal.ByteSink;
import org.chartseal.services.seal.internal.Hkdf;
import org.chartseal.services.seal.internal.Hmac;
import org.chartseal.services.seal.internal.SecretBytes;
import org.chartseal.signing.P256PublicKey;
import org.chartseal.signing.SharedSecret;

/**
 * What two parties share, and a patient with themself (§2). Both compute it alone; nothing about it
 * is ever published.
 */
public final class PairSecret implements AutoCloseable {

  private static final int SUITE = 1;

  private final SecretBytes secret;

  private PairSecret(SecretBytes secret) {
    this.secret = secret;
  }

  /**
   * Derives the secret of a pair. The parties may be given in either order. Their ids and keys are
   * part of the derivation, so that nobody can make one party believe that it shares a secret with
   * another (unknown key share).
   *
   * @param agreed what the agreement keys of the two agree on; the caller closes it
   * @throws IllegalArgumentException if a party is paired with itself under two different keys
   */
  public static PairSecret derive(
      SharedSecret agreed,
      Deployment deployment,
      PartyId one,
      P256PublicKey agreeOne,
      PartyId other,
      P256PublicKey agreeOther) {
    int order = one.compareTo(other);
    if (order == 0 && !agreeOne.equals(agreeOther)) {
      throw new IllegalArgumentException("the pair of a party with itself has one key");
    }
    ByteSink info = ByteSink.labelled(Labels.PAIR).u16(SUITE);
    deployment.writeTo(info);
    boolean inOrder = order <= 0;
    info.put((inOrder ? one : other).value().bytes()).put((inOrder ? other : one).value().bytes());
    info.put((inOrder ? agreeOne : agreeOther).bytes())
        .put((inOrder ? agreeOther : agreeOne).bytes());
    try (SecretBytes extracted =
        SecretBytes.owning(agreed.use(x -> Hkdf.extract(new byte[0], x)))) {
      return new PairSecret(extracted.expand(info.toByteArray()));
    }
  }

  /**
   * The key of one writer's streams of one class and generation.
   *
   * @param generation from 0
   */
  public ClassKey classKey(PartyId writer, SensitivityClass sensitivity, int generation) {
    byte[] code = sensitivity.code().getBytes(StandardCharsets.US_ASCII);
    ByteSink info =
        ByteSink.labelled(Labels.CLASS).put(writer.value().bytes()).u8(code.length).put(code);
    return new ClassKey(
        secret.expand(info.u32(Labels.u31(generation, "a generation")).toByteArray()));
  }

  /**
   * Names a document that one writer files, the same in every generation and year, and tells
   * nothing to whoever lacks this secret. It never leaves the writer's outbox.
   */
  public Hash32 document(PartyId writer, Hash32 fingerprint) {
    byte[] message =
        new ByteSink(64).put(writer.value().bytes()).put(fingerprint.bytes()).toByteArray();
    return mac(Labels.DOCUMENT, message);
  }

  /**
   * What a patient answers to an organisation's nonce at first use, beside the signature (§1.4).
   */
  public Hash32 confirmation(Hash32 nonce) {
    return mac(Labels.CONFIRM, nonce.bytes());
  }

  /** The key under which this pair names billable services (§8.2). The caller closes it. */
  public NullifierKey nullifierKey() {
    return new NullifierKey(secret.expand(ByteSink.labelled(Labels.NULLIFIER).toByteArray()));
  }

  /** Wipes the secret. May be called again. */
  @Override
  public void close() {
    secret.close();
  }

  @Override
  public String toString() {
    return "PairSecret[…]";
  }

  private Hash32 mac(String label, byte[] message) {
    return Hash32.of(
        secret.use(key -> Hmac.of(key, label.getBytes(StandardCharsets.US_ASCII), message)));
  }
}

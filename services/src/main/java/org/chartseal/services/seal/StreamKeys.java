package org.chartseal.services.seal;

import java.math.BigInteger;
import org.chartseal.services.seal.internal.ByteSink;
import org.chartseal.services.seal.internal.Hkdf;
import org.chartseal.services.seal.internal.Hmac;
import org.chartseal.services.seal.internal.Secp256k1;
import org.chartseal.services.seal.internal.SecretBytes;

/**
 * Where the entries of one stream are, and the keys of each (§2). Safe for use by several threads.
 */
public final class StreamKeys implements AutoCloseable {

  private final SecretBytes contentKey;
  private final SecretBytes slotKey;

  StreamKeys(SecretBytes contentKey, SecretBytes slotKey) {
    this.contentKey = contentKey;
    this.slotKey = slotKey;
  }

  /** The slot of an organisation's entry. A patient's is {@link SlotPoint#slot}. */
  public Slot organisationSlot(Place place) {
    byte[] message = place(new ByteSink(16), place).toByteArray();
    return new Slot(Hash32.of(slotKey.use(key -> Hmac.of(key, message))));
  }

  /**
   * The number t, below the order of secp256k1, by which a patient's slot point is moved for one
   * entry.
   */
  public BigInteger patientTweak(Place place) {
    byte[] info = place(ByteSink.labelled(Labels.POINT), place).toByteArray();
    try (SecretBytes wide = SecretBytes.owning(slotKey.use(key -> Hkdf.expand(key, info, 48)))) {
      return wide.use(bytes -> new BigInteger(1, bytes)).mod(Secp256k1.ORDER);
    }
  }

  /** The key of one entry, which the caller closes. */
  public EntryKey entryKey(Place place) {
    return new EntryKey(
        contentKey.expand(place(ByteSink.labelled(Labels.ENTRY), place).toByteArray()));
  }

  /**
   * A name for the stream that says nothing about it and reveals neither key: to tell streams apart
   * in the outbox. Both sides of a pair and every holder of a capability compute the same one.
   */
  public Hash32 fingerprint() {
    byte[] info = ByteSink.labelled(Labels.STREAM).toByteArray();
    return Hash32.of(slotKey.use(key -> Hkdf.expand(key, info, 32)));
  }

  /** Wipes both keys. May be called again. */
  @Override
  public void close() {
    contentKey.close();
    slotKey.close();
  }

  @Override
  public String toString() {
    return "StreamKeys[…]";
  }

  private static ByteSink place(ByteSink sink, Place place) {
    return sink.u16(place.lane()).u32(place.n());
  }
}

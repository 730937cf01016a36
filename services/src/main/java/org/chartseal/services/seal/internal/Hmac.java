package org.chartseal.services.seal.internal;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.ShortBufferException;

/** HMAC-SHA256 (RFC 2104) under one key, for one thread and many messages. */
public final class Hmac {

  /** Length of an authentication code. */
  public static final int LENGTH = 32;

  private final Mac mac;

  /** Uses this key, which is not kept. */
  public Hmac(byte[] key) {
    // An empty key and one zero byte are the same to HMAC, and JCA refuses the first.
    LentKey lent = new LentKey("HmacSHA256", key.length == 0 ? new byte[1] : key);
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(lent);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  /** Adds to the message. */
  public Hmac update(byte[] part) {
    mac.update(part);
    return this;
  }

  /** Ends the message and begins the next. */
  public byte[] finish() {
    return mac.doFinal();
  }

  /** Ends the message, writes the code to {@code target} and begins the next. */
  public void finish(byte[] target, int offset) {
    try {
      mac.doFinal(target, offset);
    } catch (ShortBufferException e) {
      throw new IllegalArgumentException("no room for an authentication code", e);
    }
  }

  /** The code of one message. */
  public static byte[] of(byte[] key, byte[]... parts) {
    Hmac hmac = new Hmac(key);
    for (byte[] part : parts) {
      hmac.update(part);
    }
    return hmac.finish();
  }
}

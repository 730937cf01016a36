package org.chartseal.services.seal;

import org.chartseal.services.seal.internal.SecretBytes;

/**
 * The labels that keep one use of a key from another (§2, §3), and the checks of what goes with
 * them.
 */
final class Labels {

  static final String PAIR = "chartseal/pair/1";
  static final String CLASS = "chartseal/class/1";
  static final String YEAR = "chartseal/year/1";
  static final String CONTENT = "chartseal/content/1";
  static final String SLOT = "chartseal/slot/1";
  static final String ENTRY = "chartseal/entry/1";
  static final String POINT = "chartseal/point/1";
  static final String SLOT_POINT = "chartseal/slot-point/1";
  static final String MANIFEST = "chartseal/manifest/1";
  static final String CHUNK = "chartseal/chunk/1";
  static final String SALT = "chartseal/salt/1";
  static final String BLOCK = "chartseal/block/1";
  static final String RECORD = "chartseal/record/1";
  static final String CONFIRM = "chartseal/confirm/1";
  static final String POSSESSION = "chartseal/possession/1";
  static final String NULLIFIER = "chartseal/nullifier/1";
  static final String DOCUMENT = "chartseal/document/1";
  static final String STREAM = "chartseal/stream/1";

  /** Length of every key. */
  static final int KEY = 32;

  private Labels() {}

  static SecretBytes key(byte[] bytes) {
    if (bytes.length != KEY) {
      throw new IllegalArgumentException("a key has 32 bytes");
    }
    return SecretBytes.copyOf(bytes);
  }

  static int u16(int value, String what) {
    if (value < 0 || value > 0xffff) {
      throw new IllegalArgumentException(what + " is in 0 … 65535");
    }
    return value;
  }

  static int u31(int value, String what) {
    if (value < 0) {
      throw new IllegalArgumentException(what + " is not negative");
    }
    return value;
  }
}

package org.chartseal.signing.pkcs11;

import java.util.Locale;

/** A module's return value other than CKR_OK. */
final class CryptokiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final long SLOT_ID_INVALID = 0x3;
  private static final long DEVICE_REMOVED = 0x32;
  private static final long TOKEN_NOT_PRESENT = 0xE0;
  private static final long TOKEN_NOT_RECOGNIZED = 0xE1;

  private final long result;

  CryptokiException(long result) {
    super(name(result));
    this.result = result;
  }

  private static String name(long result) {
    return String.format(Locale.ROOT, "CKR 0x%08X", result);
  }

  String returnValue() {
    return name(result);
  }

  boolean isTokenGone() {
    return result == SLOT_ID_INVALID
        || result == DEVICE_REMOVED
        || result == TOKEN_NOT_PRESENT
        || result == TOKEN_NOT_RECOGNIZED;
  }
}

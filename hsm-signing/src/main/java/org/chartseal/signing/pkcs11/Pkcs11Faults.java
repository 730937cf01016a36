package org.chartseal.signing.pkcs11;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartseal.signing.DeviceFault;
import org.chartseal.signing.DeviceFault.Code;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What can go wrong with a token, in words. */
final class Pkcs11Faults {
  private static final Logger LOG = LoggerFactory.getLogger(Pkcs11Faults.class);

  /** SunPKCS11 tells a module's return value only in messages, by its name in the standard. */
  private static final Pattern RETURN_VALUE = Pattern.compile("CKR_[A-Z0-9_]+");

  private static final Set<String> GONE =
      Set.of(
          "CKR_TOKEN_NOT_PRESENT",
          "CKR_TOKEN_NOT_RECOGNIZED",
          "CKR_DEVICE_REMOVED",
          "CKR_SLOT_ID_INVALID",
          "CKR_OBJECT_HANDLE_INVALID",
          "CKR_KEY_HANDLE_INVALID");
  private static final Set<String> LOCKED = Set.of("CKR_USER_NOT_LOGGED_IN", "CKR_SESSION_CLOSED");

  private Pkcs11Faults() {}

  /** The return value behind an exception of SunPKCS11, for instance {@code CKR_PIN_INCORRECT}. */
  static Optional<String> returnValue(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      Matcher name = RETURN_VALUE.matcher(String.valueOf(cause.getMessage()));
      if (name.find()) {
        return Optional.of(name.group());
      }
    }
    return Optional.empty();
  }

  static DeviceFault of(Exception e) {
    String value = returnValue(e).orElse("");
    if (GONE.contains(value) || saysRemoved(e)) {
      return removed();
    }
    if (LOCKED.contains(value)) {
      return new DeviceFault(Code.SESSION_CLOSED, "The token is locked. Enter the PIN again.");
    }
    LOG.warn("A token answered with an error.", e);
    return deviceError(value);
  }

  static DeviceFault of(CryptokiException e) {
    return e.isTokenGone() ? removed() : deviceError(e.returnValue());
  }

  /** SunPKCS11 (Token.ensureValid) has no other sign of it than this message. */
  private static boolean saysRemoved(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if ("Token has been removed".equals(cause.getMessage())) {
        return true;
      }
    }
    return false;
  }

  static DeviceFault removed() {
    return new DeviceFault(
        Code.REMOVED, "The token is no longer there. Connect it again and enter the PIN.");
  }

  private static DeviceFault deviceError(String value) {
    String detail = value.isEmpty() ? "" : " (" + value + ")";
    return new DeviceFault(
        Code.DEVICE_ERROR,
        "The token answered with an error"
            + detail
            + ". Try again; if it stays, tell the administrator.");
  }

  static DeviceFault moduleUnavailable() {
    return new DeviceFault(
        Code.MODULE_UNAVAILABLE,
        "The PKCS#11 module cannot be loaded. Check its file in the settings and that the HSM's software is installed.");
  }

  static DeviceFault tokenUnavailable() {
    return new DeviceFault(
        Code.TOKEN_UNAVAILABLE,
        "No token of this label is connected. Connect it, or choose another in the settings.");
  }

  static DeviceFault tokenAmbiguous() {
    return new DeviceFault(
        Code.TOKEN_UNAVAILABLE,
        "Several connected tokens carry this label. Leave only the one that is meant.");
  }
}

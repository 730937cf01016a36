package org.chartseal.signing;

/**
 * Why a device did not do what it was asked, for a person to read.
 *
 * @param code what happened, stable across versions; shown beside the sentence
 * @param sentence what happened and what to do, in English; holds no PIN, key, path or patient
 */
public record DeviceFault(Code code, String sentence) {

  /** The kinds of fault. A number, once given, keeps its meaning. */
  public enum Code {
    /** The card or token was taken out, or the key file is gone. */
    REMOVED("CS-SIGN-01"),
    /** The device does not hold the key that was asked for. */
    KEY_NOT_FOUND("CS-SIGN-02"),
    /** The key is there and of another purpose or kind. */
    KEY_NOT_USABLE("CS-SIGN-03"),
    /** The device refused the other party's point. */
    POINT_REFUSED("CS-SIGN-04"),
    /** The key file cannot be read: missing rights, or a disk that fails. */
    FILE_UNREADABLE("CS-SIGN-05"),
    /** The file is no PKCS#12 key file, or not as it was written. */
    FILE_DAMAGED("CS-SIGN-06"),
    /** The PKCS#11 module cannot be loaded. */
    MODULE_UNAVAILABLE("CS-SIGN-07"),
    /** The module is there, the token is not. */
    TOKEN_UNAVAILABLE("CS-SIGN-08"),
    /** The session was locked; the PIN is needed again. */
    SESSION_CLOSED("CS-SIGN-09"),
    /** The device answered with an error of its own. */
    DEVICE_ERROR("CS-SIGN-10"),
    /** The key file was not written; nothing was changed. */
    FILE_NOT_WRITTEN("CS-SIGN-11");

    private final String shortCode;

    Code(String shortCode) {
      this.shortCode = shortCode;
    }

    /** For instance {@code CS-SIGN-01}. */
    public String shortCode() {
      return shortCode;
    }
  }
}

package org.chartseal.signing.pkcs12;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.chartseal.signing.DeviceFault;
import org.chartseal.signing.DeviceFault.Code;

/** What can go wrong with a key file, in words. */
final class Pkcs12Faults {
  private Pkcs12Faults() {}

  static DeviceFault of(IOException e) {
    return e instanceof NoSuchFileException ? gone() : unreadable();
  }

  static DeviceFault gone() {
    return new DeviceFault(
        Code.REMOVED,
        "The key file is not where it was. Bring it back, or choose it again in the settings.");
  }

  static DeviceFault unreadable() {
    return new DeviceFault(
        Code.FILE_UNREADABLE, "The key file cannot be read. Check that this account may read it.");
  }

  static DeviceFault notAKeyFile() {
    return new DeviceFault(
        Code.FILE_DAMAGED,
        "This is not a PKCS#12 key file, or it is damaged. Choose another file, or restore it from a copy.");
  }

  static DeviceFault altered() {
    return new DeviceFault(
        Code.FILE_DAMAGED,
        "The key file is not as it was written: its contents and its seal do not agree. Restore it from a copy.");
  }

  static DeviceFault hidden() {
    return new DeviceFault(
        Code.KEY_NOT_USABLE,
        "The key file does not show whose it is before the PIN. Make a new key file with Chartseal.");
  }

  static DeviceFault otherKey() {
    return new DeviceFault(
        Code.FILE_DAMAGED,
        "A private key in the file does not belong to its certificate. Restore the file from a copy.");
  }

  static DeviceFault exists() {
    return new DeviceFault(
        Code.FILE_NOT_WRITTEN,
        "There is a file of this name already, and it may hold keys. Choose another name.");
  }

  static DeviceFault notWritten() {
    return new DeviceFault(
        Code.FILE_NOT_WRITTEN,
        "The key file could not be written. Check the free space and that this account may write there.");
  }

  static DeviceFault softwareError() {
    return new DeviceFault(
        Code.DEVICE_ERROR, "The key could not be used. Lock, unlock and try again.");
  }
}

package org.chartseal.views.kit.dialog;

import java.util.function.Supplier;
import org.chartseal.signing.PinStatus;

/**
 * Whose PIN is asked for.
 *
 * @param name the owner of the key
 * @param kind on what the key is
 * @param status how many tries are left, as far as the device says
 * @param ask asks the device again, off the JavaFX thread
 */
public record KeyHolder(String name, Kind kind, PinStatus status, Supplier<PinStatus> ask) {

  /** On what keys are. */
  public enum Kind {
    /** A PKCS#12 file, for demonstrations and development. */
    FILE,
    /** A hardware security module, through PKCS#11. */
    HSM
  }
}

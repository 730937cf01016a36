package org.chartseal.views.timeline.model;

import java.util.List;

/** How far an item can be relied on, from the best to the worst. */
public enum Grade {
  PROVEN(0),
  /** Not checked yet, or not to be checked now. */
  UNKNOWN(1),
  RETRACTED(2),
  DOUBTFUL(3),
  FAILED(4);

  /** All of them, where an item of the list stands at its {@link #code()}. */
  public static final List<Grade> BY_CODE = List.of(values());

  private final byte code;

  Grade(int code) {
    this.code = (byte) code;
  }

  /** A small number that keeps the order. */
  public byte code() {
    return code;
  }
}

package org.chartseal.app.cli;

/**
 * A number of things, in words.
 *
 * @param one the thing, of which several end in s
 */
record Counted(long number, String one) {

  @Override
  public String toString() {
    return number + " " + one + (number == 1 ? "" : "s");
  }
}

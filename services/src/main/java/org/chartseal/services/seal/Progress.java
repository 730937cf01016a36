package org.chartseal.services.seal;

/** How a long action says how far it is, and learns that it is to stop. */
@FunctionalInterface
public interface Progress {

  /** Tells nobody and never stops. */
  Progress NONE = (done, total, what) -> true;

  /**
   * Called from the thread that works, before each step.
   *
   * @param done steps done so far
   * @param total steps in all, as far as is known; 0 if it is not
   * @param what the present step, a few words without content
   * @return false to ask the action to stop
   */
  boolean step(long done, long total, String what);
}

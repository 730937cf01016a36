package org.chartseal.app.cli;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes in the log what nobody was prepared for. Messages of unknown exceptions may hold names and
 * paths; their types and places do not.
 */
public final class Unexpected implements Thread.UncaughtExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Unexpected.class);
  private static final int MOST_PLACES = 8;

  @Override
  public void uncaughtException(Thread thread, Throwable e) {
    note(e);
  }

  void note(Throwable e) {
    LOG.error("unexpected {} at {}", e.getClass().getName(), place(e));
  }

  private static String place(Throwable e) {
    StringBuilder places = new StringBuilder();
    StackTraceElement[] trace = e.getStackTrace();
    for (int i = 0; i < Math.min(MOST_PLACES, trace.length); i++) {
      places.append(i == 0 ? "" : " < ").append(trace[i]);
    }
    Throwable cause = e.getCause();
    return cause == null
        ? places.toString()
        : places + "; caused by " + cause.getClass().getName() + " at " + place(cause);
  }
}

package org.chartseal.views.shell;

/** Where the lamps look. */
@FunctionalInterface
public interface StatusSource {

  /** Looks now; takes time. What is wrong is part of the status. */
  ConsoleStatus look();
}

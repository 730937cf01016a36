package org.chartseal.app.cli;

import org.chartseal.services.seal.Fault;

/** While it is open, whoever stops the process (Ctrl-C) is told what that means. */
final class Interruption implements AutoCloseable {

  private final Thread hook;

  private Interruption(Thread hook) {
    this.hook = hook;
  }

  /**
   * @param fault what to say then
   */
  static Interruption says(Output output, Fault fault) {
    Thread hook = Thread.ofPlatform().unstarted(() -> output.failure(fault));
    Runtime.getRuntime().addShutdownHook(hook);
    return new Interruption(hook);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is being stopped, and the hook says so.
    }
  }
}

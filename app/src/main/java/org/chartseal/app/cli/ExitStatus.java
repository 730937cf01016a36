package org.chartseal.app.cli;

/** What the process ends with. */
enum ExitStatus {
  /** Everything that was asked for is done. */
  DONE(0),
  /** Done, but something was refused or failed verification. */
  REFUSED(1),
  /** The command was not understood, or names something that is not there. */
  USAGE(2),
  /** The home folder, the network or the machine keeps it from working. */
  ENVIRONMENT(3);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}

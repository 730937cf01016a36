package org.chartseal.app.cli;

import org.chartseal.services.seal.Fault;

/** A command cannot be carried out. */
final class CommandFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Fault fault;
  private final ExitStatus status;

  private CommandFailure(ExitStatus status, Fault fault) {
    super(fault.code() + ": " + fault.sentence());
    this.fault = fault;
    this.status = status;
  }

  /** What was asked for names something that is not there, or makes no sense. */
  static CommandFailure usage(String code, String sentence) {
    return new CommandFailure(ExitStatus.USAGE, new Fault(code, sentence));
  }

  /** Somebody or something said no. */
  static CommandFailure refused(Fault fault) {
    return new CommandFailure(ExitStatus.REFUSED, fault);
  }

  /** The machine, the home or the network is not fit for it. */
  static CommandFailure environment(Fault fault) {
    return new CommandFailure(ExitStatus.ENVIRONMENT, fault);
  }

  Fault fault() {
    return fault;
  }

  ExitStatus status() {
    return status;
  }
}

package org.chartseal.app.cli;

import org.chartseal.app.home.HomeException;
import org.chartseal.app.wiring.UnavailableException;
import org.chartseal.services.outbox.OutboxException;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns whatever ends a command into a sentence, a code and an exit status. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private static final Fault UNEXPECTED =
      new Fault(
          "CS-APP-01",
          "Something went wrong that Chartseal was not prepared for. Nothing that was signed is lost. Run 'chartseal doctor'.");

  private final Invocation invocation;

  Failures(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
    return switch (e) {
      case CommandFailure failure -> end(failure.status(), failure.fault());
      case HomeException home -> end(ExitStatus.ENVIRONMENT, home.fault());
      case OutboxException outbox -> end(ExitStatus.ENVIRONMENT, outbox.fault());
      case UnavailableException unavailable -> end(ExitStatus.ENVIRONMENT, unavailable.fault());
      case RefusedException refused -> end(ExitStatus.REFUSED, refused.fault());
      default -> {
        // Messages of unknown exceptions may hold names and paths; their types and places do not.
        LOG.error("unexpected {} at {}", e.getClass().getName(), place(e));
        yield end(ExitStatus.ENVIRONMENT, UNEXPECTED);
      }
    };
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    boolean json = java.util.Arrays.asList(arguments).contains("--json");
    if (json) {
      String words = String.valueOf(e.getMessage());
      new JsonOutput(invocation.terminal()).failure(new Fault("CS-USE-01", words));
    } else {
      CommandLine line = e.getCommandLine();
      line.getErr().println(e.getMessage());
      line.usage(line.getErr());
    }
    return ExitStatus.USAGE.code();
  }

  private int end(ExitStatus status, Fault fault) {
    invocation.output().failure(fault);
    return status.code();
  }

  private static String place(Throwable e) {
    StringBuilder places = new StringBuilder();
    StackTraceElement[] trace = e.getStackTrace();
    for (int i = 0; i < Math.min(8, trace.length); i++) {
      places.append(i == 0 ? "" : " < ").append(trace[i]);
    }
    Throwable cause = e.getCause();
    return cause == null
        ? places.toString()
        : places + "; caused by " + cause.getClass().getName() + " at " + place(cause);
  }
}

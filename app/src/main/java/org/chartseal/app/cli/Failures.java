package org.chartseal.app.cli;

import java.util.Arrays;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.wiring.UnavailableException;
import org.chartseal.services.outbox.OutboxException;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.RefusedException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns whatever ends a command into a sentence, a code and an exit status. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

  private static final Fault UNEXPECTED =
      new Fault(
          "CS-APP-01",
          "Something went wrong that Chartseal was not prepared for. Nothing that was signed is lost. Run 'chartseal doctor'.");

  private final Invocation invocation;
  private final Unexpected unexpected = new Unexpected();

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
        unexpected.note(e);
        yield end(ExitStatus.ENVIRONMENT, UNEXPECTED);
      }
    };
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    // What was not understood may be the very option.
    boolean json = Arrays.asList(arguments).contains("--json");
    invocation.output(json).failure(new Fault("CS-USE-01", WrongUse.words(e)));
    return ExitStatus.USAGE.code();
  }

  private int end(ExitStatus status, Fault fault) {
    invocation.output().failure(fault);
    return status.code();
  }
}

package org.chartseal.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.chartseal.services.claims.DecisionFile;
import org.chartseal.services.claims.PackLibrary;
import org.chartseal.services.claims.Replay;
import org.chartseal.services.claims.ReplayOutcome;
import org.chartseal.services.seal.CryptoEngine;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code chartseal replay}: needs no home, no network and no key. A home's network is asked about
 * the block, where there is one.
 */
@Command(
    name = "replay",
    description = {
      "Decides again from decisions' files, offline, and compares line by line.",
      "A file that cannot be decided again does not keep the others from it.",
      "It verifies the proofs that the ledger held at the named block what was decided from. If this home has a network, it is asked whether it has that block."
    },
    footer = {
      "",
      "Examples:",
      "  chartseal replay ~/clinic/claims/1f0c2b3a4d5e6f70.decision",
      "  chartseal replay ~/clinic/claims/*.decision"
    })
final class ReplayCommand implements Callable<Integer> {

  private static final int MAX_BYTES = 64 << 20;

  private final Invocation invocation;

  @Parameters(
      paramLabel = "DECISION-FILE",
      arity = "1..*",
      description = "As 'chartseal claim list' leaves them; one or several.")
  private List<Path> files = List.of();

  ReplayCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    ExitStatus worst = ExitStatus.DONE;
    for (Path file : files) {
      ExitStatus one = each(invocation.output(), file);
      worst = one.compareTo(worst) > 0 ? one : worst;
    }
    return worst.code();
  }

  /** A file that cannot be decided again does not keep the others from it. */
  private ExitStatus each(Output output, Path file) {
    try {
      check(file);
      return replay(output, file) ? ExitStatus.DONE : ExitStatus.REFUSED;
    } catch (CommandFailure e) {
      output.failure(Row.of("file", file.toString()), e.fault());
      return e.status();
    } catch (RefusedException e) {
      output.failure(Row.of("file", file.toString()), e.fault());
      return ExitStatus.REFUSED;
    }
  }

  private boolean replay(Output output, Path file) throws RefusedException, CommandFailure {
    DecisionFile decision = DecisionFile.parse(read(file));
    String heading = files.size() > 1 ? file + ": " : "";
    Replay replay = new Replay(CryptoEngine.best().signatureVerifier(), PackLibrary.NONE);
    return switch (replay.replay(decision)) {
      case ReplayOutcome.Refused(var fault) -> throw new RefusedException(fault);
      case ReplayOutcome.Same(var again, var signature, var basis) -> {
        ReplayedBlock ledger = ReplayedBlock.of(invocation, again, basis);
        output.row(
            Row.of("result", "same")
                .and("file", file.toString())
                .and("signedBy", KeyId.of(signature.key()).value().hex())
                .and("lines", DecisionRows.lines(again))
                .and("rulings", DecisionRows.rulings(again))
                .and("ledger", ledger.basis())
                .and("block", ledger.block())
                .and("blockStands", ledger.standing()),
            "%sThe same result, to the cent and to the word.%n%s%n%s"
                .formatted(heading, ledger.words(), DecisionRows.words(again)));
        yield ledger.isGood();
      }
      case ReplayOutcome.Differs(var again, var differences) -> {
        for (ReplayOutcome.Difference difference : differences) {
          output.row(
              Row.of("result", "differs")
                  .and("file", file.toString())
                  .and("sequence", difference.sequence())
                  .and("field", difference.field())
                  .and("stated", difference.stated())
                  .and("decided", difference.decided()),
              "%sLine %d, %s: the file says %s; the rules say %s."
                  .formatted(
                      heading,
                      difference.sequence(),
                      difference.field(),
                      difference.stated(),
                      difference.decided()));
        }
        yield false;
      }
    };
  }

  private static void check(Path file) throws CommandFailure {
    if (Files.isDirectory(file)) {
      throw CommandFailure.usage("CS-USE-20", "This is a folder. Name the decisions' files in it.");
    }
    if (!Files.exists(file)) {
      throw CommandFailure.usage("CS-USE-20", "There is no such file.");
    }
  }

  private static byte[] read(Path file) throws CommandFailure {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(MAX_BYTES);
    } catch (IOException e) {
      throw CommandFailure.usage("CS-USE-20", "The file cannot be read. Check its rights.");
    }
  }
}

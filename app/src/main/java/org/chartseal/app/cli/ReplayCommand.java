package org.chartseal.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.chartseal.services.claims.DecisionFile;
import org.chartseal.services.claims.PackLibrary;
import org.chartseal.services.claims.Replay;
import org.chartseal.services.claims.ReplayOutcome;
import org.chartseal.services.seal.CryptoEngine;
import org.chartseal.services.seal.KeyId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code chartseal replay}: needs no home, no network and no key. A home's network is asked about
 * the block, where there is one.
 */
@Command(
    name = "replay",
    description = {
      "Decides again from a decision's file, offline, and compares line by line; verifies the proofs",
      "that the ledger held at the named block what was decided from. If this home has a network,",
      "it is asked whether it has that block."
    },
    footer = {"", "Example:", "  chartseal replay ~/clinic/claims/1f0c2b3a4d5e6f70.decision"})
final class ReplayCommand implements Callable<Integer> {

  private static final int MAX_BYTES = 64 << 20;

  private final Invocation invocation;

  @Parameters(paramLabel = "DECISION-FILE", description = "As 'chartseal claim list' leaves it.")
  private Path file = Path.of("");

  ReplayCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    DecisionFile decision = DecisionFile.parse(read());
    Replay replay = new Replay(CryptoEngine.best().signatureVerifier(), PackLibrary.NONE);
    Output output = invocation.output();
    return switch (replay.replay(decision)) {
      case ReplayOutcome.Refused(var fault) -> throw CommandFailure.refused(fault);
      case ReplayOutcome.Same(var again, var signature, var basis) -> {
        ReplayedBlock ledger = ReplayedBlock.of(invocation, again, basis);
        output.row(
            Row.of("result", "same")
                .and("signedBy", KeyId.of(signature.key()).value().hex())
                .and("lines", DecisionRows.lines(again))
                .and("rulings", DecisionRows.rulings(again))
                .and("ledger", ledger.basis())
                .and("block", ledger.block())
                .and("blockStands", ledger.standing()),
            "The same result, to the cent and to the word.%n%s%n%s"
                .formatted(ledger.words(), DecisionRows.words(again)));
        yield (ledger.isGood() ? ExitStatus.DONE : ExitStatus.REFUSED).code();
      }
      case ReplayOutcome.Differs(var again, var differences) -> {
        for (ReplayOutcome.Difference difference : differences) {
          output.row(
              Row.of("result", "differs")
                  .and("sequence", difference.sequence())
                  .and("field", difference.field())
                  .and("stated", difference.stated())
                  .and("decided", difference.decided()),
              "Line %d, %s: the file says %s; the rules say %s."
                  .formatted(
                      difference.sequence(),
                      difference.field(),
                      difference.stated(),
                      difference.decided()));
        }
        yield ExitStatus.REFUSED.code();
      }
    };
  }

  private byte[] read() throws CommandFailure {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(MAX_BYTES);
    } catch (IOException e) {
      throw CommandFailure.usage(
          "CS-USE-20", "The decision's file cannot be read. Check its name and rights.");
    }
  }
}

package org.chartseal.services.network.internal;

import java.io.IOException;
import java.nio.file.Path;
import org.chartseal.services.ledger.SubmitOutcome;
import org.chartseal.services.ledger.TestPatient;
import org.chartseal.services.network.TestNetwork;
import org.chartseal.services.seal.Hash32;

/** Sends a number of patients' entries through a home's relayer, one a transaction. */
public final class SubmitterMain {

  private SubmitterMain() {}

  public static void main(String[] arguments) throws IOException {
    try (TestNetwork network = TestNetwork.open(Path.of(arguments[0]))) {
      System.out.println("ready now");
      System.in.read();
      for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
        SubmitOutcome outcome =
            network.relay().submit(new TestPatient().anchor(network.deployment(), "child " + i));
        if (outcome instanceof SubmitOutcome.Submitted(Hash32 transaction)) {
          System.out.println("sent " + transaction);
        } else {
          System.out.println("sent " + outcome);
        }
      }
      System.in.read();
    }
  }
}

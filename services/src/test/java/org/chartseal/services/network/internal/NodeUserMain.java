package org.chartseal.services.network.internal;

import java.io.IOException;
import java.nio.file.Path;
import org.chartseal.services.network.TestNetwork;

/** Uses a home's node until it is told to leave. */
public final class NodeUserMain {

  private NodeUserMain() {}

  public static void main(String[] arguments) throws IOException {
    try (TestNetwork network = TestNetwork.open(Path.of(arguments[0]))) {
      System.out.println("endpoint " + network.network().node().endpoint());
      System.in.read();
    }
  }
}

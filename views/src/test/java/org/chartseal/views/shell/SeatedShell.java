package org.chartseal.views.shell;

import java.util.List;
import java.util.function.Supplier;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.theme.Appearance;
import org.chartseal.views.testing.Stay;
import org.chartseal.views.testing.Workbench;

/** A shell on a bench, with one screen, at which somebody sits until it is closed. */
final class SeatedShell implements AutoCloseable {

  private final Workbench bench;
  private final Shell shell;

  SeatedShell(
      Workbench bench,
      Appearance appearance,
      Frame.Network network,
      Supplier<Screen> screen,
      StatusSource status,
      Finder finder) {
    this.bench = bench;
    this.shell =
        bench.fx(() ->
            new Shell(
                bench.kit(),
                new Frame(
                    new Occupant("Dr Kim Minji", "Hana Clinic"),
                    List.of(new Destination(Place.VISIT, screen)),
                    status,
                    new Stay(),
                    network,
                    finder),
                appearance));
    bench.show(shell);
  }

  @Override
  public void close() {
    bench.fx(() -> {
      shell.detached();
      return shell;
    });
    bench.close();
  }
}

package org.chartseal.app.cli;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.chartseal.app.home.DemoPins;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.app.home.Identities;
import org.chartseal.app.home.Identity;
import org.chartseal.app.session.Keyring;
import org.chartseal.app.session.PinSource;
import org.chartseal.app.wiring.UnavailableException;
import org.chartseal.app.wiring.Workspace;

/** What one run of the program was told for all commands: where, as whom, and how to answer. */
final class Invocation {

  private final GlobalOptions options;
  private final Terminal terminal;
  private final Outputs outputs;

  Invocation(GlobalOptions options, Terminal terminal, Outputs outputs) {
    this.options = options;
    this.terminal = terminal;
    this.outputs = outputs;
  }

  GlobalOptions options() {
    return options;
  }

  Terminal terminal() {
    return terminal;
  }

  Output output() {
    return outputs.of(terminal, options.json());
  }

  HomeFolder home() {
    return new HomeFolder(options.home().toAbsolutePath().normalize());
  }

  PinSource pins() throws CommandFailure {
    return options.pins(terminal);
  }

  /** Who acts. */
  Identity identity() throws CommandFailure, HomeException {
    HomeFolder home = home();
    home.requireSetUp();
    String alias =
        options
            .identity()
            .orElseThrow(() ->
                CommandFailure.usage(
                    "CS-USE-02",
                    "Say who acts with --as IDENTITY. 'chartseal demo' lists the identities."));
    return new Identities(home)
        .find(alias)
        .orElseThrow(() ->
            CommandFailure.usage(
                "CS-USE-03",
                "This home knows no identity '"
                    + alias
                    + "'. 'chartseal demo' lists the identities."));
  }

  /** The home, opened. */
  Workspace open() throws HomeException, UnavailableException {
    return Workspace.open(home(), InstantSource.system());
  }

  /** Unlocks devices with the PINs of this run. */
  Keyring keyring() throws CommandFailure {
    return new Keyring(new Identities(home()), new DemoPins(home(), new SecureRandom()), pins());
  }
}

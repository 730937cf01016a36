package org.chartseal.app.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import org.chartseal.app.home.DemoPins;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.app.home.HomeMaking;
import org.chartseal.app.home.Identities;
import org.chartseal.app.home.Identity;
import org.chartseal.app.home.IdentityRole;
import org.chartseal.app.session.Keyring;
import org.chartseal.app.wiring.UnavailableException;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.seal.Fault;
import org.jspecify.annotations.Nullable;

/** What one run of the program was told for all commands: where, as whom, and how to answer. */
final class Invocation {

  private final GlobalOptions options;
  private final Terminal terminal;
  private final Outputs outputs;
  private @Nullable Output output;

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

  /** The same for all of the run. */
  Output output() {
    return output(options.json());
  }

  Output output(boolean json) {
    Output known = output;
    if (known == null) {
      known = outputs.of(terminal, json);
      output = known;
    }
    return known;
  }

  HomeFolder home() {
    return new HomeFolder(options.home().toAbsolutePath().normalize());
  }

  /** Who acts, with a PIN that can be had. Looked up before anything is opened. */
  Identity identity() throws CommandFailure, HomeException {
    HomeFolder home = home();
    home.requireSetUp();
    options.checkPins();
    String alias =
        options
            .identity()
            .orElseThrow(() ->
                CommandFailure.usage(
                    "CS-USE-02",
                    "Say who acts with --as IDENTITY. 'chartseal demo' lists the identities."));
    Optional<Identity> known = new Identities(home).find(alias);
    if (known.isEmpty()) {
      throw unknown(
          "CS-USE-03",
          "This home knows no identity '" + alias + "'",
          "'chartseal demo' lists the identities.");
    }
    return known.get();
  }

  /** Who acts, for an insurer. */
  Identity insurer() throws CommandFailure, HomeException {
    Identity person = identity();
    if (new Identities(home())
        .organisation(person.organisation())
        .filter(organisation -> organisation.role() == IdentityRole.INSURER)
        .isEmpty()) {
      throw CommandFailure.usage(
          "CS-USE-34",
          person.name()
              + " acts for no insurer. Choose one with --as; 'chartseal demo' lists them.");
    }
    return person;
  }

  /** Looks whether a patient can be meant: one of this home, or a card file. */
  void checkPatient(String text) throws CommandFailure, HomeException {
    if (new Identities(home())
        .find(text)
        .filter(known -> known.role() == IdentityRole.PATIENT)
        .isPresent()) {
      return;
    }
    Path file = path(text);
    if (Files.isDirectory(file)) {
      throw CommandFailure.usage(
          "CS-USE-25", "'" + text + "' is a folder. Name a patient of this home, or a card file.");
    }
    if (!Files.exists(file)) {
      throw unknown(
          "CS-USE-26",
          "There is no patient '" + text + "' in this home, and no card file of that name",
          "'chartseal demo' lists the patients.");
    }
  }

  private static Path path(String text) throws CommandFailure {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw CommandFailure.usage(
          "CS-USE-26", "'" + text + "' is neither a patient of this home nor the name of a file.");
    }
  }

  /** Somebody who is not there; as long as the home is being made, they may come yet. */
  private CommandFailure unknown(String code, String what, String otherwise) throws HomeException {
    return new HomeMaking(home())
        .present()
        .map(stage ->
            CommandFailure.environment(
                new Fault(
                    code,
                    what
                        + ". The home's people are still being made ("
                        + stage.words()
                        + "): try again in a minute.")))
        .orElseGet(() -> CommandFailure.usage(code, what + ". " + otherwise));
  }

  /** The home, opened. */
  Workspace open() throws HomeException, UnavailableException {
    return Workspace.open(home(), InstantSource.system());
  }

  /** Unlocks devices with the PINs of this run. */
  Keyring keyring() {
    return new Keyring(
        new Identities(home()), new DemoPins(home(), new SecureRandom()), options.pins(terminal));
  }
}

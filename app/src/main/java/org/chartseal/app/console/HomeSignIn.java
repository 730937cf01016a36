package org.chartseal.app.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chartseal.app.home.DemoPins;
import org.chartseal.app.home.Identities;
import org.chartseal.app.home.Identity;
import org.chartseal.app.home.IdentityRole;
import org.chartseal.app.session.Keyring;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.KeyPurpose;
import org.chartseal.signing.Pin;
import org.chartseal.views.kit.dialog.KeyHolder;
import org.chartseal.views.shell.ConsoleStatus;
import org.chartseal.views.signin.Person;
import org.chartseal.views.signin.SignInDesk;

/** Lets those whose keys the home knows sit at the console. */
final class HomeSignIn implements SignInDesk<PersonSession> {

  private final Workspace workspace;
  private final Courier courier;
  private final Devices devices;
  private final SessionFactory sessions;

  /** Makes what a person of a role works with. */
  interface SessionFactory {
    PersonSession open(
        Identity person, Pin pin, HomeStatus status, Keyring keyring, Progress progress)
        throws RefusedException;
  }

  HomeSignIn(Workspace workspace, Courier courier, Devices devices, SessionFactory sessions) {
    this.workspace = workspace;
    this.courier = courier;
    this.devices = devices;
    this.sessions = sessions;
  }

  @Override
  public List<Person> people() throws RefusedException {
    return Refusals.in(() -> {
      Identities identities = new Identities(workspace.home());
      List<Person> people = new ArrayList<>();
      for (Identity identity : identities.all()) {
        Optional<Person.Role> role = role(identity.role());
        if (role.isPresent()) {
          String place =
              role.get() == Person.Role.CLINICIAN
                  ? identities.organisation(identity.organisation()).map(Identity::name).orElse("")
                  : "";
          people.add(new Person(identity.alias(), identity.name(), role.get(), place));
        }
      }
      return people;
    });
  }

  @Override
  public Optional<String> samplePins() {
    return Optional.of(new DemoPins(workspace.home(), new SecureRandom()).file())
        .filter(file -> workspace.network().file().embedded() && Files.isRegularFile(file))
        .map(Path::toString);
  }

  @Override
  public KeyHolder holder(Person person) throws RefusedException {
    return devices.holder(identity(person.id()));
  }

  @Override
  public PersonSession open(Person person, Pin pin, Progress progress) throws RefusedException {
    Identity identity = identity(person.id());
    ConsoleStatus.Card card =
        new ConsoleStatus.Card(identity.name(), devices.kind(identity), certificateUntil(identity));
    return sessions.open(
        identity, pin, new HomeStatus(workspace, courier, card), devices.keyring(), progress);
  }

  @Override
  public void left(PersonSession session) {
    session.close();
  }

  private Optional<java.time.Instant> certificateUntil(Identity identity) throws RefusedException {
    if (identity.role() == IdentityRole.PATIENT) {
      return Optional.empty();
    }
    List<X509Certificate> chain = devices.keyring().chain(identity, KeyPurpose.SIGN);
    return chain.isEmpty()
        ? Optional.empty()
        : Optional.of(chain.getFirst().getNotAfter().toInstant());
  }

  private Identity identity(String alias) throws RefusedException {
    return Refusals.in(() ->
        new Identities(workspace.home())
            .find(alias)
            .orElseThrow(() ->
                new RefusedException(
                    new Fault(
                        "CS-DESK-05",
                        "This home does not know this person any more. Choose another."))));
  }

  private static Optional<Person.Role> role(IdentityRole role) {
    return switch (role) {
      case CLINICIAN -> Optional.of(Person.Role.CLINICIAN);
      case INSURER -> Optional.of(Person.Role.INSURER);
      case PATIENT -> Optional.of(Person.Role.PATIENT);
      case ORGANISATION, REGISTRAR -> Optional.empty();
    };
  }
}

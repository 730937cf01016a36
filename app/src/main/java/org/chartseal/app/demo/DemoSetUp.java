package org.chartseal.app.demo;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartseal.app.home.DemoPins;
import org.chartseal.app.home.DirectoryFile;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.app.home.HomeMaking;
import org.chartseal.app.home.Identities;
import org.chartseal.app.home.Identity;
import org.chartseal.app.home.Members;
import org.chartseal.app.session.Draining;
import org.chartseal.app.session.Keyring;
import org.chartseal.app.wiring.UnavailableException;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.clinical.ParsedEntry;
import org.chartseal.services.identity.SignedCard;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.Pin;

/**
 * Makes the embedded network with its sample people, or goes on where an earlier run was
 * interrupted. Every step looks first whether it is done, so that it may be killed anywhere and run
 * again, by several processes at once.
 */
public final class DemoSetUp {

  /** A plan of the sample rule pack. */
  private static final String PLAN = "gold";

  /** Keys, network, and the end. */
  private static final int ALWAYS = 3;

  /** Organisations and clinicians, and the pool. */
  private static final int STAFFING = 2;

  /** Reading, card, signing, sending. */
  private static final int PER_PATIENT = 4;

  private final HomeFolder home;
  private final SampleShelf shelf;
  private final InstantSource clock;
  private final Identities identities;
  private final DemoPins pins;
  private final DemoKeys keys;
  private final DemoStateFile stateFile;

  public DemoSetUp(HomeFolder home, SampleShelf shelf, SecureRandom random, InstantSource clock) {
    this.home = home;
    this.shelf = shelf;
    this.clock = clock;
    this.identities = new Identities(home);
    this.pins = new DemoPins(home, random);
    this.keys = new DemoKeys(identities, pins, clock);
    this.stateFile = new DemoStateFile(home);
  }

  /** Whether everything that was asked for is there and final. */
  public boolean isFinished(int patients) throws HomeException {
    DemoState state = stateFile.read();
    return state.finished() && state.filed().size() >= patients;
  }

  /**
   * Makes what is missing.
   *
   * @param patients how many of the sample patients are wanted
   * @param progress asked between steps whether to go on
   */
  public void run(int patients, Progress progress)
      throws DemoException, HomeException, UnavailableException {
    List<SampleShelf.Sample> wanted = shelf.samples();
    wanted = wanted.subList(0, Math.min(patients, wanted.size()));
    home.create();
    HomeMaking making = new HomeMaking(home);
    if (making.present().isPresent() && !progress.step(0, 0, "waiting for another set-up")) {
      throw RegistryActs.stopped();
    }
    try (DemoTurn _ = DemoTurn.take(home);
        DemoSteps steps = new DemoSteps(making, progress, steps(wanted))) {
      steps.step("making keys");
      keys.ensure(Cast.REGISTRAR, Optional.empty());
      try (UnlockedIdentity registrar = keys.unlock(Cast.REGISTRAR)) {
        for (Identity identity : Cast.STAFF) {
          keys.ensure(identity, Optional.of(registrar));
          steps.goOn();
        }
        identities.put(Cast.REGISTRAR);
        for (Identity identity : Cast.STAFF) {
          identities.put(identity);
        }
        Keyring keyring = new Keyring(identities, pins, (alias, question) -> demoPin(alias));
        new DirectorySetUp(new DirectoryFile(home), keyring).ensure();
        steps.step("starting the network");
        try (Workspace workspace =
            Workspace.openEmbedded(home, clock, () -> registrar.signing().publicKey())) {
          people(workspace, keyring, registrar, wanted, steps);
        }
      }
    }
  }

  private void people(
      Workspace workspace,
      Keyring keyring,
      UnlockedIdentity registrar,
      List<SampleShelf.Sample> wanted,
      DemoSteps steps)
      throws DemoException, HomeException {
    if (!stateFile.read().staffed()) {
      steps.step("registering organisations and clinicians");
      RegistryActs acts = new RegistryActs(workspace.network(), clock);
      new RegistrySetUp(workspace, keys, acts, clock).ensure(registrar);
      steps.step("filling the insurer's pool");
      new FundsSetUp(workspace, keys, acts).ensure();
      stateFile.write(stateFile.read().withStaff());
    }
    RecordSetUp records = new RecordSetUp(workspace, keyring);
    Draining draining = new Draining(workspace.stores().outbox(), workspace.stores().drainer());
    try (UnlockedIdentity office = keys.unlock(Cast.CARDS)) {
      PatientSetUp people = new PatientSetUp(workspace, keys);
      for (SampleShelf.Sample sample : wanted) {
        if (stateFile.read().filed().contains(sample.alias())) {
          continue;
        }
        List<ParsedEntry> entries =
            records.read(
                shelf.read(sample.bundle()), steps.step("reading the life of " + sample.name()));
        boolean oneHospital = sample.document().isPresent();
        steps.step("issuing the card of " + sample.name());
        SignedCard card =
            people.ensure(
                sample.alias(),
                entries.getFirst().patient(),
                registrar,
                office,
                known(oneHospital));
        insure(sample.alias());
        new DemoDocuments(home, shelf).ensure(sample, card.card().person(), clock.instant());
        steps.step("signing the record of " + sample.name());
        List<Identity> hospitals =
            oneHospital
                ? List.of(Cast.HANA_CLINIC)
                : List.of(Cast.HANA_CLINIC, Cast.ST_MARY_HOSPITAL);
        for (Map.Entry<Identity, List<ParsedEntry>> part :
            records.split(entries, hospitals).entrySet()) {
          records.file(part.getKey(), card, part.getValue());
        }
        stateFile.write(stateFile.read().withFiled(sample.alias()));
        draining.pass(steps.step("sending the record of " + sample.name()));
      }
    }
    try {
      draining.untilFinal(steps.counted("waiting until all is final"));
    } catch (RefusedException e) {
      throw new DemoException(e.fault());
    }
    for (Identity hospital : Cast.HOSPITALS) {
      try (UnlockedIdentity own = keys.unlock(hospital)) {
        OrganisationId number = new OrganisationId(hospital.organisation());
        // One that is not recorded now is recorded at the hospital's desk.
        workspace.records().heads().record(number, own);
      }
    }
    stateFile.write(stateFile.read().withFinished());
  }

  /** Member ids follow the order of the patients, so that a second run gives nobody another one. */
  private void insure(String alias) throws HomeException {
    Members members = new Members(home);
    List<Members.Insured> known = members.all();
    if (known.stream().noneMatch(insured -> insured.patient().equals(alias))) {
      members.put(
          new Members.Insured(
              "MHP-%04d".formatted(1001 + known.size()),
              Cast.MERIDIAN.number(),
              alias,
              PLAN,
              LocalDate.of(clock.instant().atZone(ZoneOffset.UTC).getYear() - 5, 1, 1),
              Optional.empty(),
              false));
    }
  }

  /**
   * A patient who is to visit the second hospital for the first time is known at the first one
   * only.
   */
  private static List<OrganisationId> known(boolean oneHospital) {
    return oneHospital
        ? List.of(Cast.HANA, Cast.MERIDIAN)
        : List.of(Cast.HANA, Cast.ST_MARY, Cast.MERIDIAN);
  }

  private Pin demoPin(String alias) throws RefusedException {
    try {
      return pins.findOrDraw(alias);
    } catch (HomeException e) {
      throw new RefusedException(e.fault());
    }
  }

  /** How many steps there are, as far as the network and the patients are not made yet. */
  private int steps(List<SampleShelf.Sample> wanted) throws HomeException {
    DemoState state = stateFile.read();
    long patients =
        wanted.stream().filter(sample -> !state.filed().contains(sample.alias())).count();
    return ALWAYS + (state.staffed() ? 0 : STAFFING) + PER_PATIENT * (int) patients;
  }
}

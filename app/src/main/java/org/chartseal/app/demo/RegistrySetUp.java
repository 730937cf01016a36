package org.chartseal.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.Identity;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.ledger.ContractCall;
import org.chartseal.services.ledger.LedgerQuery;
import org.chartseal.services.ledger.LicenceKey;
import org.chartseal.services.ledger.LicenceStatus;
import org.chartseal.services.ledger.NewestBlock;
import org.chartseal.services.ledger.OrganisationStatus;
import org.chartseal.services.ledger.ReadOutcome;
import org.chartseal.services.ledger.RegistryCalls;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.OrganisationId;

/**
 * Enters the organisations and their clinicians in the registry, as far as they are not in it yet.
 */
final class RegistrySetUp {

  private static final Duration VALID = Duration.ofDays(5 * 365);
  private static final int LANES = 1;

  private final Workspace workspace;
  private final DemoKeys keys;
  private final RegistryActs acts;
  private final InstantSource clock;

  RegistrySetUp(Workspace workspace, DemoKeys keys, RegistryActs acts, InstantSource clock) {
    this.workspace = workspace;
    this.keys = keys;
    this.acts = acts;
    this.clock = clock;
  }

  void ensure(UnlockedIdentity registrar) throws DemoException, HomeException {
    Deployment ledger = workspace.deployment();
    ReadOutcome.Proven present = read();
    for (Cast.Member member : Cast.ORGANISATIONS) {
      OrganisationId number = new OrganisationId(member.identity().organisation());
      if (isThere(present, number)) {
        continue;
      }
      try (UnlockedIdentity own = keys.unlock(member.identity())) {
        ContractCall call =
            RegistryCalls.registerOrganisation(
                number, member.roles(), LANES, own.signing().publicKey(), from(), until());
        acts.perform(ledger, OrganisationId.PATIENTS, registrar, call);
      }
    }
    for (Identity clinician : Cast.CLINICIANS) {
      license(registrar, clinician);
    }
  }

  private void license(UnlockedIdentity registrar, Identity clinician)
      throws DemoException, HomeException {
    OrganisationId number = new OrganisationId(clinician.organisation());
    KeyId key;
    try (UnlockedIdentity own = keys.unlock(clinician)) {
      key = KeyId.of(own.signing().publicKey());
    }
    LicenceKey licence = new LicenceKey(number, key);
    if (isLicensed(licence)) {
      return;
    }
    Deployment ledger = workspace.deployment();
    // Entering somebody twice renews the interval and changes nothing else.
    acts.perform(
        ledger,
        OrganisationId.PATIENTS,
        registrar,
        RegistryCalls.registerPractitioner(key, from(), until()));
    acts.perform(
        ledger,
        OrganisationId.PATIENTS,
        registrar,
        RegistryCalls.license(number, key, from(), until()));
  }

  private boolean isLicensed(LicenceKey licence) throws DemoException {
    ReadOutcome.Proven read = proven(new LedgerQuery(Set.of(), Set.of(licence), Set.of()));
    var found = read.licences().get(licence);
    return found != null && found.status() == LicenceStatus.LICENSED;
  }

  private ReadOutcome.Proven read() throws DemoException {
    Set<OrganisationId> numbers = new HashSet<>();
    for (Cast.Member member : Cast.ORGANISATIONS) {
      numbers.add(new OrganisationId(member.identity().organisation()));
    }
    return proven(new LedgerQuery(Set.of(), Set.of(), numbers));
  }

  private static boolean isThere(ReadOutcome.Proven read, OrganisationId number) {
    var found = read.organisations().get(number);
    return found != null && found.status() == OrganisationStatus.ACTIVE;
  }

  private ReadOutcome.Proven proven(LedgerQuery query) throws DemoException {
    return switch (new NewestBlock(workspace.network().ledger()).read(query)) {
      case ReadOutcome.Refused(Fault fault, var named) -> throw new DemoException(fault);
      case ReadOutcome.Unavailable(Fault fault, var named) -> throw new DemoException(fault);
      case ReadOutcome.Proven proven -> proven;
    };
  }

  private Instant from() {
    return clock.instant().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
  }

  private Instant until() {
    return clock.instant().plus(VALID).truncatedTo(ChronoUnit.SECONDS);
  }
}

package org.chartseal.app.demo;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.Identity;
import org.chartseal.app.home.OwnerOnly;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.ledger.NewestBlock;
import org.chartseal.services.ledger.RelayerKey;
import org.chartseal.services.ledger.SettlementCalls;
import org.chartseal.services.ledger.SettlementOutcome;
import org.chartseal.services.ledger.SettlementQuery;
import org.chartseal.services.ledger.Submission;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.OrganisationId;

/**
 * Fills the insurer's pool and names the accounts at which the hospitals are paid, as far as that
 * is not done yet.
 */
final class FundsSetUp {

  /** A million of the token's units, in cents. */
  private static final BigInteger POOL = BigInteger.valueOf(100_000_000);

  private final Workspace workspace;
  private final DemoKeys keys;
  private final RegistryActs acts;

  FundsSetUp(Workspace workspace, DemoKeys keys, RegistryActs acts) {
    this.workspace = workspace;
    this.keys = keys;
    this.acts = acts;
  }

  void ensure() throws DemoException, HomeException {
    SettlementOutcome.Proven present = read();
    for (Identity hospital : Cast.HOSPITALS) {
      OrganisationId number = new OrganisationId(hospital.organisation());
      if (!present.payoutAccounts().containsKey(number)) {
        try (UnlockedIdentity own = keys.unlock(hospital)) {
          acts.perform(
              workspace.network().file().ledger().settlementDeployment(),
              number,
              own,
              SettlementCalls.setPayoutAccount(account(hospital)));
        }
      }
    }
    fill();
  }

  /**
   * Neither a mint nor a deposit is refused a second time, so what is proven to be there is looked
   * at before each: a step whose end was not seen may have come through.
   */
  private void fill() throws DemoException {
    SettlementOutcome.Proven before = read();
    if (pool(before).signum() != 0) {
      return;
    }
    Address account = workspace.network().relay().account();
    BigInteger held = held(before);
    if (held.compareTo(POOL) < 0) {
      acts.send(new Submission.Mint(account, POOL.subtract(held)));
    }
    acts.send(new Submission.ApproveSettlement(POOL));
    if (pool(read()).signum() == 0) {
      acts.send(new Submission.Deposit(Cast.MERIDIAN, POOL));
    }
  }

  private static BigInteger pool(SettlementOutcome.Proven present) {
    return present.pools().getOrDefault(Cast.MERIDIAN, BigInteger.ZERO);
  }

  private BigInteger held(SettlementOutcome.Proven present) {
    return present.balances().getOrDefault(workspace.network().relay().account(), BigInteger.ZERO);
  }

  private SettlementOutcome.Proven read() throws DemoException {
    Set<OrganisationId> organisations = Set.of(Cast.HANA, Cast.ST_MARY, Cast.MERIDIAN);
    SettlementQuery query =
        new SettlementQuery(
            organisations, Set.of(), Set.of(), Set.of(workspace.network().relay().account()));
    NewestBlock newest = new NewestBlock(workspace.network().ledger());
    return switch (newest.read(workspace.network().settlement(), query)) {
      case SettlementOutcome.Refused(var fault, var named) -> throw new DemoException(fault);
      case SettlementOutcome.Unavailable(var fault, var named) -> throw new DemoException(fault);
      case SettlementOutcome.Proven proven -> proven;
    };
  }

  /** An account of the hospital's own; its key is kept beside the others. */
  private Address account(Identity hospital) throws DemoException {
    Path file = workspace.home().keys().resolve(hospital.alias() + ".account");
    try {
      if (Files.isRegularFile(file)) {
        return RelayerKey.of(Files.readAllBytes(file)).address();
      }
      RelayerKey key = RelayerKey.generate();
      OwnerOnly.write(file, key.secret());
      return key.address();
    } catch (IOException | IllegalArgumentException e) {
      throw new DemoException(
          "CS-DEMO-10",
          "A hospital's account could not be read or made. Check the disk and its rights.");
    }
  }
}

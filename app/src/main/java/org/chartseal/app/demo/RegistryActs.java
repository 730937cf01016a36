package org.chartseal.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.chartseal.app.wiring.NetworkWiring;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.ledger.ActionStatement;
import org.chartseal.services.ledger.ContractCall;
import org.chartseal.services.ledger.NonceOutcome;
import org.chartseal.services.ledger.ReceiptOutcome;
import org.chartseal.services.ledger.Submission;
import org.chartseal.services.ledger.SubmitOutcome;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.signing.SignOutcome;

/** Signs actions of the contracts, sends them, and waits until they are in a block. */
final class RegistryActs {

  private static final Duration ACCEPTED = Duration.ofMinutes(10);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final NetworkWiring network;
  private final InstantSource clock;

  RegistryActs(NetworkWiring network, InstantSource clock) {
    this.network = network;
    this.clock = clock;
  }

  /**
   * Has a contract perform an action.
   *
   * @param acting for whom the key acts; organisation 0 for a registrar
   */
  void perform(Deployment contract, OrganisationId acting, UnlockedIdentity keys, ContractCall call)
      throws DemoException {
    KeyId key = KeyId.of(keys.signing().publicKey());
    long nonce =
        switch (network.relay().nextNonce(contract, key)) {
          case NonceOutcome.Unavailable(var fault) -> throw new DemoException(fault);
          case NonceOutcome.Next(long next) -> next;
        };
    Instant notAfter = clock.instant().plus(ACCEPTED).truncatedTo(ChronoUnit.SECONDS);
    ActionStatement statement = new ActionStatement(contract, acting, call, nonce, notAfter);
    switch (keys.sign(statement.bytes())) {
      case SignOutcome.SignRefused(var fault) ->
          throw new DemoException(fault.code().shortCode(), fault.sentence());
      case SignOutcome.Signed(var signature) ->
          send(new Submission.Act(statement, keys.signing().publicKey(), signature));
    }
  }

  /** Sends a transaction and waits until it is in a block. */
  void send(Submission submission) throws DemoException {
    switch (network.relay().submit(submission)) {
      case SubmitOutcome.Rejected(var fault) -> throw new DemoException(fault);
      case SubmitOutcome.Unavailable(var fault) -> throw new DemoException(fault);
      case SubmitOutcome.Submitted(var transaction) -> await(transaction);
      case SubmitOutcome.Unknown(var transaction, var fault) -> await(transaction);
    }
  }

  private void await(Hash32 transaction) throws DemoException {
    Instant end = clock.instant().plus(PATIENCE);
    while (clock.instant().isBefore(end)) {
      if (network.relay().receipt(transaction) instanceof ReceiptOutcome.Mined mined) {
        if (!mined.success()) {
          throw new DemoException(
              "CS-DEMO-02",
              "The network refused a step of the set-up. Run 'chartseal demo' again.");
        }
        return;
      }
      pause();
    }
    throw new DemoException(
        "CS-DEMO-03",
        "The network did not take a step of the set-up in time. Run 'chartseal demo' again.");
  }

  static void pause() throws DemoException {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw stopped();
    }
  }

  static DemoException stopped() {
    return new DemoException(
        "CS-DEMO-04", "The set-up was stopped. Run 'chartseal demo' again to go on.");
  }
}

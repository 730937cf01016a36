package org.chartseal.services.network;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.chartseal.services.ledger.ActionStatement;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.ContractCall;
import org.chartseal.services.ledger.HeadOutcome;
import org.chartseal.services.ledger.LedgerConnection;
import org.chartseal.services.ledger.LedgerQuery;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.NonceOutcome;
import org.chartseal.services.ledger.OrganisationRole;
import org.chartseal.services.ledger.ReadOutcome;
import org.chartseal.services.ledger.ReceiptOutcome;
import org.chartseal.services.ledger.RegistryCalls;
import org.chartseal.services.ledger.Relay;
import org.chartseal.services.ledger.SlotState;
import org.chartseal.services.ledger.Submission;
import org.chartseal.services.ledger.SubmitOutcome;
import org.chartseal.services.ledger.TestKey;
import org.chartseal.services.ledger.Word;
import org.chartseal.services.network.internal.NetworkFaults;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;
import org.junit.jupiter.api.Assumptions;

/**
 * A real embedded network in a folder, for tests: the node, the contracts, a registrar, and what it
 * takes to use them.
 */
public final class TestNetwork implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final NetworkHome home;
  private final TestKey registrar = new TestKey();
  private final EmbeddedNetwork network;
  private final LedgerConnection connection;
  private final Relay relay;

  private TestNetwork(NetworkHome home) throws IOException {
    this.home = home;
    this.network = open(home, registrar);
    this.connection =
        new LedgerConnection(network.file().ledger(), home.headMemory(), InstantSource.system());
    this.relay = connection.relay(home.relayerKey(), home.senderTurn());
  }

  /**
   * Opens it. Where the node's program is not installed the test is skipped, or fails with {@code
   * -Dchartseal.ci=true}.
   */
  public static TestNetwork open(Path folder) {
    try {
      return new TestNetwork(new NetworkHome(folder));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static EmbeddedNetwork open(NetworkHome home, TestKey registrar) {
    return switch (EmbeddedNetwork.open(home, registrar::publicKey)) {
      case EmbeddedNetwork.Outcome.Open(EmbeddedNetwork network) -> network;
      case EmbeddedNetwork.Outcome.Failed(var fault) -> {
        Assumptions.assumeFalse(
            fault.equals(NetworkFaults.NO_NODE_PROGRAM) && !Boolean.getBoolean("chartseal.ci"),
            "the embedded node's program is not installed");
        throw new IllegalStateException(fault.toString());
      }
    };
  }

  public NetworkHome home() {
    return home;
  }

  public EmbeddedNetwork network() {
    return network;
  }

  public LedgerConnection connection() {
    return connection;
  }

  public Relay relay() {
    return relay;
  }

  public TestKey registrar() {
    return registrar;
  }

  public Deployment deployment() {
    return network.file().ledger().deployment();
  }

  /** Registers an organisation with its own key, licensed from a day ago for a year. */
  public void register(long number, Set<OrganisationRole> roles, TestKey key) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    act(
        OrganisationId.PATIENTS,
        registrar,
        RegistryCalls.registerOrganisation(
            new OrganisationId(number),
            roles,
            4,
            key.publicKey(),
            now.minus(Duration.ofDays(1)),
            now.plus(Duration.ofDays(365))));
  }

  /** Has a practitioner's key registered, and licensed for an organisation. */
  public void license(long number, TestKey practitioner) {
    Instant from = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(1));
    Instant to = from.plus(Duration.ofDays(365));
    act(
        OrganisationId.PATIENTS,
        registrar,
        RegistryCalls.registerPractitioner(practitioner.id(), from, to));
    act(
        OrganisationId.PATIENTS,
        registrar,
        RegistryCalls.license(new OrganisationId(number), practitioner.id(), from, to));
  }

  /** Performs an action of the registry. */
  public void act(OrganisationId organisation, TestKey key, ContractCall call) {
    act(deployment(), organisation, key, call);
  }

  /** Performs an action of a contract. */
  public void act(
      Deployment contract, OrganisationId organisation, TestKey key, ContractCall call) {
    if (!(relay.nextNonce(contract, key.id()) instanceof NonceOutcome.Next(long nonce))) {
      throw new IllegalStateException("no nonce");
    }
    Instant notAfter = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(1));
    ActionStatement statement = new ActionStatement(contract, organisation, call, nonce, notAfter);
    mined(new Submission.Act(statement, key.publicKey(), key.sign(statement.bytes())));
  }

  /** Submits, and waits until it is mined with success. */
  public ReceiptOutcome.Mined mined(Submission submission) {
    return switch (relay.submit(submission)) {
      case SubmitOutcome.Submitted(Hash32 transaction) -> mined(transaction);
      case SubmitOutcome.Unknown(var transaction, var _) -> mined(transaction);
      case SubmitOutcome.Rejected(var fault) -> throw new IllegalStateException(fault.toString());
      case SubmitOutcome.Unavailable(var fault) ->
          throw new IllegalStateException(fault.toString());
    };
  }

  /** Waits until a transaction is mined with success. */
  public ReceiptOutcome.Mined mined(Hash32 transaction) {
    Instant giveUp = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(giveUp)) {
      if (relay.receipt(transaction) instanceof ReceiptOutcome.Mined mined) {
        if (!mined.success()) {
          throw new IllegalStateException("reverted in a block");
        }
        return mined;
      }
      pause();
    }
    throw new IllegalStateException("not mined in time");
  }

  /** The newest block, agreed on. */
  public BlockRef head() {
    HeadOutcome head = connection.ledger().head();
    if (head instanceof HeadOutcome.Agreed(BlockRef block, var _)) {
      return block;
    }
    throw new IllegalStateException(head.toString());
  }

  /** Filled slots with their proven words. */
  public Map<LedgerSlot, Word> words(Collection<LedgerSlot> slots) {
    LedgerQuery query = LedgerQuery.ofSlots(Set.copyOf(slots));
    if (!(connection.ledger().read(head(), query) instanceof ReadOutcome.Proven proven)) {
      throw new IllegalStateException("not proven");
    }
    Map<LedgerSlot, Word> words = new HashMap<>();
    proven
        .slots()
        .forEach((slot, state) -> {
          if (state instanceof SlotState.Filled(Word word)) {
            words.put(slot, word);
          }
        });
    return words;
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    network.close();
  }
}

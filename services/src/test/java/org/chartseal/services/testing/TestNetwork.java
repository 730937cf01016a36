package org.chartseal.services.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.blocks.BlockStore;
import org.chartseal.services.blocks.Cid;
import org.chartseal.services.blocks.FolderBlockStore;
import org.chartseal.services.identity.CertificateChains;
import org.chartseal.services.identity.OrganisationParty;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.ledger.ActionStatement;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.ContractCall;
import org.chartseal.services.ledger.HeadOutcome;
import org.chartseal.services.ledger.LedgerConnection;
import org.chartseal.services.ledger.LedgerNetwork;
import org.chartseal.services.ledger.NonceOutcome;
import org.chartseal.services.ledger.OrganisationRole;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.ledger.ReceiptOutcome;
import org.chartseal.services.ledger.RegistryCalls;
import org.chartseal.services.ledger.Relay;
import org.chartseal.services.ledger.Submission;
import org.chartseal.services.ledger.SubmitOutcome;
import org.chartseal.services.network.EmbeddedNetwork;
import org.chartseal.services.network.NetworkHome;
import org.chartseal.services.outbox.ActHandler;
import org.chartseal.services.outbox.DrainPorts;
import org.chartseal.services.outbox.DrainReport;
import org.chartseal.services.outbox.DrainSettings;
import org.chartseal.services.outbox.OpenOutcome;
import org.chartseal.services.outbox.Outbox;
import org.chartseal.services.outbox.OutboxFile;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Progress;
import org.chartseal.signing.SignOutcome;

/**
 * The embedded network with its node, contracts, store and outbox, in one folder. Real parts only.
 */
public final class TestNetwork implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path folder;
  private final TestIdentities identities;
  private final EmbeddedNetwork embedded;
  private final LedgerConnection connection;
  private final Relay relay;
  private final BlockStore blocks;
  private final Outbox outbox;

  private TestNetwork(
      Path folder,
      TestIdentities identities,
      EmbeddedNetwork embedded,
      NetworkHome home,
      BlockStore blocks)
      throws IOException {
    this.folder = folder;
    this.identities = identities;
    this.embedded = embedded;
    this.connection =
        new LedgerConnection(embedded.file().ledger(), home.headMemory(), InstantSource.system());
    this.relay = connection.relay(home.relayerKey(), home.senderTurn());
    this.blocks = blocks;
    this.outbox = outbox(new OutboxFile(folder.resolve("outbox.sqlite"), deployment()));
  }

  /** Brings everything up in a folder. */
  public static TestNetwork start(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("keys"));
    TestIdentities identities = new TestIdentities(folder.resolve("keys"));
    NetworkHome home = new NetworkHome(folder.resolve("network"));
    return switch (EmbeddedNetwork.open(home, () -> identities.registrar().signing().publicKey())) {
      case EmbeddedNetwork.Outcome.Failed(var fault) ->
          throw new IllegalStateException(fault.sentence());
      case EmbeddedNetwork.Outcome.Open(EmbeddedNetwork network) ->
          new TestNetwork(
              folder,
              identities,
              network,
              home,
              new FolderBlockStore(Files.createDirectories(folder.resolve("blocks"))));
    };
  }

  public Path folder() {
    return folder;
  }

  public TestIdentities identities() {
    return identities;
  }

  public Deployment deployment() {
    return embedded.file().ledger().deployment();
  }

  public LedgerConnection connection() {
    return connection;
  }

  /** What is pinned about the ledger. */
  public LedgerNetwork ledgerNetwork() {
    return embedded.file().ledger();
  }

  /** Where the node answers. */
  public URI endpoint() {
    return embedded.node().endpoint();
  }

  public ProvenLedger ledger() {
    return connection.ledger();
  }

  public Relay relay() {
    return relay;
  }

  public BlockStore blocks() {
    return blocks;
  }

  public Outbox outbox() {
    return outbox;
  }

  /** Validates authors' certificates against the registrar's. */
  public CertificateChains chains() {
    return new CertificateChains(List.of(identities.registrar().signing().certificate()));
  }

  /** Registers an organisation of that number with key file of that name. */
  public OrganisationParty organisation(long number, String name, OrganisationRole role) {
    UnlockedIdentity keys = identities.identity(name);
    Instant now = Instant.now();
    act(
        identities.registrar(),
        OrganisationId.PATIENTS,
        RegistryCalls.registerOrganisation(
            new OrganisationId(number),
            Set.of(role),
            1,
            keys.signing().publicKey(),
            now.minus(Duration.ofHours(1)),
            now.plus(Duration.ofDays(300))));
    return new OrganisationParty(
        new OrganisationId(number), name, keys, Optional.of(publish(keys)));
  }

  /** Registers a practitioner and has the organisation license them. */
  public UnlockedIdentity practitioner(OrganisationParty organisation, String name) {
    return practitioner(organisation, identities.identity(name));
  }

  /** Registers the holder of these keys as a practitioner and has the organisation license them. */
  public UnlockedIdentity practitioner(OrganisationParty organisation, UnlockedIdentity keys) {
    KeyId id = KeyId.of(keys.signing().publicKey());
    Instant from = Instant.now().minus(Duration.ofHours(1));
    Instant to = Instant.now().plus(Duration.ofDays(300));
    act(
        identities.registrar(),
        OrganisationId.PATIENTS,
        RegistryCalls.registerPractitioner(id, from, to));
    act(
        organisation.keys(),
        organisation.id(),
        RegistryCalls.license(organisation.id(), id, from, to));
    publish(keys);
    return keys;
  }

  /** Stores the public block of a certificate chain. */
  public Hash32 publish(UnlockedIdentity keys) {
    return switch (blocks.put(CertificateChains.block(keys.signing().chain()))) {
      case BlockStore.PutOutcome.Stored(Cid cid) -> cid.digest();
      case BlockStore.PutOutcome.Failed(var reason) -> throw new IllegalStateException(reason);
    };
  }

  /** Performs a registry action and waits until it is mined. */
  public void act(UnlockedIdentity signer, OrganisationId organisation, ContractCall call) {
    KeyId key = KeyId.of(signer.signing().publicKey());
    if (!(relay.nextNonce(deployment(), key) instanceof NonceOutcome.Next(long nonce))) {
      throw new IllegalStateException("no nonce");
    }
    ActionStatement statement =
        new ActionStatement(
            deployment(), organisation, call, nonce, Instant.now().plus(Duration.ofHours(1)));
    if (!(signer.sign(statement.bytes()) instanceof SignOutcome.Signed(var signature))) {
      throw new IllegalStateException("not signed");
    }
    submit(new Submission.Act(statement, signer.signing().publicKey(), signature));
  }

  /** Sends all and waits until they are mined. */
  public void submit(Submission... submissions) {
    List<Hash32> transactions = new ArrayList<>();
    for (Submission submission : submissions) {
      switch (relay.submit(submission)) {
        case SubmitOutcome.Submitted(Hash32 transaction) -> transactions.add(transaction);
        case SubmitOutcome.Unknown(var transaction, var _) -> transactions.add(transaction);
        case SubmitOutcome.Rejected(var fault) -> throw new IllegalStateException(fault.toString());
        case SubmitOutcome.Unavailable(var fault) ->
            throw new IllegalStateException(fault.toString());
      }
    }
    transactions.forEach(this::await);
  }

  /** The newest block. */
  public BlockRef head() {
    if (ledger().head() instanceof HeadOutcome.Agreed(BlockRef block, var faults)) {
      return block;
    }
    throw new IllegalStateException("no agreement");
  }

  /** Has the node mine an empty block. */
  public void mine() {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint())
            .header("content-type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"anvil_mine\",\"params\":[]}"))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      http.send(request, HttpResponse.BodyHandlers.discarding());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Waits until a new block has a later time stamp than those so far. */
  public void awaitNextSecond() {
    Instant next = head().time().plusSeconds(1);
    while (Instant.now().isBefore(next)) {
      pause();
    }
  }

  /** Drains the outbox until nothing in it waits for the chain. */
  public void drain(ActHandler... acts) {
    drain(outbox, acts);
  }

  /** Another outbox of this network, in a file of that name. */
  public Outbox outbox(String name) {
    return outbox(new OutboxFile(folder.resolve(name), deployment()));
  }

  private static Outbox outbox(OutboxFile file) {
    return switch (file.open()) {
      case OpenOutcome.Opened(Outbox opened) -> opened;
      case OpenOutcome.Refused(var fault) -> throw new IllegalStateException(fault.sentence());
    };
  }

  /** Drains an outbox until nothing in it waits for the chain. */
  public void drain(Outbox outbox, ActHandler... acts) {
    DrainPorts ports = new DrainPorts(blocks, ledger(), relay, List.of(acts));
    DrainSettings settings = DrainSettings.of(embedded.file().ledger().finalityDepth());
    Instant deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline)) {
      DrainReport report = outbox.drainer(ports, settings).drain(Progress.NONE);
      if (report instanceof DrainReport.Drained drained && drained.waiting() == 0) {
        return;
      }
      mine();
      pause();
    }
    throw new IllegalStateException("the outbox did not empty: " + outbox.pending());
  }

  private void await(Hash32 transaction) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline)) {
      if (relay.receipt(transaction) instanceof ReceiptOutcome.Mined mined) {
        if (!mined.success()) {
          throw new IllegalStateException("reverted");
        }
        return;
      }
      pause();
    }
    throw new IllegalStateException("not mined");
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    outbox.close();
    embedded.close();
  }
}

package org.chartseal.services.network.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.chartseal.services.ledger.DeployCode;
import org.chartseal.services.ledger.PinnedContract;
import org.chartseal.services.ledger.ReceiptOutcome;
import org.chartseal.services.ledger.Relay;
import org.chartseal.services.ledger.Submission;
import org.chartseal.services.ledger.SubmitOutcome;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.signing.P256PublicKey;

/** Puts the contracts on a ledger: record ledger, token, settlement. Who pays owns the token. */
public final class Deployer {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(50);

  /** What became of it. */
  public sealed interface Outcome {

    /** They are there, with the code that stands at their addresses. */
    record Deployed(PinnedContract ledger, PinnedContract token, PinnedContract settlement)
        implements Outcome {}

    /** They are not, or not all. */
    record Failed(Fault fault) implements Outcome {}
  }

  private final Relay relay;
  private final NodeRpc rpc;

  /**
   * A deployer through an endpoint that is trusted for it.
   *
   * @param endpoint asked for the code that it then pins
   */
  public Deployer(Relay relay, URI endpoint) {
    this.relay = relay;
    this.rpc = new NodeRpc(endpoint);
  }

  /** Deploys all three. */
  public Outcome deploy(P256PublicKey firstRegistrar) {
    try {
      PinnedContract ledger = deploy("RecordLedger", firstRegistrar.bytes());
      PinnedContract token = deploy("HealthToken", word(relay.account()));
      PinnedContract settlement =
          deploy("ClaimSettlement", word(ledger.address()), word(token.address()));
      return new Outcome.Deployed(ledger, token, settlement);
    } catch (DeploymentException e) {
      return new Outcome.Failed(e.fault);
    } catch (IOException e) {
      return new Outcome.Failed(NetworkFaults.DEPLOYMENT_FAILED);
    }
  }

  private PinnedContract deploy(String name, byte[]... arguments)
      throws IOException, DeploymentException {
    ByteArrayOutputStream code = new ByteArrayOutputStream();
    code.writeBytes(creationCode(name));
    for (byte[] argument : arguments) {
      code.writeBytes(argument);
    }
    Submission submission = new Submission.Deploy(DeployCode.of(code.toByteArray()));
    Address address =
        switch (relay.submit(submission)) {
          case SubmitOutcome.Submitted(Hash32 transaction) -> created(transaction);
          case SubmitOutcome.Unknown(Hash32 transaction, Fault _) -> created(transaction);
          case SubmitOutcome.Rejected(Fault fault) -> throw new DeploymentException(fault);
          case SubmitOutcome.Unavailable(Fault fault) -> throw new DeploymentException(fault);
        };
    return new PinnedContract(address, rpc.codeHash(address));
  }

  private Address created(Hash32 transaction) throws DeploymentException {
    Instant giveUp = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(giveUp)) {
      if (relay.receipt(transaction) instanceof ReceiptOutcome.Mined mined) {
        Optional<Address> created = mined.success() ? mined.created() : Optional.empty();
        return created.orElseThrow(() -> new DeploymentException(NetworkFaults.DEPLOYMENT_FAILED));
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    throw new DeploymentException(NetworkFaults.DEPLOYMENT_FAILED);
  }

  /** From the build's own resources: what forge compiled from the contracts' sources. */
  private static byte[] creationCode(String contract) throws IOException, DeploymentException {
    String resource = "/contracts/" + contract + ".sol/" + contract + ".json";
    try (InputStream stream = Deployer.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new DeploymentException(NetworkFaults.NO_CONTRACTS);
      }
      JsonNode artifact = new ObjectMapper().readTree(stream);
      String code = artifact.path("bytecode").path("object").asText();
      return HexFormat.of().parseHex(code, 2, code.length());
    }
  }

  private static byte[] word(Address address) {
    byte[] word = new byte[32];
    System.arraycopy(address.bytes(), 0, word, 12, 20);
    return word;
  }

  /** A step that failed, with what the user is told. */
  private static final class DeploymentException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    DeploymentException(Fault fault) {
      super(fault.code());
      this.fault = fault;
    }
  }
}

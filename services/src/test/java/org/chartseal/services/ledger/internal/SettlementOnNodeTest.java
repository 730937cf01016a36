package org.chartseal.services.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.bouncycastle.util.BigIntegers;
import org.chartseal.services.ledger.LedgerNetwork;
import org.chartseal.services.ledger.OrganisationRole;
import org.chartseal.services.ledger.ProvenSettlement;
import org.chartseal.services.ledger.SettleLine;
import org.chartseal.services.ledger.SettlementCalls;
import org.chartseal.services.ledger.SettlementOutcome;
import org.chartseal.services.ledger.SettlementOutcome.LinePayment;
import org.chartseal.services.ledger.SettlementQuery;
import org.chartseal.services.ledger.SettlementQuery.ClaimLine;
import org.chartseal.services.ledger.SettlementQuery.Service;
import org.chartseal.services.ledger.Submission;
import org.chartseal.services.ledger.SubmitOutcome;
import org.chartseal.services.ledger.TestKey;
import org.chartseal.services.network.TestNetwork;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.MerkleTree;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Statement;
import org.chartseal.services.seal.StatementType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettlementOnNodeTest {

  private static final OrganisationId HOSPITAL = new OrganisationId(7);
  private static final OrganisationId INSURER = new OrganisationId(20);
  private static final Address PAID_AT = Address.ofHex("77".repeat(20));

  private final TestKey hospital = new TestKey();
  private final TestKey insurer = new TestKey();
  private TestNetwork stage;

  @BeforeAll
  void open(@TempDir Path folder) {
    stage = TestNetwork.open(folder);
    stage.register(7, Set.of(OrganisationRole.PROVIDER), hospital);
    stage.register(20, Set.of(OrganisationRole.INSURER), insurer);
    stage.act(settlement(), HOSPITAL, hospital, SettlementCalls.setPayoutAccount(PAID_AT));
    stage.mined(new Submission.Mint(stage.relay().account(), BigInteger.valueOf(1_000_000)));
    stage.mined(new Submission.ApproveSettlement(BigInteger.valueOf(500_000)));
    stage.mined(new Submission.Deposit(INSURER, BigInteger.valueOf(400_000)));
  }

  @AfterAll
  void close() {
    stage.close();
  }

  @Test
  void a_claim_is_paid_once_and_a_reversal_frees_its_services() {
    Hash32 claim = digest("claim 1");
    Hash32 first = digest("service 1");
    Hash32 second = digest("service 2");
    Submission settle = settle(claim, List.of(first, second));
    SettlementOutcome.Proven before = read(claim, List.of(first, second));
    BigInteger pool = before.pools().get(INSURER);
    BigInteger account = before.balances().get(PAID_AT);
    stage.mined(settle);

    SettlementOutcome.Proven paid = read(claim, List.of(first, second));
    assertThat(paid.pools()).containsEntry(INSURER, pool.subtract(BigInteger.valueOf(2 * 8_000)));
    assertThat(paid.payoutAccounts()).containsEntry(HOSPITAL, PAID_AT).doesNotContainKey(INSURER);
    assertThat(paid.balances()).containsEntry(PAID_AT, account.add(BigInteger.valueOf(2 * 8_000)));
    assertThat(paid.spender(new Service(HOSPITAL, first))).contains(claim);
    assertThat(paid.payment(new ClaimLine(HOSPITAL, claim, second)))
        .contains(new LinePayment(INSURER, BigInteger.valueOf(8_000), false));

    assertThat(rejected(settle)).isEqualTo("CS-LEDG-79");
    assertThat(rejected(settle(digest("claim 2"), List.of(first)))).isEqualTo("CS-LEDG-79");

    stage.act(settlement(), HOSPITAL, hospital, SettlementCalls.reverse(claim, List.of(first)));
    SettlementOutcome.Proven reversed = read(claim, List.of(first, second));
    assertThat(reversed.spender(new Service(HOSPITAL, first))).isEmpty();
    assertThat(reversed.spender(new Service(HOSPITAL, second))).contains(claim);
    assertThat(reversed.payment(new ClaimLine(HOSPITAL, claim, first)))
        .contains(new LinePayment(INSURER, BigInteger.valueOf(8_000), true));
    assertThat(reversed.pools()).containsEntry(INSURER, pool.subtract(BigInteger.valueOf(8_000)));

    assertThat(rejected(settle(claim, List.of(first)))).isEqualTo("CS-LEDG-80");
  }

  @Test
  void a_payment_carries_its_transaction_and_a_node_that_tells_another_is_not_believed()
      throws IOException {
    Hash32 claim = digest("claim 9");
    Hash32 service = digest("service 9");
    ClaimLine line = new ClaimLine(HOSPITAL, claim, service);
    if (!(stage.relay().submit(settle(claim, List.of(service)))
        instanceof SubmitOutcome.Submitted(Hash32 transaction))) {
      throw new AssertionError("not sent");
    }
    stage.mined(transaction);
    Map<ClaimLine, LinePayment> paid = read(claim, List.of(service)).payments();
    assertThat(stage.connection().settlement().transactions(paid))
        .containsExactly(Map.entry(line, transaction));
    // What is not proven to be paid has no transaction, whatever it is said to be.
    LinePayment more = new LinePayment(INSURER, BigInteger.valueOf(8_001), false);
    assertThat(stage.connection().settlement().transactions(Map.of(line, more))).isEmpty();

    try (AlteringProxy proxy = new AlteringProxy(stage.network().node().endpoint())) {
      ProvenSettlement liar =
          new RpcProvenSettlement(
              stage.connection().network(),
              Endpoints.of(endpoint(proxy.uri()), Duration.ofSeconds(20)));
      assertThat(liar.transactions(paid)).containsExactly(Map.entry(line, transaction));
      proxy.inject((method, parameters, result) -> {
        if (method.equals("eth_getLogs")) {
          result.forEach(log -> ((ObjectNode) log).put("transactionHash", "0x" + "11".repeat(32)));
        }
        return result;
      });
      assertThat(liar.transactions(paid)).isEmpty();
      proxy.inject((method, parameters, result) -> {
        if (method.equals("eth_getTransactionReceipt")) {
          ((ObjectNode) result).put("status", "0x0");
        }
        return result;
      });
      assertThat(liar.transactions(paid)).isEmpty();
    }
  }

  private LedgerNetwork endpoint(URI uri) {
    LedgerNetwork network = stage.connection().network();
    return new LedgerNetwork(
        network.chainId(),
        List.of(uri),
        1,
        network.ledger(),
        network.token(),
        network.settlement(),
        network.deployedAt(),
        network.finalityDepth(),
        network.maxBlockAge());
  }

  @Test
  void what_the_insurer_did_not_sign_is_not_paid() {
    Submission.Settle settle = settle(digest("claim 3"), List.of(digest("service 3")));
    assertThat(
            rejected(
                new Submission.Settle(
                    settle.settlement(), settle.bill(), digest("claim 4"), settle.lines())))
        .isEqualTo("CS-LEDG-76");
  }

  @Test
  void a_pool_pays_no_more_than_it_holds() {
    List<Hash32> services =
        IntStream.range(0, 60).mapToObj(i -> digest("dear service " + i)).toList();
    assertThat(rejected(settle(digest("claim 5"), services))).isEqualTo("CS-LEDG-73");
  }

  /** Each line: 10,000 billed, 8,000 paid, 2,000 the patient's. */
  private Submission.Settle settle(Hash32 claim, List<Hash32> nullifiers) {
    List<byte[]> bill =
        nullifiers.stream().map(nullifier -> leaf(nullifier, claim, INSURER, 10_000)).toList();
    List<byte[]> settlement =
        nullifiers.stream()
            .map(nullifier -> leaf(nullifier, claim, HOSPITAL, 8_000, 2_000))
            .toList();
    MerkleTree billed = MerkleTree.of(bill);
    List<SettleLine> lines =
        IntStream.range(0, nullifiers.size())
            .mapToObj(i ->
                new SettleLine(
                    nullifiers.get(i),
                    BigInteger.valueOf(8_000),
                    BigInteger.valueOf(2_000),
                    BigInteger.valueOf(10_000),
                    billed.inclusion(i)))
            .toList();
    return new Submission.Settle(
        insurer.sign(
            statement(
                StatementType.SETTLE, INSURER, MerkleTree.of(settlement).root(), lines.size())),
        hospital.sign(statement(StatementType.BILL, HOSPITAL, billed.root(), lines.size())),
        claim,
        lines);
  }

  private Statement statement(
      StatementType type, OrganisationId organisation, Hash32 root, int count) {
    return new Statement(
        type, settlement(), organisation, root, count, Instant.now().getEpochSecond());
  }

  /** Protocol §8.3. */
  private static byte[] leaf(
      Hash32 nullifier, Hash32 claim, OrganisationId other, long... amounts) {
    ByteBuffer leaf = ByteBuffer.allocate(72 + 16 * amounts.length);
    leaf.put(nullifier.bytes()).put(claim.bytes()).putLong(other.number());
    for (long amount : amounts) {
      leaf.put(BigIntegers.asUnsignedByteArray(16, BigInteger.valueOf(amount)));
    }
    return leaf.array();
  }

  private SettlementOutcome.Proven read(Hash32 claim, List<Hash32> nullifiers) {
    SettlementOutcome outcome =
        stage
            .connection()
            .settlement()
            .read(
                stage.head(),
                new SettlementQuery(
                    Set.of(HOSPITAL, INSURER),
                    Set.copyOf(nullifiers.stream().map(n -> new Service(HOSPITAL, n)).toList()),
                    Set.copyOf(
                        nullifiers.stream().map(n -> new ClaimLine(HOSPITAL, claim, n)).toList()),
                    Set.of(PAID_AT)));
    assertThat(outcome).isInstanceOf(SettlementOutcome.Proven.class);
    return (SettlementOutcome.Proven) outcome;
  }

  private String rejected(Submission submission) {
    SubmitOutcome outcome = stage.relay().submit(submission);
    assertThat(outcome).isInstanceOf(SubmitOutcome.Rejected.class);
    return ((SubmitOutcome.Rejected) outcome).fault().code();
  }

  private Deployment settlement() {
    return stage.network().file().ledger().settlementDeployment();
  }

  private static Hash32 digest(String text) {
    return Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
  }
}

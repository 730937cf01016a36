package org.chartseal.services.claims.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.chartseal.services.claims.desk.internal.SettleCodec;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.ProvenSettlement;
import org.chartseal.services.ledger.SettleLine;
import org.chartseal.services.ledger.SettlementOutcome;
import org.chartseal.services.ledger.SettlementQuery;
import org.chartseal.services.ledger.Submission;
import org.chartseal.services.outbox.ActHandler.Standing;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.InclusionProof;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.SignedStatement;
import org.chartseal.services.seal.Statement;
import org.chartseal.services.seal.StatementType;
import org.chartseal.signing.P256PublicKey;
import org.chartseal.signing.Signature;
import org.junit.jupiter.api.Test;

class SettleHandlerTest {

  private static final OrganisationId HOSPITAL = new OrganisationId(1);
  private static final OrganisationId INSURER = new OrganisationId(5);
  private static final Hash32 CLAIM = hash(1);
  private static final Hash32 OTHER = hash(2);
  private static final BlockRef HEAD = new BlockRef(9, Hash32.ZERO, Instant.EPOCH, Hash32.ZERO);

  /** The generator of P-256: a point on the curve that needs no key pair. */
  private static final P256PublicKey KEY =
      P256PublicKey.of(
          bytes(
              "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
                  + "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5"));

  private final Map<SettlementQuery.Service, Hash32> spent = new HashMap<>();
  private final Map<SettlementQuery.ClaimLine, SettlementOutcome.LinePayment> paid =
      new HashMap<>();
  private final Submission.Settle settle = settle(hash(11), hash(12));
  private final byte[] payload = SettleCodec.write(settle);

  @Test
  void a_settlement_comes_out_of_the_outbox_as_it_went_in() {
    Submission.Settle out = (Submission.Settle) handler().submission(payload);
    assertThat(out.claim()).isEqualTo(settle.claim());
    assertThat(out.lines()).isEqualTo(settle.lines());
    assertThat(out.settlement().statement()).isEqualTo(settle.settlement().statement());
    assertThat(out.bill().statement()).isEqualTo(settle.bill().statement());
    // Signatures are compared by their bytes.
    assertThat(SettleCodec.write(out)).isEqualTo(payload);
  }

  @Test
  void a_payload_that_was_cut_or_lengthened_is_refused() {
    for (int length : new int[] {0, 1, payload.length / 2, payload.length - 1}) {
      assertThatThrownBy(() -> SettleCodec.read(Arrays.copyOf(payload, length)))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> SettleCodec.read(Arrays.copyOf(payload, payload.length + 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothing_paid_is_not_yet_and_every_line_paid_is_done() {
    assertThat(standing()).isEqualTo(new Standing.NotYet());
    pay(0);
    pay(1);
    assertThat(standing()).isEqualTo(new Standing.Done());
  }

  @Test
  void a_payment_that_was_given_back_was_done() {
    pay(0);
    pay(1);
    spent.clear();
    assertThat(standing()).isEqualTo(new Standing.Done());
  }

  @Test
  void a_service_that_another_claim_was_paid_for_ends_it() {
    spent.put(new SettlementQuery.Service(HOSPITAL, hash(12)), OTHER);
    assertThat(standing())
        .isInstanceOfSatisfying(
            Standing.Overtaken.class,
            overtaken -> assertThat(overtaken.fault().code()).isEqualTo("CS-SETTLE-04"));
  }

  @Test
  void another_hospitals_service_of_the_same_name_does_not() {
    spent.put(new SettlementQuery.Service(new OrganisationId(2), hash(12)), OTHER);
    assertThat(standing()).isEqualTo(new Standing.NotYet());
  }

  @Test
  void a_part_that_another_payment_of_the_claim_paid_ends_it() {
    pay(0);
    assertThat(standing())
        .isInstanceOfSatisfying(
            Standing.Overtaken.class,
            overtaken -> assertThat(overtaken.fault().code()).isEqualTo("CS-SETTLE-05"));
  }

  @Test
  void a_chain_that_cannot_be_read_says_nothing() {
    Fault fault = new Fault("CS-LEDGER-01", "No endpoint answers.");
    ProvenSettlement silent =
        new ModelSettlement((at, query) -> new SettlementOutcome.Unavailable(fault, List.of()));
    assertThat(new SettleHandler(silent).standing(HEAD, payload))
        .isEqualTo(new Standing.Unknown(fault));
  }

  private Standing standing() {
    return handler().standing(HEAD, payload);
  }

  private SettleHandler handler() {
    return new SettleHandler(
        new ModelSettlement((at, query) -> {
          Map<SettlementQuery.Service, Hash32> spentBy = new HashMap<>(spent);
          spentBy.keySet().retainAll(query.services());
          Map<SettlementQuery.ClaimLine, SettlementOutcome.LinePayment> payments =
              new HashMap<>(paid);
          payments.keySet().retainAll(query.lines());
          return new SettlementOutcome.Proven(
              at, Map.of(), Map.of(), spentBy, payments, Map.of(), List.of());
        }));
  }

  /** A settlement that is read, and of whose transactions nobody asks. */
  private record ModelSettlement(BiFunction<BlockRef, SettlementQuery, SettlementOutcome> state)
      implements ProvenSettlement {
    @Override
    public SettlementOutcome read(BlockRef at, SettlementQuery query) {
      return state.apply(at, query);
    }

    @Override
    public Map<SettlementQuery.ClaimLine, Hash32> transactions(
        Map<SettlementQuery.ClaimLine, SettlementOutcome.LinePayment> payments) {
      return Map.of();
    }
  }

  private void pay(int line) {
    Hash32 nullifier = settle.lines().get(line).nullifier();
    spent.put(new SettlementQuery.Service(HOSPITAL, nullifier), CLAIM);
    paid.put(
        new SettlementQuery.ClaimLine(HOSPITAL, CLAIM, nullifier),
        new SettlementOutcome.LinePayment(INSURER, BigInteger.TEN, false));
  }

  private static Submission.Settle settle(Hash32... nullifiers) {
    List<SettleLine> lines =
        Arrays.stream(nullifiers)
            .map(nullifier ->
                new SettleLine(
                    nullifier,
                    BigInteger.TEN,
                    BigInteger.ONE,
                    BigInteger.valueOf(11),
                    new InclusionProof(1, 2, List.of(hash(3)))))
            .toList();
    return new Submission.Settle(
        statement(StatementType.SETTLE, INSURER),
        statement(StatementType.BILL, HOSPITAL),
        CLAIM,
        lines);
  }

  private static SignedStatement statement(StatementType type, OrganisationId organisation) {
    Deployment contract = new Deployment(BigInteger.valueOf(31337), Address.of(new byte[20]));
    byte[] signature = new byte[Signature.LENGTH];
    signature[31] = 1;
    signature[63] = 1;
    return new SignedStatement(
        new Statement(type, contract, organisation, hash(4), 2, 1_700_000_000),
        KEY,
        Signature.of(signature));
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static Hash32 hash(int seed) {
    return Digests.sha256(new byte[] {(byte) seed});
  }
}

package org.chartseal.services.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.chartseal.services.seal.internal.ByteSink;
import org.chartseal.services.seal.internal.Hmac;
import org.junit.jupiter.api.Test;

class StatementTest {

  private static final Hash32 ROOT = Digests.sha256(new byte[] {1});

  @Test
  void a_statement_is_120_bytes_in_the_protocols_order() {
    byte[] bytes = Samples.statement(StatementType.ANCHOR, Samples.HOSPITAL, ROOT, 3).bytes();
    assertThat(bytes).hasSize(Statement.LENGTH);
    assertThat(Arrays.copyOf(bytes, 16)).isEqualTo(Samples.ascii("anchor/1\0\0\0\0\0\0\0\0"));
    assertThat(ByteBuffer.wrap(bytes).getLong(40)).isEqualTo(31337);
    assertThat(Arrays.copyOfRange(bytes, 48, 68)).isEqualTo(Samples.DEPLOYMENT.ledger().bytes());
    assertThat(ByteBuffer.wrap(bytes).getLong(68)).isEqualTo(7);
    assertThat(Arrays.copyOfRange(bytes, 76, 108)).isEqualTo(ROOT.bytes());
    assertThat(ByteBuffer.wrap(bytes).getInt(108)).isEqualTo(3);
    assertThat(ByteBuffer.wrap(bytes).getLong(112)).isEqualTo(Samples.RECORDED.getEpochSecond());
  }

  @Property(tries = 50)
  void what_is_written_is_read_again(
      @ForAll @IntRange(min = 1, max = Statement.MAX_COUNT) int count,
      @ForAll @IntRange int organisation)
      throws RefusedException {
    for (StatementType type : StatementType.values()) {
      if (type.isStatement()) {
        Statement statement =
            Samples.statement(type, new OrganisationId(organisation), ROOT, count);
        assertThat(Statement.parse(type, statement.bytes())).isEqualTo(statement);
      }
    }
  }

  @Test
  void a_statement_of_another_type_is_refused() {
    byte[] bytes = Samples.statement(StatementType.HEAD, Samples.HOSPITAL, ROOT, 1).bytes();
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> Statement.parse(StatementType.ANCHOR, bytes))
        .satisfies(refused -> assertThat(refused.fault().code()).isEqualTo("CS-SEAL-10"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Samples.statement(StatementType.CARD, Samples.HOSPITAL, ROOT, 1));
  }

  @Test
  void a_statement_about_nothing_or_too_much_is_refused() {
    for (int count : List.of(0, -1, Statement.MAX_COUNT + 1)) {
      byte[] bytes = Samples.statement(StatementType.ANCHOR, Samples.HOSPITAL, ROOT, 1).bytes();
      ByteBuffer.wrap(bytes).putInt(108, count);
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> Statement.parse(StatementType.ANCHOR, bytes));
    }
  }

  @Test
  void no_type_is_the_beginning_of_another() {
    for (StatementType type : StatementType.values()) {
      assertThat(type.prefix()).hasSize(StatementType.LENGTH);
      for (StatementType other : StatementType.values()) {
        assertThat(other.begins(type.prefix())).isEqualTo(type == other);
      }
    }
  }

  /** RFC 7797 §4.2: the example with an unencoded payload. */
  @Test
  void the_signing_input_is_that_of_rfc_7797() {
    byte[] key =
        new Base64URL(
                "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow")
            .decode();
    byte[] mac =
        Hmac.of(
            key,
            SigningInput.prefix("{\"alg\":\"HS256\",\"b64\":false,\"crit\":[\"b64\"]}"),
            Samples.ascii("$.02"));
    assertThat(Base64URL.encode(mac).toString())
        .isEqualTo("A5dxf2s96_n5FLueVuW1Z_vh161FwXZC4YLPff6dmDY");
  }

  /** RFC 7520 §4.5, whose payload is encoded, by the same construction. */
  @Test
  void the_signing_input_is_that_of_rfc_7520() {
    var vector = Fixtures.json("crypto/jose-cookbook/jws/4_5.signature_with_detached_content.json");
    byte[] key = new Base64URL(vector.at("/input/key/k").asText()).decode();
    String header = new Base64URL(vector.at("/signing/protected_b64u").asText()).decodeToString();
    byte[] payload =
        Samples.ascii(Base64URL.encode(vector.at("/input/payload").asText()).toString());
    assertThat(Base64URL.encode(Hmac.of(key, SigningInput.prefix(header), payload)).toString())
        .isEqualTo(vector.at("/signing/sig").asText());
  }

  @Test
  void another_jws_library_verifies_a_statements_signature() throws Exception {
    SignedStatement signed =
        Samples.DOCTOR.sign(Samples.statement(StatementType.ANCHOR, Samples.HOSPITAL, ROOT, 1));
    JWSHeader header = JWSHeader.parse(Base64URL.encode(SigningInput.HEADER));
    assertThat(header.getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
    assertThat(header.isBase64URLEncodePayload()).isFalse();
    assertThat(header.getType()).isEqualTo(new JOSEObjectType("chartseal+1"));
    byte[] input =
        new ByteSink(256)
            .put(Samples.ascii(header.toBase64URL() + "."))
            .put(signed.statement().bytes())
            .toByteArray();
    ECDSAVerifier verifier = new ECDSAVerifier(signed.key().toJca(), Set.of("b64"));
    assertThat(verifier.verify(header, input, Base64URL.encode(signed.signature().bytes())))
        .isTrue();
    assertThat(signed.verify(Samples.VERIFIER)).isTrue();
  }

  @Test
  void a_signature_of_another_type_is_refused_although_it_verifies() {
    EntryReference entry = new EntryReference(new Slot(ROOT), ROOT, ROOT);
    Hash32 root = MerkleTree.ofEntries(Samples.HOSPITAL, List.of(entry)).root();
    InclusionProof only = new InclusionProof(0, 1, List.of());
    for (StatementType type :
        List.of(
            StatementType.RETRACT, StatementType.HEAD, StatementType.BILL, StatementType.SETTLE)) {
      SignedStatement signed =
          Samples.DOCTOR.sign(Samples.statement(type, Samples.HOSPITAL, root, 1));
      assertThat(signed.verify(Samples.VERIFIER)).isTrue();
      assertThat(check(new EntrySignature(signed, only), entry)).isEqualTo("CS-SEAL-10");
    }
    assertThat(check(Samples.signature(entry), entry)).isEmpty();
  }

  @Test
  void a_signature_for_another_entry_ledger_organisation_or_key_is_refused() {
    EntryReference entry = new EntryReference(new Slot(ROOT), ROOT, ROOT);
    EntrySignature signature = Samples.signature(entry);
    EntryReference elsewhere = new EntryReference(new Slot(Hash32.ZERO), ROOT, ROOT);
    assertThat(check(signature, elsewhere)).isEqualTo("CS-SEAL-12");
    assertThat(check(signature, new EntryReference(new Slot(ROOT), Hash32.ZERO, ROOT)))
        .isEqualTo("CS-SEAL-12");
    assertThat(
            code(
                signature.check(
                    Samples.VERIFIER, Samples.DEPLOYMENT, new OrganisationId(8), entry)))
        .isEqualTo("CS-SEAL-11");
    Deployment other = new Deployment(java.math.BigInteger.ONE, Samples.DEPLOYMENT.ledger());
    assertThat(code(signature.check(Samples.VERIFIER, other, Samples.HOSPITAL, entry)))
        .isEqualTo("CS-SEAL-11");
    SignedStatement stolen =
        new SignedStatement(
            signature.signed().statement(),
            TestKey.named("another doctor").publicKey(),
            signature.signed().signature());
    assertThat(check(new EntrySignature(stolen, signature.place()), entry)).isEqualTo("CS-SEAL-13");
  }

  private static String check(EntrySignature signature, EntryReference entry) {
    return code(signature.check(Samples.VERIFIER, Samples.DEPLOYMENT, Samples.HOSPITAL, entry));
  }

  private static String code(Check check) {
    return switch (check) {
      case Check.Passed() -> "";
      case Check.Failed(Fault fault) -> fault.code();
    };
  }
}

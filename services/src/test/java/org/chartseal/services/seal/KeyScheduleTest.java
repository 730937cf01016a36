package org.chartseal.services.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chartseal.signing.P256PublicKey;
import org.chartseal.signing.SharedSecret;
import org.junit.jupiter.api.Test;

class KeyScheduleTest {

  private static final TestKey OTHER = TestKey.named("somebody else");

  private static Hash32 mark(
      TestKey own,
      P256PublicKey peer,
      Deployment deployment,
      PartyId a,
      P256PublicKey keyA,
      PartyId b,
      P256PublicKey keyB) {
    try (SharedSecret agreed = own.agree(peer);
        PairSecret pair = PairSecret.derive(agreed, deployment, a, keyA, b, keyB)) {
      return pair.confirmation(Hash32.ZERO);
    }
  }

  private static final P256PublicKey HOSPITAL_KEY = Samples.HOSPITAL_AGREE.publicKey();
  private static final P256PublicKey PATIENT_KEY = Samples.PATIENT_AGREE.publicKey();

  @Test
  void both_sides_of_a_pair_derive_the_same_secret_in_either_order() {
    Hash32 hospital =
        mark(
            Samples.HOSPITAL_AGREE,
            PATIENT_KEY,
            Samples.DEPLOYMENT,
            Samples.HOSPITAL_PARTY,
            HOSPITAL_KEY,
            Samples.PATIENT,
            PATIENT_KEY);
    Hash32 patient =
        mark(
            Samples.PATIENT_AGREE,
            HOSPITAL_KEY,
            Samples.DEPLOYMENT,
            Samples.PATIENT,
            PATIENT_KEY,
            Samples.HOSPITAL_PARTY,
            HOSPITAL_KEY);
    assertThat(hospital).isEqualTo(patient);
  }

  @Test
  void an_unknown_key_share_fails_because_party_and_key_and_ledger_are_part_of_the_secret() {
    Deployment otherChain = new Deployment(BigInteger.TWO, Samples.DEPLOYMENT.ledger());
    Deployment otherLedger = new Deployment(Samples.DEPLOYMENT.chainId(), Address.of(new byte[20]));
    PartyId otherParty = PartyId.of(new OrganisationId(8));
    TestKey own = Samples.HOSPITAL_AGREE;
    Set<Hash32> secrets = new HashSet<>();
    // The agreed value is the same in all of them.
    secrets.add(
        mark(
            own,
            PATIENT_KEY,
            Samples.DEPLOYMENT,
            Samples.HOSPITAL_PARTY,
            HOSPITAL_KEY,
            Samples.PATIENT,
            PATIENT_KEY));
    secrets.add(
        mark(
            own,
            PATIENT_KEY,
            otherChain,
            Samples.HOSPITAL_PARTY,
            HOSPITAL_KEY,
            Samples.PATIENT,
            PATIENT_KEY));
    secrets.add(
        mark(
            own,
            PATIENT_KEY,
            otherLedger,
            Samples.HOSPITAL_PARTY,
            HOSPITAL_KEY,
            Samples.PATIENT,
            PATIENT_KEY));
    secrets.add(
        mark(
            own,
            PATIENT_KEY,
            Samples.DEPLOYMENT,
            otherParty,
            HOSPITAL_KEY,
            Samples.PATIENT,
            PATIENT_KEY));
    secrets.add(
        mark(
            own,
            PATIENT_KEY,
            Samples.DEPLOYMENT,
            Samples.HOSPITAL_PARTY,
            HOSPITAL_KEY,
            otherParty,
            PATIENT_KEY));
    secrets.add(
        mark(
            own,
            PATIENT_KEY,
            Samples.DEPLOYMENT,
            Samples.HOSPITAL_PARTY,
            OTHER.publicKey(),
            Samples.PATIENT,
            PATIENT_KEY));
    secrets.add(
        mark(
            own,
            PATIENT_KEY,
            Samples.DEPLOYMENT,
            Samples.HOSPITAL_PARTY,
            HOSPITAL_KEY,
            Samples.PATIENT,
            OTHER.publicKey()));
    assertThat(secrets).hasSize(7);
  }

  @Test
  void a_party_is_paired_with_itself_under_one_key_only() {
    try (SharedSecret self = Samples.PATIENT_AGREE.agree(PATIENT_KEY)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() ->
              PairSecret.derive(
                  self,
                  Samples.DEPLOYMENT,
                  Samples.PATIENT,
                  PATIENT_KEY,
                  Samples.PATIENT,
                  HOSPITAL_KEY));
    }
  }

  @Test
  void writer_class_generation_year_lane_and_index_each_make_another_key() {
    Set<Hash32> keys = new HashSet<>();
    try (PairSecret pair = Samples.pair()) {
      for (PartyId writer : List.of(Samples.HOSPITAL_PARTY, Samples.PATIENT)) {
        for (SensitivityClass sensitivity :
            List.of(SensitivityClass.GENERAL, SensitivityClass.CONSENT)) {
          for (int generation = 0; generation < 2; generation++) {
            for (int year = 2025; year < 2027; year++) {
              try (ClassKey classKey = pair.classKey(writer, sensitivity, generation);
                  YearKey yearKey = classKey.year(year);
                  StreamKeys stream = yearKey.streamKeys()) {
                addAll(keys, stream);
              }
            }
          }
        }
      }
    }
    assertThat(keys).hasSize(16 * (1 + 4 * 2));
  }

  private static void addAll(Set<Hash32> keys, StreamKeys stream) {
    keys.add(stream.fingerprint());
    for (int lane = 0; lane < 2; lane++) {
      for (int n = 0; n < 2; n++) {
        Place place = new Place(lane, n);
        keys.add(stream.organisationSlot(place).value());
        try (EntryKey key = stream.entryKey(place)) {
          keys.add(Hash32.of(key.bytes()));
        }
      }
    }
  }

  @Test
  void a_capability_for_a_class_or_a_year_finds_the_same_slots() {
    Place place = new Place(1, 2);
    try (PairSecret pair = Samples.pair();
        ClassKey classKey = pair.classKey(Samples.PATIENT, SensitivityClass.GENERAL, 3);
        ClassKey givenClass = ClassKey.of(classKey.bytes());
        YearKey yearKey = classKey.year(2026);
        YearKey givenYear = YearKey.of(yearKey.bytes());
        YearKey ofGivenClass = givenClass.year(2026);
        StreamKeys own = yearKey.streamKeys();
        StreamKeys given = givenYear.streamKeys();
        StreamKeys derived = ofGivenClass.streamKeys()) {
      assertThat(given.organisationSlot(place)).isEqualTo(own.organisationSlot(place));
      assertThat(derived.patientTweak(place)).isEqualTo(own.patientTweak(place));
      assertThat(derived.fingerprint()).isEqualTo(own.fingerprint());
    }
  }

  @Test
  void a_closed_secret_refuses_to_be_used() {
    PairSecret pair = Samples.pair();
    ClassKey classKey = pair.classKey(Samples.PATIENT, SensitivityClass.GENERAL, 0);
    YearKey yearKey = classKey.year(2026);
    StreamKeys stream = yearKey.streamKeys();
    Place place = new Place(0, 0);
    EntryKey entryKey = stream.entryKey(place);
    SlotScalar scalar = Samples.slotScalar();
    SlotSigner signer = scalar.signer(stream, place);
    NullifierKey nullifiers = pair.nullifierKey();
    for (AutoCloseable secret :
        List.of(pair, classKey, yearKey, stream, entryKey, scalar, signer, nullifiers)) {
      assertThat(secret.toString()).endsWith("[…]");
      closeTwice(secret);
    }
    assertThatIllegalStateException().isThrownBy(() -> pair.confirmation(Hash32.ZERO));
    assertThatIllegalStateException().isThrownBy(() -> classKey.year(2026));
    assertThatIllegalStateException().isThrownBy(classKey::bytes);
    assertThatIllegalStateException().isThrownBy(yearKey::streamKeys);
    assertThatIllegalStateException().isThrownBy(() -> stream.organisationSlot(place));
    assertThatIllegalStateException().isThrownBy(() -> stream.patientTweak(place));
    assertThatIllegalStateException().isThrownBy(() -> stream.entryKey(place));
    assertThatIllegalStateException().isThrownBy(entryKey::bytes);
    assertThatIllegalStateException().isThrownBy(scalar::point);
    assertThatIllegalStateException().isThrownBy(() -> signer.sign(Hash32.ZERO));
  }

  private static void closeTwice(AutoCloseable secret) {
    try {
      secret.close();
      secret.close();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void the_issuer_and_the_patient_compute_the_same_proof_of_possession() {
    TestKey issuer = TestKey.named("issuer");
    try (SharedSecret one = issuer.agree(PATIENT_KEY);
        SharedSecret other = Samples.PATIENT_AGREE.agree(issuer.publicKey());
        SharedSecret third = OTHER.agree(issuer.publicKey())) {
      Hash32 nonce = Digests.sha256(new byte[] {1});
      assertThat(PossessionMac.of(one, nonce)).isEqualTo(PossessionMac.of(other, nonce));
      assertThat(PossessionMac.of(one, nonce)).isNotEqualTo(PossessionMac.of(third, nonce));
      assertThat(PossessionMac.of(one, nonce)).isNotEqualTo(PossessionMac.of(one, Hash32.ZERO));
    }
  }

  @Test
  void a_nullifier_differs_in_every_part_of_the_service() {
    java.time.LocalDate day = java.time.LocalDate.of(2026, 3, 1);
    Hash32 performer = Digests.sha256();
    try (PairSecret pair = Samples.pair();
        NullifierKey key = pair.nullifierKey()) {
      BillableService service = new BillableService(performer, day, "urn:s", "c", 0);
      Set<Hash32> names =
          Set.of(
              key.nullifier(service),
              key.nullifier(new BillableService(Hash32.ZERO, day, "urn:s", "c", 0)),
              key.nullifier(new BillableService(performer, day.plusDays(1), "urn:s", "c", 0)),
              key.nullifier(new BillableService(performer, day, "urn:sc", "", 0)),
              key.nullifier(new BillableService(performer, day, "urn:", "sc", 0)),
              key.nullifier(new BillableService(performer, day, "urn:s", "c", 1)));
      assertThat(names).hasSize(6).contains(key.nullifier(service));
    }
  }
}

package org.chartseal.services.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.consent.PatientSession;
import org.chartseal.services.seal.CryptoEngine;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.PartyId;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SignatureVerifier;
import org.chartseal.services.seal.TestKey;
import org.chartseal.services.testing.TestIdentities;
import org.chartseal.signing.Pin;
import org.chartseal.signing.UnlockOutcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A card belongs to whoever holds both of its keys, and to nobody else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CardFaultsTest {

  private static final Deployment DEPLOYMENT = SampleCards.DEPLOYMENT;
  private static final OrganisationId HOSPITAL = SampleCards.ISSUER;
  private static final SignatureVerifier VERIFIER = CryptoEngine.best().signatureVerifier();

  private TestIdentities identities;
  private UnlockedIdentity hospital;
  private UnlockedIdentity patient;
  private UnlockedIdentity thief;
  private CardIssuer issuer;

  @BeforeAll
  void make_keys(@TempDir Path folder) throws Exception {
    identities = new TestIdentities(Files.createDirectories(folder.resolve("keys")));
    hospital = identities.identity("hospital");
    patient = identities.identity("patient");
    thief = identities.identity("thief");
    issuer =
        new CardIssuer(
            DEPLOYMENT, HOSPITAL, hospital, VERIFIER, InstantSource.system(), new SecureRandom());
  }

  @Test
  void a_card_survives_its_way_through_a_file() {
    SignedCard card = issued(patient);
    assertThat(files().read(files().write(card)))
        .isInstanceOfSatisfying(
            CardOutcome.Valid.class,
            valid -> assertThat(valid.card().body()).isEqualTo(card.body()));
  }

  @Test
  void no_card_shows_a_signing_key_that_its_applicant_does_not_hold() {
    Hash32 nonce = issuer.challenge();
    CardApplication own = application(thief, nonce);
    CardApplication stolen =
        new CardApplication(
            own.person(),
            patient.signing().publicKey(),
            own.agreementKey(),
            own.slotPoint(),
            nonce,
            own.possession(),
            own.confirmation());
    assertRefused(issuer.issue(stolen, nonce), "CS-CARD-06");
  }

  @Test
  void no_card_shows_an_agreement_key_that_its_applicant_does_not_hold() {
    Hash32 nonce = issuer.challenge();
    // The thief's device signs for the patient's agreement key: only the possession MAC shows it.
    UnlockedIdentity mixed =
        new UnlockedIdentity(thief.session(), thief.signing(), thief.agreement());
    CardApplication own = application(mixed, nonce);
    byte[] payload =
        new org.chartseal.services.identity.internal.Payloads(DEPLOYMENT)
            .possession(
                HOSPITAL,
                own.signingKey(),
                patient.agreement().publicKey(),
                own.slotPoint(),
                nonce);
    if (!(thief.sign(payload)
        instanceof org.chartseal.signing.SignOutcome.Signed(var possession))) {
      throw new IllegalStateException();
    }
    CardApplication stolen =
        new CardApplication(
            own.person(),
            own.signingKey(),
            patient.agreement().publicKey(),
            own.slotPoint(),
            nonce,
            possession,
            own.confirmation());
    assertRefused(issuer.issue(stolen, nonce), "CS-CARD-07");
  }

  @Test
  void an_application_to_another_challenge_gets_no_card() {
    CardApplication old = application(patient, issuer.challenge());
    assertRefused(issuer.issue(old, issuer.challenge()), "CS-CARD-06");
  }

  @Test
  void an_issuer_cannot_put_somebody_elses_signing_key_on_a_card() {
    PatientCard mine = SampleCards.card();
    PatientCard forged =
        new PatientCard(
            DEPLOYMENT,
            HOSPITAL,
            mine.person(),
            TestKey.named("victim").publicKey(),
            mine.agreementKey(),
            mine.slotPoint(),
            PartyId.ofPatient(TestKey.named("victim").publicKey()),
            mine.issuedAt(),
            List.of(),
            mine.nonce(),
            mine.possession());
    assertRefused(read(SampleCards.signed(forged)), "CS-CARD-04");
  }

  @Test
  void a_card_of_another_network_is_refused() {
    CardFiles elsewhere =
        new CardFiles(new Deployment(BigInteger.TWO, DEPLOYMENT.ledger()), VERIFIER);
    assertRefused(elsewhere.read(files().write(issued(patient))), "CS-CARD-02");
  }

  @Test
  void a_forged_issuers_signature_is_refused() {
    SignedCard card = SampleCards.signed(SampleCards.card());
    SignedCard forged =
        new SignedCard(
            card.card(), card.body(), TestKey.named("another").publicKey(), card.signature());
    assertRefused(read(forged), "CS-CARD-03");
  }

  @Test
  void a_name_changed_on_a_card_breaks_its_signature() {
    SignedCard card = SampleCards.signed(SampleCards.card());
    byte[] body = card.body();
    body[indexOf(body, "Ada")] ^= 1;
    SignedCard changed = new SignedCard(card.card(), body, card.issuerKey(), card.signature());
    assertRefused(read(changed), "CS-CARD-03");
  }

  @Test
  void a_first_card_names_no_record_but_its_own() {
    PatientCard other =
        SampleCards.card(
            SampleCards.ADA, PartyId.ofPatient(TestKey.named("victim").publicKey()), List.of());
    assertRefused(read(SampleCards.signed(other)), "CS-CARD-05");
  }

  @Test
  void an_issuer_alone_does_not_replace_a_patients_card() {
    TestKey victim = TestKey.named("victim");
    PatientCard successor =
        SampleCards.card(
            SampleCards.ADA,
            PartyId.ofPatient(victim.publicKey()),
            List.of(KeyId.of(victim.publicKey())));
    assertRefused(read(SampleCards.signed(successor)), "CS-CARD-11");
  }

  @Test
  void what_is_no_card_is_refused_in_words() {
    assertRefused(
        files().read("not a card".getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
        "CS-CARD-01");
  }

  @Test
  void a_birth_date_that_is_none_gets_no_card() {
    Hash32 nonce = issuer.challenge();
    CardApplication.Outcome application =
        new CardApplicant(DEPLOYMENT)
            .apply(
                patient,
                new PatientDetails("Ada", "2.1.1970", "", List.of()),
                HOSPITAL,
                hospital.agreement().publicKey(),
                nonce);
    assertRefused(
        issuer.issue(((CardApplication.Outcome.Made) application).application(), nonce),
        "CS-CARD-12");
  }

  @Test
  void a_photographed_card_opens_no_visit_without_its_keys() {
    PatientCard card = issued(patient).card();
    FirstVisit visit = visit();
    Hash32 nonce = visit.challenge();
    assertThat(verify(visit, card, nonce, answer(visit, patient, card, nonce))).isEmpty();
    assertThat(verify(visit, card, nonce, answer(visit, thief, card, nonce)).orElseThrow().code())
        .isEqualTo("CS-CARD-08");
  }

  @Test
  void an_answer_that_was_overheard_opens_no_other_visit() {
    PatientCard card = issued(patient).card();
    FirstVisit visit = visit();
    VisitAnswer overheard = answer(visit, patient, card, visit.challenge());
    assertThat(verify(visit, card, visit.challenge(), overheard).orElseThrow().code())
        .isEqualTo("CS-CARD-08");
  }

  @Test
  void one_of_a_cards_two_keys_opens_no_visit() {
    PatientCard card = issued(patient).card();
    FirstVisit visit = visit();
    Hash32 nonce = visit.challenge();
    PatientCard otherAgreement =
        new PatientCard(
            card.deployment(),
            card.issuer(),
            card.person(),
            card.signingKey(),
            thief.agreement().publicKey(),
            card.slotPoint(),
            card.party(),
            card.issuedAt(),
            card.ends(),
            card.nonce(),
            card.possession());
    VisitAnswer answer = answer(visit, patient, card, nonce);
    assertThat(verify(visit, otherAgreement, nonce, answer).orElseThrow().code())
        .isEqualTo("CS-CARD-08");
  }

  @Test
  void a_key_file_of_another_card_opens_no_session() {
    PatientCard card = issued(patient).card();
    assertThatThrownBy(() -> PatientSession.open(new PatientParty(card, thief), DEPLOYMENT))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.fault().code()).isEqualTo("CS-CARD-09"));
  }

  @Test
  void a_wrong_pin_opens_no_identity() {
    try (Pin wrong = Pin.copyOf("000000".toCharArray())) {
      assertThat(identities.device("patient").unlock(wrong))
          .isInstanceOf(UnlockOutcome.WrongPin.class);
    }
  }

  private CardFiles files() {
    return new CardFiles(DEPLOYMENT, VERIFIER);
  }

  private CardOutcome read(SignedCard card) {
    return files().read(files().write(card));
  }

  private static FirstVisit visit() {
    return new FirstVisit(DEPLOYMENT, VERIFIER, new SecureRandom());
  }

  private VisitAnswer answer(
      FirstVisit visit, UnlockedIdentity keys, PatientCard card, Hash32 nonce) {
    Counterparty desk = new Counterparty(PartyId.of(HOSPITAL), hospital.agreement().publicKey());
    return ((VisitAnswer.Outcome.Answered) visit.answer(keys, card, HOSPITAL, desk, nonce))
        .answer();
  }

  private Optional<Fault> verify(
      FirstVisit visit, PatientCard card, Hash32 nonce, VisitAnswer answer) {
    return visit.verify(hospital, HOSPITAL, card, nonce, answer);
  }

  private CardApplication application(UnlockedIdentity keys, Hash32 nonce) {
    return ((CardApplication.Outcome.Made)
            new CardApplicant(DEPLOYMENT)
                .apply(keys, SampleCards.ADA, HOSPITAL, hospital.agreement().publicKey(), nonce))
        .application();
  }

  private SignedCard issued(UnlockedIdentity keys) {
    Hash32 nonce = issuer.challenge();
    return ((CardOutcome.Valid) issuer.issue(application(keys, nonce), nonce)).card();
  }

  private static int indexOf(byte[] bytes, String text) {
    return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(text);
  }

  private static void assertRefused(CardOutcome outcome, String code) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            CardOutcome.Refused.class,
            refused -> assertThat(refused.fault().code()).isEqualTo(code));
  }
}

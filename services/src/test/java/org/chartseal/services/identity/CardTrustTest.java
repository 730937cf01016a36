package org.chartseal.services.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.chartseal.services.ledger.LedgerConnection;
import org.chartseal.services.ledger.OrganisationRole;
import org.chartseal.services.ledger.OrganisationStatus;
import org.chartseal.services.ledger.RegistryCalls;
import org.chartseal.services.network.NetworkHome;
import org.chartseal.services.seal.CryptoEngine;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.testing.People;
import org.chartseal.services.testing.TestNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A card is as good as the registry's word on its issuer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CardTrustTest {

  private TestNetwork network;
  private People people;
  private OrganisationParty hospital;
  private UnlockedIdentity clinician;
  private Path folder;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    this.folder = folder;
    network = TestNetwork.start(folder);
    people = new People(network);
    hospital = network.organisation(1, "hospital", OrganisationRole.PROVIDER);
    clinician = network.practitioner(hospital, "clinician");
  }

  @AfterAll
  void close() {
    network.close();
  }

  @Test
  void a_card_of_a_registered_hospital_is_trusted() {
    assertThat(trust(people.card(hospital, SampleCards.ADA, "patient"))).isEmpty();
  }

  @Test
  void a_card_signed_by_a_key_that_is_not_in_the_registry_is_not_trusted() {
    OrganisationParty impostor =
        new OrganisationParty(
            hospital.id(), "hospital", network.identities().identity("impostor"), Optional.empty());
    assertRefused(trust(people.card(impostor, SampleCards.ADA, "patient")), "no licence");
  }

  @Test
  void a_card_of_an_organisation_that_is_not_in_the_registry_is_not_trusted() {
    OrganisationParty nobody =
        new OrganisationParty(new OrganisationId(99), "nobody", hospital.keys(), Optional.empty());
    assertRefused(trust(people.card(nobody, SampleCards.ADA, "patient")), "active");
  }

  @Test
  void a_practitioner_issues_no_cards_in_the_hospitals_name() {
    OrganisationParty clinic =
        new OrganisationParty(hospital.id(), "hospital", clinician, Optional.empty());
    assertRefused(trust(people.card(clinic, SampleCards.ADA, "patient")), "own key");
  }

  @Test
  void a_card_that_says_it_was_issued_before_its_issuer_was_licensed_is_not_trusted() {
    Instant before = Instant.now().minus(Duration.ofDays(3));
    CardIssuer desk =
        new CardIssuer(
            network.deployment(),
            hospital.id(),
            hospital.keys(),
            CryptoEngine.best().signatureVerifier(),
            InstantSource.fixed(before),
            new SecureRandom());
    Hash32 nonce = desk.challenge();
    CardApplication.Outcome application =
        new CardApplicant(network.deployment())
            .apply(
                network.identities().identity("patient"),
                SampleCards.ADA,
                hospital.id(),
                hospital.keys().agreement().publicKey(),
                nonce);
    CardOutcome card =
        desk.issue(((CardApplication.Outcome.Made) application).application(), nonce);
    assertRefused(trust(((CardOutcome.Valid) card).card()), "on the day of issue");
  }

  @Test
  void a_card_of_a_suspended_organisation_or_a_revoked_key_is_not_trusted() {
    OrganisationParty closed = network.organisation(2, "closed", OrganisationRole.PROVIDER);
    SignedCard card = people.card(closed, SampleCards.ADA, "patient");
    registrar(RegistryCalls.setOrganisationStatus(closed.id(), OrganisationStatus.SUSPENDED));
    assertRefused(trust(card), "active");
    registrar(RegistryCalls.setOrganisationStatus(closed.id(), OrganisationStatus.ACTIVE));
    assertThat(trust(card)).isEmpty();
    registrar(
        RegistryCalls.revoke(
            closed.id(), KeyId.of(closed.keys().signing().publicKey()), Optional.empty()));
    assertRefused(trust(card), "no licence");
  }

  @Test
  void on_an_old_block_no_card_is_trusted() throws Exception {
    InstantSource tomorrow = () -> Instant.now().plus(Duration.ofDays(1));
    LedgerConnection stale =
        new LedgerConnection(
            network.ledgerNetwork(),
            new NetworkHome(folder.resolve("network")).headMemory(),
            tomorrow);
    SignedCard card = people.card(hospital, SampleCards.ADA, "patient");
    assertThat(new CardTrust(stale.ledger()).check(card).orElseThrow().code())
        .isEqualTo("CS-LEDG-07");
  }

  private void registrar(org.chartseal.services.ledger.ContractCall call) {
    network.act(network.identities().registrar(), OrganisationId.PATIENTS, call);
  }

  private Optional<Fault> trust(SignedCard card) {
    return new CardTrust(network.ledger()).check(card);
  }

  private static void assertRefused(Optional<Fault> fault, String reason) {
    assertThat(fault.orElseThrow().code()).isEqualTo("CS-CARD-10");
    assertThat(fault.orElseThrow().sentence()).contains(reason);
  }
}

package org.chartseal.services.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.chartseal.services.identity.OrganisationParty;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.ledger.OrganisationRole;
import org.chartseal.services.ledger.RegistryCalls;
import org.chartseal.services.ledger.SubmitOutcome;
import org.chartseal.services.outbox.ChangeOutcome;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.Queued;
import org.chartseal.services.seal.EntryReference;
import org.chartseal.services.seal.KeyId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Keys that may not write, and slots that are taken: nothing is lost or said to be written. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WritingFaultsTest extends FaultSteps {

  @TempDir static Path folder;

  private OrganisationParty other;

  @BeforeAll
  void start() throws IOException {
    open(folder);
    other = network.organisation(2, "mary", OrganisationRole.PROVIDER);
  }

  @AfterAll
  void stop() {
    close();
  }

  @Test
  @Order(1)
  void a_draft_waits_until_the_right_pin_was_entered() {
    Queued.QueuedEntry draft = queue(2002, kim);
    UnlockedIdentity locked = network.identities().unlock("kim");
    locked.close();
    assertThat(sign(locked, draft))
        .isInstanceOfSatisfying(
            SigningDesk.Outcome.Refused.class,
            refused -> assertThat(refused.fault().code()).isEqualTo("CS-SIGN-09"));
    assertThat(state(draft)).isEqualTo(JobState.DRAFT);
    assertThat(sign(kim, draft)).isEqualTo(new SigningDesk.Outcome.Signed(1));
    network.drain();
    assertThat(read(2002).isProven()).isTrue();
  }

  @Test
  @Order(2)
  void a_key_that_is_not_in_the_registry_writes_nothing_until_it_is_licensed() {
    UnlockedIdentity nobody = network.identities().identity("nobody");
    Queued.QueuedEntry draft = queue(2003, nobody);
    assertThat(sign(nobody, draft)).isEqualTo(new SigningDesk.Outcome.Signed(1));
    network.drain();
    assertFailed(draft, "CS-LEDG-33");

    network.practitioner(hospital, nobody);
    assertThat(network.outbox().retry(draft.job().id())).isEqualTo(new ChangeOutcome.Done());
    network.drain();
    assertThat(state(draft)).isEqualTo(JobState.FINAL);
    assertThat(read(2003).isProven()).isTrue();
  }

  @Test
  @Order(3)
  void a_suspended_actor_writes_nothing_new_and_what_was_written_before_stays_proven() {
    KeyId key = KeyId.of(kim.signing().publicKey());
    network.act(hospital.keys(), hospital.id(), RegistryCalls.suspend(hospital.id(), key));
    Queued.QueuedEntry draft = queue(2004, kim);
    assertThat(sign(kim, draft)).isEqualTo(new SigningDesk.Outcome.Signed(1));
    network.drain();
    assertFailed(draft, "CS-LEDG-");
    assertThat(read(GOOD).isProven()).as("the past is not rewritten").isTrue();

    network.act(hospital.keys(), hospital.id(), RegistryCalls.reinstate(hospital.id(), key));
    assertThat(network.outbox().retry(draft.job().id())).isEqualTo(new ChangeOutcome.Done());
    network.drain();
    assertThat(read(2004).isProven()).isTrue();
  }

  @Test
  @Order(4)
  void a_licence_of_one_organisation_does_not_write_for_another() {
    EntryReference entry = sealed(2005, said(kim, 2005)).reference();
    SubmitOutcome outcome = network.relay().submit(hand.anchoring(kim, other.id(), List.of(entry)));
    assertThat(outcome).isInstanceOf(SubmitOutcome.Rejected.class);
    assertThat(((SubmitOutcome.Rejected) outcome).fault().code()).isEqualTo("CS-LEDG-33");
  }

  @Test
  @Order(5)
  void another_organisation_cannot_squat_a_slot() {
    Queued.QueuedEntry draft = queue(2006, kim);
    network.submit(hand.anchoring(other.keys(), other.id(), List.of(draft.reference())));
    assertThat(sign(kim, draft)).isEqualTo(new SigningDesk.Outcome.Signed(1));
    network.drain();
    assertThat(state(draft)).isEqualTo(JobState.FINAL);
    assertThat(read(2006).isProven()).isTrue();
  }

  @Test
  @Order(6)
  void an_entry_whose_slot_was_used_meanwhile_stays_in_the_outbox_and_says_why() {
    Queued.QueuedEntry draft = queue(2007, kim);
    network.submit(
        hand.anchoring(kim, hospital.id(), List.of(sealed(2007, said(kim, 2007)).reference())));
    assertThat(sign(kim, draft)).isEqualTo(new SigningDesk.Outcome.Signed(1));
    network.drain();
    Queued found = network.outbox().find(draft.job().id()).orElseThrow();
    assertThat(found.job().state()).isEqualTo(JobState.MOVED);
    assertThat(found.job().fault().orElseThrow().code()).isEqualTo("CS-OUTB-14");
    assertThat(read(2007).isProven()).as("what stands there is not ours, and good").isTrue();
  }

  private void assertFailed(Queued.QueuedEntry entry, String code) {
    Queued found = network.outbox().find(entry.job().id()).orElseThrow();
    assertThat(found.job().state()).isEqualTo(JobState.FAILED);
    assertThat(found.job().fault().orElseThrow().code()).startsWith(code);
  }
}

package org.chartseal.services.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartseal.services.outbox.Bench.DEPLOYMENT;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.PatientAnchor;
import org.chartseal.services.ledger.Submission;
import org.chartseal.services.outbox.Queued.QueuedAct;
import org.chartseal.services.outbox.Queued.QueuedEntry;
import org.chartseal.services.outbox.Queued.QueuedRetraction;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Retractions, acts, and entries that were retracted. */
class OutboxRetractionsTest {

  @TempDir Path folder;

  private Bench bench;
  private final TestWriter hospital = TestWriter.organisation(DEPLOYMENT, 7, 1);
  private final TestWriter patient = TestWriter.patient(DEPLOYMENT, 2);

  @BeforeEach
  void open() {
    bench = new Bench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void a_retraction_waits_for_what_it_retracts_and_for_the_correction() {
    QueuedEntry wrong = bench.signed(hospital, 1).getFirst();
    QueuedEntry correction = bench.enqueue(hospital, 1).getFirst();
    QueuedRetraction retraction =
        bench
            .outbox
            .retract(
                List.of(
                    new RetractionDraft.OfOrganisation(
                        wrong.slot(),
                        wrong.digests().recordDigest(),
                        KeyId.of(hospital.signer.publicKey()),
                        Owner.NONE,
                        Set.of(correction.job().id()))))
            .getFirst();
    bench.sign(hospital.writer, hospital.signer, List.of(retraction));
    bench.drain();
    bench.chain.mine();
    bench.drain();
    bench.drain();
    assertThat(bench.state(wrong)).isEqualTo(JobState.SUBMITTED);
    bench.chain.mine(10);
    bench.drain();
    assertThat(bench.state(wrong)).isEqualTo(JobState.FINAL);
    assertThat(bench.chain.word(wrong.slot()).retractedAt()).isEmpty();

    bench.signAll(hospital.writer, hospital.signer);
    bench.drainToTheEnd();
    assertThat(bench.state(retraction)).isEqualTo(JobState.FINAL);
    assertThat(bench.chain.word(wrong.slot()).retractedAt()).isPresent();
    assertThat(bench.chain.word(correction.slot()).retractedAt()).isEmpty();
    bench.restart();
    bench.drain();
    assertThat(bench.state(wrong))
        .as("retracted since, and still its own")
        .isEqualTo(JobState.FINAL);
  }

  @Test
  void a_patients_retraction_goes_under_the_slots_own_key() {
    QueuedEntry grant = bench.enqueue(patient, 1).getFirst();
    PatientAuthority authority = patient.authority(grant.place(), grant.digests(), true);
    QueuedRetraction retraction =
        bench
            .outbox
            .retract(
                List.of(
                    new RetractionDraft.OfPatient(
                        grant.slot().slot(),
                        grant.digests().recordDigest(),
                        new PatientAnchor(
                            grant.digests().manifestDigest(),
                            grant.digests().contentRoot(),
                            authority.notAfter(),
                            authority.signature()),
                        Owner.NONE,
                        Set.of())))
            .getFirst();
    bench.drainToTheEnd();
    assertThat(bench.state(retraction)).isEqualTo(JobState.FINAL);
    assertThat(bench.state(grant)).isEqualTo(JobState.FINAL);
    assertThat(bench.chain.word(grant.slot()).retractedAt()).isPresent();
  }

  @Test
  void an_act_is_sent_until_the_chain_shows_its_effect_and_never_after() {
    QueuedEntry decision = bench.signed(hospital, 1).getFirst();
    bench.acts.add(new AnchorAct(bench, decision));
    bench.restart();
    QueuedAct act =
        bench.outbox.act(
            new ActDraft(
                new ActKind("test/1"), new byte[] {1}, Owner.NONE, Set.of(decision.job().id())));
    bench.drainToTheEnd();
    assertThat(bench.state(act)).isEqualTo(JobState.FINAL);
    assertThat(bench.chain.submissions).as("the entry, then the act").isEqualTo(2);
    bench.chain.mine(5);
    bench.drain();
    assertThat(bench.chain.submissions).isEqualTo(2);
  }

  /** An act with an effect that this model can show: a patient's entry anchored by hand. */
  private static final class AnchorAct implements ActHandler {
    private final Bench bench;
    private final PatientAnchor anchor;
    private final LedgerSlot slot;

    AnchorAct(Bench bench, QueuedEntry waitsFor) {
      this.bench = bench;
      TestWriter writer = TestWriter.patient(DEPLOYMENT, 77);
      Place place = new Place(0, 0);
      PatientAuthority authority = writer.authority(place, waitsFor.digests(), false);
      this.slot = new LedgerSlot(writer.writer, writer.slot(place));
      this.anchor =
          new PatientAnchor(
              waitsFor.digests().manifestDigest(),
              waitsFor.digests().contentRoot(),
              authority.notAfter(),
              authority.signature());
      bench.chain.knowPatient(slot, waitsFor.digests());
    }

    @Override
    public ActKind kind() {
      return new ActKind("test/1");
    }

    @Override
    public Standing standing(BlockRef at, byte[] payload) {
      Optional<Long> filled = bench.chain.filledAt(slot);
      return filled.isPresent() && filled.get() <= at.number()
          ? new Standing.Done()
          : new Standing.NotYet();
    }

    @Override
    public Submission submission(byte[] payload) {
      return new Submission.PatientAnchors(List.of(anchor));
    }
  }

  @Test
  void an_act_of_an_unknown_kind_waits_for_a_version_that_knows_it() {
    QueuedAct act =
        bench.outbox.act(new ActDraft(new ActKind("later/9"), new byte[0], Owner.NONE, Set.of()));
    assertThat(bench.drain().faults()).extracting(Fault::code).containsExactly("CS-OUTB-18");
    assertThat(bench.state(act)).isEqualTo(JobState.STORED);
  }

  @Test
  void an_invented_retractor_moves_nothing_that_may_be_our_own() {
    QueuedEntry entry = bench.signed(hospital, 1).getFirst();
    bench.drain();
    bench.chain.mine();
    bench.chain.retract(entry, KeyId.of(hospital.signer.publicKey()), neighbourKey());
    bench.chain.tellRetractor(entry.slot(), new KeyId(Hash32.ofHex("22".repeat(32))));
    for (int pass = 0; pass < 20; pass++) {
      bench.drain();
      bench.chain.mine();
    }
    assertThat(bench.state(entry)).isEqualTo(JobState.SUBMITTED);

    bench.chain.tellRetractor(entry.slot(), neighbourKey());
    bench.drainToTheEnd();
    assertThat(bench.state(entry)).isEqualTo(JobState.FINAL);
  }

  private static KeyId neighbourKey() {
    return new KeyId(Hash32.ofHex("33".repeat(32)));
  }
}

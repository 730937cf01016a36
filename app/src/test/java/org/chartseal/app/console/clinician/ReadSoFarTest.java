package org.chartseal.app.console.clinician;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.consent.OpeningScope;
import org.chartseal.services.ledger.Word;
import org.chartseal.services.outbox.HeldJobs;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.JobStatus;
import org.chartseal.services.outbox.LaneKey;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.outbox.Queued;
import org.chartseal.services.record.LaneReading;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.seal.EntryDigests;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;
import org.chartseal.views.testing.Entries;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadSoFarTest {

  private final Jobs outbox = new Jobs();
  private Entries entries;
  private ReadSoFar read;

  @BeforeEach
  void openARecordOfOneEntry() throws GeneralSecurityException {
    entries = new Entries();
    RecordEntry first = entry(0);
    read = new ReadSoFar(first.where().writer(), outbox);
    assertThat(read.everything().streams().test(first.where())).isTrue();
    read.took(first);
  }

  @Test
  void of_a_stream_that_others_write_too_only_what_was_signed_at_this_desk_is_read_on() {
    signed(entry(1));
    OpeningScope own = read.in(read.since(outbox));
    assertThat(own.streams().test(entry(1).where())).isTrue();
    assertThat(own.places().test(entry(1).anchor())).isTrue();
    assertThat(own.places().test(entry(2).anchor())).as("a colleague's").isFalse();
    assertThat(own.places().test(retracted(entry(0).anchor()))).as("retracted there").isFalse();
    assertThat(read.everything().places().test(entry(2).anchor())).isTrue();
  }

  @Test
  void what_was_read_and_not_taken_is_read_again_and_what_was_taken_is_not() {
    signed(entry(1));
    read.looksFor(read.since(outbox));
    assertThat(read.since(outbox).jobs()).containsExactly(new JobId(1));
    assertThat(read.everything().places().test(entry(1).anchor())).isTrue();
    read.took(entry(1));
    assertThat(read.since(outbox).jobs()).isEmpty();
    assertThat(read.everything().places().test(entry(1).anchor())).isFalse();
  }

  @Test
  void a_retraction_is_asked_for_until_the_retracted_entry_was_taken() {
    RecordEntry first = entry(0);
    outbox.held.add(
        new Queued.QueuedRetraction(job(), first.anchor().slot(), Hash32.ZERO, KeyId.PATIENT));
    ReadSoFar.Anchored anchored = read.since(outbox);
    assertThat(anchored.jobs()).hasSize(1);
    assertThat(read.in(anchored).places().test(retracted(first.anchor()))).isTrue();
    assertThat(read.in(anchored).places().test(first.anchor())).as("not proven yet").isFalse();
    read.took(
        new RecordEntry(
            first.where(),
            retracted(first.anchor()),
            first.at(),
            first.description(),
            first.author(),
            first.reference(),
            first.replaces(),
            first.content(),
            first.verdict()));
    assertThat(read.since(outbox).jobs()).isEmpty();
  }

  @Test
  void what_was_looked_for_to_the_end_and_is_not_there_is_not_asked_for_again() {
    signed(entry(1));
    read.looksFor(read.since(outbox));
    assertThat(read.since(outbox).jobs()).hasSize(1);
    read.looked();
    assertThat(read.since(outbox).jobs()).isEmpty();
  }

  private RecordEntry entry(int n) {
    return entries.entry(n, EntryKind.NOTE, "2026-03-02", "Note " + n, List.of());
  }

  private static LaneReading.Filled retracted(LaneReading.Filled anchor) {
    byte[] word = anchor.word().value().bytes();
    ByteBuffer.wrap(word).putInt(28, 1_800_000_000);
    return new LaneReading.Filled(anchor.place(), anchor.slot(), new Word(Hash32.of(word)));
  }

  private void signed(RecordEntry entry) {
    outbox.held.add(
        new Queued.QueuedEntry(
            job(),
            new LaneKey(entry.where().keys().fingerprint(), entry.where().writer(), 0),
            entry.anchor().place(),
            entry.anchor().slot(),
            new EntryDigests(Hash32.ZERO, Hash32.ZERO)));
  }

  private JobStatus job() {
    return new JobStatus(
        new JobId(outbox.held.size() + 1),
        JobState.FINAL,
        Owner.NONE,
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty());
  }

  /** An outbox whose jobs are all final. */
  private static final class Jobs implements HeldJobs {
    private final List<Queued> held = new ArrayList<>();

    @Override
    public List<Queued> pending() {
      return List.of();
    }

    @Override
    public List<Queued> ofOwner(Owner owner) {
      return List.of();
    }

    @Override
    public List<Queued> after(JobId job) {
      return held.stream().filter(one -> one.job().id().value() > job.value()).toList();
    }

    @Override
    public JobId newest() {
      return new JobId(held.size());
    }
  }
}

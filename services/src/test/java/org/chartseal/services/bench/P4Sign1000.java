package org.chartseal.services.bench;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.record.EntryDraft;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.seal.ContentLeaves;
import org.chartseal.services.seal.EntryDigests;
import org.chartseal.services.seal.EntrySealer;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.Place;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SealRequest;

/** Signing 1,000 entries: queued, sealed and signed durably, against sealing them alone. */
final class P4Sign1000 {

  private static final int ENTRIES = 1_000;

  private final BenchHome home;

  P4Sign1000(BenchHome home) {
    this.home = home;
  }

  List<BenchLine> run() throws RefusedException {
    CountingSession device = new CountingSession(home.clinician().session());
    UnlockedIdentity keys = CountingSession.around(home.clinician(), device);
    try (PairStreams pair = home.people().pair(home.writing(), home.card().card())) {
      List<EntryDraft> drafts = home.drafts(pair, ENTRIES);
      seal(drafts);
      long before = Nanos.now();
      seal(drafts);
      long sealing = Nanos.now() - before;
      before = Nanos.now();
      List<JobId> jobs = BenchHome.queued(home.care().writer().queue(drafts, BenchHome.DESK));
      home.sign(keys, jobs);
      long signing = Nanos.now() - before;
      home.network().drain();
      return List.of(
          BenchLine.of(
              "P4-sign1000",
              Nanos.millis(signing),
              "ms",
              Nanos.millis(sealing),
              "hashing and sealing the same 1000 entries, %.1f ms, limit 2"
                  .formatted(Nanos.millis(sealing))),
          BenchLine.of("P4-operations", device.operations(), "operations", 1, "one"));
    }
  }

  /** What sealing costs without queue, disk and device. */
  private void seal(List<EntryDraft> drafts) throws RefusedException {
    EntrySealer sealer = new EntrySealer(home.care().engine(), new SecureRandom());
    List<Hash32> records = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      EntryDraft draft = drafts.get(i);
      Place place = new Place(draft.lane(), i + 1);
      SealRequest request =
          new SealRequest(
              draft.stream().keys(),
              place,
              draft.stream().slot(place).slot(),
              draft.description(),
              draft.content(),
              ContentLeaves.of(
                  draft.content(), draft.description().subject(), home.care().extractor()),
              Optional.of(new EntryDigests(Hash32.ZERO, Hash32.ZERO)),
              draft.replaces());
      records.add(sealer.seal(request).recordDigest());
    }
  }
}

package org.chartseal.services.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.chartseal.services.blocks.BlockStore;
import org.chartseal.services.blocks.Cid;
import org.chartseal.services.clinical.ActorReference;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.clinical.PurposeOfUse;
import org.chartseal.services.consent.Ask;
import org.chartseal.services.consent.PatientBooks;
import org.chartseal.services.consent.PatientSession;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.outbox.Queued;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SensitivityClass;

/** What a patient's grant costs: time on the patient's side, bytes of its sealed block, gas. */
final class P6Grant {

  private static final int TIMES = 5;
  private static final int[] WRITERS = {2, 4, 8};
  private static final int[] CLASSES = {2, 4, 8};
  private static final int[] YEARS = {1, 10, 40};

  private final BenchHome home;
  private final NodeCalls node;
  private final List<BenchLine> lines = new ArrayList<>();
  private int asked;
  private int writers = 1;

  P6Grant(BenchHome home, NodeCalls node) {
    this.home = home;
    this.node = node;
  }

  /** What one grant came to: the median of its times. */
  record Cost(double millis, long bytes, long gas) {}

  List<BenchLine> lines() {
    return List.copyOf(lines);
  }

  /** A grant of everything for the record as it is now. */
  Cost forRecord(String id, Cost smallest) throws RefusedException {
    Cost cost = grant(List.of(SensitivityClass.GENERAL), new TreeSet<>());
    Cost reference = smallest == null ? cost : smallest;
    lines.add(BenchLine.of(id, cost.millis(), "ms", reference.millis(), "P6-10"));
    lines.add(BenchLine.of(id + "-bytes", cost.bytes(), "bytes", reference.bytes(), "P6-10"));
    lines.add(BenchLine.of(id + "-gas", cost.gas(), "gas", reference.gas(), "P6-10"));
    return cost;
  }

  /** How it grows with writers, classes and years. */
  void growth(Cost smallest) throws RefusedException {
    for (int classes : CLASSES) {
      add(
          "P6-classes",
          classes,
          grant(SensitivityClass.CLINICAL.subList(0, classes), new TreeSet<>()),
          smallest);
    }
    for (int years : YEARS) {
      SortedSet<Integer> named = new TreeSet<>();
      for (int i = 0; i < years; i++) {
        named.add(home.thisYear() - i);
      }
      add("P6-years", years, grant(List.of(SensitivityClass.GENERAL), named), smallest);
    }
    for (int more : WRITERS) {
      while (writers < more) {
        writers++;
        home.relate(home.organisation(100 + writers, "writer" + writers), 0);
      }
      add("P6-writers", more, grant(List.of(SensitivityClass.GENERAL), new TreeSet<>()), smallest);
    }
  }

  private void add(String id, int count, Cost cost, Cost smallest) {
    lines.add(
        BenchLine.of(
            id + "-" + count,
            cost.bytes(),
            "bytes",
            smallest.bytes(),
            "P6-10; %.1f ms; %d gas".formatted(cost.millis(), cost.gas())));
  }

  /** Asked and approved anew each time: a patient gives one answer after the other. */
  private Cost grant(List<SensitivityClass> classes, SortedSet<Integer> years)
      throws RefusedException {
    List<Double> times = new ArrayList<>();
    JobId last = approve(ask(classes, years), times);
    while (times.size() < TIMES) {
      last = approve(ask(classes, years), times);
    }
    Queued.QueuedEntry entry =
        (Queued.QueuedEntry) home.network().outbox().find(last).orElseThrow();
    Hash32 transaction = entry.job().transaction().orElseThrow();
    times.sort(null);
    return new Cost(times.get(TIMES / 2), blockLength(entry), node.gas(transaction).total());
  }

  private JobId approve(ConsentTerms terms, List<Double> times) throws RefusedException {
    try (PatientSession session = home.session();
        PatientBooks books = home.care().patientDesk().read(session)) {
      Ask ask =
          books.open().stream()
              .filter(open -> open.terms().id().equals(terms.id()))
              .findFirst()
              .orElseThrow();
      long before = Nanos.now();
      List<JobId> jobs =
          BenchHome.queued(
              home.care().patientDesk().approve(session, books, ask, ask.terms(), BenchHome.DESK));
      times.add(Nanos.millis(Nanos.now() - before));
      home.network().drain();
      return jobs.getFirst();
    }
  }

  private long blockLength(Queued.QueuedEntry entry) {
    Cid cid = new Cid(entry.digests().manifestDigest());
    if (home.network().blocks().get(cid) instanceof BlockStore.GetOutcome.Found(byte[] block)) {
      return block.length;
    }
    throw new IllegalStateException("a grant whose block is not stored");
  }

  private ConsentTerms ask(List<SensitivityClass> classes, SortedSet<Integer> years) {
    Instant now = Instant.now();
    ConsentTerms terms =
        new ConsentTerms(
            "bench-" + ++asked,
            actor(ActorReference.Kind.PATIENT, home.card().card().party().toString()),
            actor(ActorReference.Kind.ORGANISATION, home.reading().id().toString()),
            List.of(),
            PurposeOfUse.TREATMENT,
            classes,
            years,
            now,
            now.minusSeconds(60),
            now.plus(Duration.ofDays(1)));
    try (PairStreams pair = home.people().pair(home.reading(), home.card().card())) {
      BenchHome.queued(
          home.care()
              .consentDesk()
              .ask(home.reading(), home.card().card(), pair, terms, BenchHome.DESK));
    }
    home.network().drain();
    return terms;
  }

  private static ActorReference actor(ActorReference.Kind kind, String id) {
    return new ActorReference(kind, id, "");
  }
}

package org.chartseal.services.bench;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.seal.ClassKey;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.testing.People;

/** Another hospital opens the whole record in a new process, against its bare primitives. */
final class P1Cold {

  private static final int TIMES = 3;
  private static final double FIRST_LIMIT = 300;

  private final BenchHome home;
  private final CountingNode node;

  P1Cold(BenchHome home, CountingNode node) {
    this.home = home;
    this.node = node;
  }

  /**
   * One opening in a new process, and the primitives in another.
   *
   * @param warm the second opening in the same process
   */
  private record Round(ColdOpening.Times cold, ColdOpening.Times warm, long[] primitives) {

    long sum() {
      return Arrays.stream(primitives).sum();
    }
  }

  List<BenchLine> run() throws IOException, GeneralSecurityException, InterruptedException {
    ColdSpec spec = spec();
    RawWork work = work(spec);
    List<Round> rounds = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      List<String> times = ChildJvm.run(ColdReader.class, spec::write, "2");
      List<String> primitives = ChildJvm.run(RawPrimitives.class, work::write);
      rounds.add(
          new Round(
              ColdOpening.Times.parse(times.get(0)),
              ColdOpening.Times.parse(times.get(1)),
              Arrays.stream(primitives.getFirst().split(" ", -1))
                  .mapToLong(Long::parseLong)
                  .toArray()));
    }
    rounds.sort(Comparator.comparingDouble(round -> (double) own(round.cold()) / round.sum()));
    return lines(rounds.get(TIMES / 2));
  }

  private List<BenchLine> lines(Round round) {
    ColdOpening.Times cold = round.cold();
    ColdOpening.Times warm = round.warm();
    if (cold.entries() != home.written() || cold.proven() != cold.entries()) {
      throw new IllegalStateException("not everything was proven: " + cold);
    }
    double primitives = Nanos.millis(round.sum());
    long[] each = round.primitives();
    String sum =
        "primitives %.1f ms: signatures %.1f, AES-GCM %.1f, keccak %.1f, HMAC %.1f"
            .formatted(
                primitives,
                Nanos.millis(each[0]),
                Nanos.millis(each[1]),
                Nanos.millis(each[2]),
                Nanos.millis(each[3]));
    double wall = Nanos.millis(cold.end() - cold.begin());
    double busy = Nanos.millis(node.busy(cold.begin(), cold.end()));
    return List.of(
        BenchLine.of("P1-cold", Nanos.millis(own(cold)), "ms", primitives, sum),
        BenchLine.of(
            "P1-node",
            busy,
            "ms",
            wall,
            "whole opening %.1f ms; %d questions, %d bytes"
                .formatted(
                    wall,
                    node.questions(cold.begin(), cold.end()),
                    node.bytes(cold.begin(), cold.end()))),
        BenchLine.of("P1-warm", Nanos.millis(own(warm)), "ms", primitives, "the same, cold"),
        first("P1-first50", cold),
        first("P1-first50-warm", warm));
  }

  private BenchLine first(String id, ColdOpening.Times times) {
    return BenchLine.of(
        id,
        Nanos.millis(times.first() - times.begin()),
        "ms",
        FIRST_LIMIT,
        "limit 300 ms; of it the node %.1f ms"
            .formatted(Nanos.millis(node.busy(times.begin(), times.first()))));
  }

  /** The time of an opening in which the node had nothing to do. */
  private long own(ColdOpening.Times times) {
    return times.end() - times.begin() - node.busy(times.begin(), times.end());
  }

  /** Opens it here, to see what the primitives have to do. */
  private RawWork work(ColdSpec spec) throws IOException, GeneralSecurityException {
    RawWorkOfOpening work = new RawWorkOfOpening(home.network().blocks(), home.care().extractor());
    try (ColdOpening opening = new ColdOpening(spec)) {
      node.keep(true);
      opening.open(work::add);
      work.addProofs(node.kept());
      node.keep(false);
      work.addSignatures(opening.ledger());
    }
    return work.work();
  }

  private ColdSpec spec() throws GeneralSecurityException {
    return new ColdSpec(
        home.network().folder(),
        node.address(),
        People.subject(home.card().card()),
        home.network().identities().registrar().signing().certificate().getEncoded(),
        home.firstYear(),
        home.thisYear(),
        List.of(key(home.writing().id()), key(home.reading().id())));
  }

  /** What a grant's capability holds for a writer. */
  private ColdSpec.Key key(OrganisationId writer) {
    var party = writer.equals(home.writing().id()) ? home.writing() : home.reading();
    try (PairStreams pair = home.people().pair(party, home.card().card());
        ClassKey key = pair.classKey(writer, SensitivityClass.GENERAL, 0)) {
      return new ColdSpec.Key(writer.number(), key.bytes());
    }
  }
}

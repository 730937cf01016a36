package org.chartseal.services.bench;

import java.util.List;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.seal.Hash32;

/** What a real transaction of one entry, and of a run of a hundred, executes. */
final class P5Gas {

  private static final int RUN = 100;
  private static final int SINGLE_LIMIT = 40_000;
  private static final int RUN_LIMIT = 25_500;

  private final BenchHome home;
  private final NodeCalls node;

  P5Gas(BenchHome home, NodeCalls node) {
    this.home = home;
    this.node = node;
  }

  List<BenchLine> run() {
    return List.of(line("P5-single", 1, SINGLE_LIMIT), line("P5-run100", RUN, RUN_LIMIT));
  }

  private BenchLine line(String id, int entries, int limit) {
    try (PairStreams pair = home.people().pair(home.writing(), home.card().card())) {
      List<JobId> jobs =
          BenchHome.queued(home.care().writer().queue(home.drafts(pair, entries), BenchHome.DESK));
      home.sign(home.clinician(), jobs);
      home.network().drain();
      Hash32 transaction =
          home.network()
              .outbox()
              .find(jobs.getFirst())
              .orElseThrow()
              .job()
              .transaction()
              .orElseThrow();
      NodeCalls.Gas gas = node.gas(transaction);
      return BenchLine.of(
          id,
          (double) gas.execution() / entries,
          "gas/entry",
          limit,
          "limit %d; whole transaction %d; EAS attest 164178".formatted(limit, gas.total()));
    }
  }
}

package org.chartseal.views.queue;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.EvidenceKind;
import org.chartseal.services.claims.LineAmounts;
import org.chartseal.services.claims.LineDecision;
import org.chartseal.services.claims.Outcome;
import org.chartseal.services.claims.desk.DecideOutcome;
import org.chartseal.services.claims.desk.DecideResult;
import org.chartseal.services.claims.desk.DecideSummary;
import org.chartseal.services.claims.desk.ReceivedClaim;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.Pin;
import org.chartseal.signing.PinStatus;
import org.chartseal.views.kit.dialog.KeyHolder;
import org.chartseal.views.testing.SampleClaims;

/** An insurer whose claims are made up, and who decides them by the sample rules. */
final class SampleQueue implements QueueDesk {

  static final String PIN = "2468";

  /** Lets so many claims be decided; the next one waits for more. */
  final Semaphore turns = new Semaphore(0);

  final SampleClaims samples = new SampleClaims();
  volatile Optional<Fault> away = Optional.empty();

  /** How often it was asked whether something moved. */
  final AtomicInteger asked = new AtomicInteger();

  volatile List<SavedFilter> kept = List.of();
  private final List<ReceivedClaim> claims;
  private volatile int read;

  SampleQueue(int count) {
    claims = new ArrayList<>(samples.open(count));
  }

  @Override
  public synchronized List<ReceivedClaim> received(Progress progress) throws RefusedException {
    if (away.isPresent()) {
      throw new RefusedException(away.get());
    }
    read = claims.size();
    return List.copyOf(claims);
  }

  @Override
  public synchronized boolean moved() {
    asked.incrementAndGet();
    return claims.size() != read;
  }

  /** One more is sent. */
  synchronized void arrive() {
    claims.add(samples.open(claims.size() + 1).getLast());
  }

  @Override
  public KeyHolder holder() {
    return new KeyHolder(
        "Meridian", KeyHolder.Kind.FILE, new PinStatus.Unknown(), PinStatus.Unknown::new);
  }

  @Override
  public DecideOutcome decide(Pin pin, Set<Hash32> wanted, Progress progress)
      throws RefusedException {
    if (!pin.use(String::new).equals(PIN)) {
      throw new RefusedException(new Fault("CS-PIN-08", "The PIN is wrong."));
    }
    List<DecideResult> results = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      ReceivedClaim claim = claims.get(i);
      Hash32 id = claim.id().orElseThrow();
      if (wanted.contains(id)) {
        turns.acquireUninterruptibly();
        if (progress.step(results.size(), wanted.size(), "deciding claims")) {
          // Of each third claim the rules leave all to a person: its author's key is in doubt.
          Decision decision =
              samples.decide(
                  claim, i % 3 == 2 ? Optional.of(EvidenceKind.LICENSED) : Optional.empty());
          results.add(new DecideResult.Decided(id, decision, true));
          synchronized (this) {
            claims.set(i, samples.with(claim, new ReceivedClaim.Standing.Decided(decision, false)));
          }
        } else {
          turns.release();
          results.add(new DecideResult.NotReached(id));
        }
      }
    }
    return new DecideOutcome.Done(results, summary(results), Optional.empty());
  }

  @Override
  public List<SavedFilter> filters() {
    return kept;
  }

  @Override
  public void keep(List<SavedFilter> filters) {
    kept = List.copyOf(filters);
  }

  private static DecideSummary summary(List<DecideResult> results) {
    List<LineDecision> lines =
        results.stream()
            .filter(DecideResult.Decided.class::isInstance)
            .map(DecideResult.Decided.class::cast)
            .flatMap(result -> result.decision().result().lines().stream())
            .toList();
    int decided = (int) results.stream().filter(DecideResult.Decided.class::isInstance).count();
    Map<Currency, LineAmounts> amounts =
        lines.stream()
            .map(LineDecision::amounts)
            .reduce(LineAmounts::plus)
            .map(sum -> Map.of(sum.billed().currency(), sum))
            .orElse(Map.of());
    return new DecideSummary(
        results.size(),
        decided,
        0,
        results.size() - decided,
        lines.size(),
        count(lines, Outcome.APPROVED),
        count(lines, Outcome.DENIED),
        count(lines, Outcome.NEEDS_PERSON),
        amounts);
  }

  private static int count(List<LineDecision> lines, Outcome outcome) {
    return (int) lines.stream().filter(line -> line.outcome() == outcome).count();
  }
}

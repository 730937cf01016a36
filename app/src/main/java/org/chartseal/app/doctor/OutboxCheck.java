package org.chartseal.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.services.network.NetworkFile;
import org.chartseal.services.network.NetworkFileOutcome;
import org.chartseal.services.network.NetworkHome;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.OpenOutcome;
import org.chartseal.services.outbox.Outbox;
import org.chartseal.services.outbox.OutboxException;
import org.chartseal.services.outbox.OutboxFile;
import org.chartseal.services.outbox.Queued;
import org.chartseal.services.seal.Fault;

/** What is not final yet: how much, since when, and what carries it on. */
public final class OutboxCheck implements HealthCheck {

  private static final String CHECK = "outbox";
  private static final Set<JobState> ON_THE_WAY =
      Set.of(JobState.SIGNED, JobState.STORED, JobState.SUBMITTED);
  private static final Set<JobState> HELD_UP = Set.of(JobState.MOVED, JobState.FAILED);

  private final HomeFolder home;

  public OutboxCheck(HomeFolder home) {
    this.home = home;
  }

  @Override
  public Finding look() {
    try {
      if (home.isSetUp()) {
        home.hideInternals();
      }
      if (!home.isSetUp() || !Files.exists(home.outbox())) {
        return Finding.well(CHECK, "Nothing was signed here yet.");
      }
      return switch (new NetworkHome(home.root()).networkFile()) {
        case NetworkFileOutcome.Missing _ -> Finding.well(CHECK, "No network was used here yet.");
        case NetworkFileOutcome.Refused(var fault) -> Finding.problem(CHECK, fault);
        case NetworkFileOutcome.Loaded(var network) -> look(network);
      };
    } catch (HomeException e) {
      return Finding.problem(CHECK, e.fault());
    } catch (IOException e) {
      return Finding.problem(CHECK, HomeCheck.UNREADABLE);
    } catch (OutboxException e) {
      return Finding.problem(CHECK, e.fault());
    }
  }

  private Finding look(NetworkFile network) {
    return switch (new OutboxFile(home.outbox(), network.ledger().deployment()).open()) {
      case OpenOutcome.Refused(var fault) -> Finding.problem(CHECK, fault);
      case OpenOutcome.Opened(Outbox opened) -> {
        try (opened) {
          yield judge(opened.pending());
        }
      }
    };
  }

  private static Finding judge(List<Queued> pending) {
    List<Queued> heldUp = in(pending, HELD_UP);
    if (!heldUp.isEmpty()) {
      String count = Integer.toString(heldUp.size());
      String since = since(heldUp);
      return Finding.note(
          CHECK,
          new Fault(
              "CS-HEALTH-15",
              "Signed and held up: "
                  + count
                  + ", the oldest since "
                  + since
                  + ". Open the window as whoever signed it: the outbox says why, and Sign sends it again.",
              List.of(count, since)));
    }
    StringBuilder words = new StringBuilder();
    List<Queued> onTheWay = in(pending, ON_THE_WAY);
    if (!onTheWay.isEmpty()) {
      words
          .append("Signed and on the way: ")
          .append(onTheWay.size())
          .append(", the oldest since ")
          .append(since(onTheWay))
          .append(
              ". The open window carries it on, and so does every command that signs or sends, for instance 'chartseal claim submit'.");
    }
    List<Queued> drafts = in(pending, Set.of(JobState.DRAFT));
    if (!drafts.isEmpty()) {
      words
          .append(words.isEmpty() ? "" : " ")
          .append("Waiting for a signature: ")
          .append(drafts.size())
          .append(", the oldest since ")
          .append(since(drafts))
          .append('.');
    }
    return Finding.well(
        CHECK, words.isEmpty() ? "Everything that was signed is final." : words.toString());
  }

  private static List<Queued> in(List<Queued> pending, Set<JobState> states) {
    return pending.stream().filter(queued -> states.contains(queued.job().state())).toList();
  }

  private static String since(List<Queued> queued) {
    return queued.stream()
        .map(one -> one.job().queuedAt())
        .min(Instant::compareTo)
        .map(oldest -> oldest.truncatedTo(ChronoUnit.SECONDS).toString())
        .orElseThrow();
  }
}

package org.chartseal.services.outbox.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.LedgerQuery;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.ledger.ReadOutcome;
import org.chartseal.services.ledger.SlotState;
import org.chartseal.services.outbox.ActHandler;
import org.chartseal.services.outbox.DrainSettings;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.internal.Finding.Nothing;
import org.chartseal.services.outbox.internal.Finding.Other;
import org.chartseal.services.outbox.internal.Finding.Own;
import org.chartseal.services.outbox.internal.Finding.Unclear;
import org.chartseal.services.outbox.internal.Flight.Seen;
import org.chartseal.services.outbox.internal.Flight.Target;
import org.chartseal.services.outbox.internal.Tally.Move;
import org.chartseal.services.seal.Fault;

/**
 * Reads with proof what stands in the places of jobs, and moves them by it: forward when it is
 * their own and deep enough, aside when another's is, back when a final one has vanished. What was
 * sent and is not there yet is for {@link LostStep}.
 */
final class LookStep {

  /** So many places are read by one query. */
  private static final int TOGETHER = 1_000;

  private final Database database;
  private final ProvenLedger ledger;
  private final Judge judge;
  private final Map<String, ActHandler> handlers;
  private final DrainSettings settings;

  LookStep(
      Database database, ProvenLedger ledger, List<ActHandler> handlers, DrainSettings settings) {
    this.database = database;
    this.ledger = ledger;
    this.judge = new Judge(database, ledger);
    this.handlers = new HashMap<>();
    handlers.forEach(handler -> this.handlers.put(handler.kind().name(), handler));
    this.settings = settings;
  }

  /**
   * What was seen in one pass.
   *
   * @param own jobs whose own effect stands at this block
   * @param others jobs in whose place something else stands, and what that means for them
   * @param vacant jobs of which nothing stands at this block: these may be sent
   * @param complete whether everything was looked at
   */
  record Sight(
      BlockRef at, Set<JobId> own, Map<JobId, Fault> others, Set<JobId> vacant, boolean complete) {}

  /**
   * @param recheck whether to look at everything that is final and not settled, too
   */
  Sight run(BlockRef at, boolean recheck, Instant now, Tally tally) {
    Map<JobId, Flight> flights = new LinkedHashMap<>();
    for (Flight flight : database.read(tx -> flights(tx, at, recheck, now))) {
      flights.put(flight.id(), flight);
    }
    Map<JobId, Finding> found = new HashMap<>();
    boolean complete = true;
    List<Flight> chunk = new ArrayList<>();
    for (Flight flight : flights.values()) {
      chunk.add(flight);
      if (chunk.size() == TOGETHER) {
        complete &= look(at, chunk, found, tally);
        chunk.clear();
      }
    }
    complete &= chunk.isEmpty() || look(at, chunk, found, tally);
    Map<JobId, Fault> others = new HashMap<>();
    found.forEach((job, finding) -> {
      if (finding instanceof Other other) {
        others.put(job, other.fault());
      }
    });
    return new Sight(at, those(found, Own.class), others, those(found, Nothing.class), complete);
  }

  private static Set<JobId> those(Map<JobId, Finding> found, Class<? extends Finding> kind) {
    Set<JobId> jobs = new HashSet<>(found.keySet());
    jobs.removeIf(job -> !kind.isInstance(found.get(job)));
    return jobs;
  }

  private List<Flight> flights(Tx tx, BlockRef at, boolean recheck, Instant now)
      throws SQLException {
    List<Flight> flights = new ArrayList<>(Flights.underWay(tx));
    flights.addAll(Flights.ready(tx, at.number(), now));
    flights.addAll(Flights.predecessors(tx));
    flights.addAll(Flights.unsettled(tx, recheck, at.number(), settings));
    return flights;
  }

  private boolean look(BlockRef at, List<Flight> flights, Map<JobId, Finding> found, Tally tally) {
    if (tally.networkFailed() || !tally.goOn("Checking")) {
      return false;
    }
    Optional<Map<LedgerSlot, SlotState>> words = read(at, flights, tally);
    if (words.isEmpty()) {
      return false;
    }
    Map<Flight, Finding> findings = new LinkedHashMap<>();
    flights.forEach(flight -> findings.put(flight, find(at, flight, words.get(), tally)));
    database.write(tx -> {
      for (Map.Entry<Flight, Finding> pair : findings.entrySet()) {
        note(tx, at, pair.getKey(), pair.getValue(), tally);
      }
      return true;
    });
    findings.forEach((flight, finding) -> found.put(flight.id(), finding));
    return true;
  }

  private Optional<Map<LedgerSlot, SlotState>> read(
      BlockRef at, List<Flight> flights, Tally tally) {
    Set<LedgerSlot> slots = new HashSet<>();
    for (Flight flight : flights) {
      switch (flight.target()) {
        case Target.Entry entry -> slots.add(entry.slot());
        case Target.Retraction retraction -> slots.add(retraction.slot());
        case Target.Act act -> {}
      }
    }
    if (slots.isEmpty()) {
      return Optional.of(Map.of());
    }
    return switch (ledger.read(at, LedgerQuery.ofSlots(slots))) {
      case ReadOutcome.Proven proven -> Optional.of(proven.slots());
      case ReadOutcome.Refused(Fault fault, var endpoints) -> {
        tally.networkFailure(fault);
        yield Optional.empty();
      }
      case ReadOutcome.Unavailable(Fault fault, var endpoints) -> {
        tally.networkFailure(fault);
        yield Optional.empty();
      }
    };
  }

  private Finding find(BlockRef at, Flight flight, Map<LedgerSlot, SlotState> words, Tally tally) {
    return switch (flight.target()) {
      case Target.Entry entry -> judge.entry(flight, entry, word(words, entry.slot()));
      case Target.Retraction it -> Judge.retraction(it, word(words, it.slot()));
      case Target.Act act -> {
        ActHandler handler = handlers.get(act.kind());
        if (handler == null) {
          tally.obstacle(OutboxFaults.NO_HANDLER);
          yield new Unclear();
        }
        yield Judge.act(handler, at, act, tally);
      }
    };
  }

  private static SlotState word(Map<LedgerSlot, SlotState> words, LedgerSlot slot) {
    SlotState state = words.get(slot);
    if (state == null) {
      throw new IllegalStateException("a proven read answers for every slot that was asked");
    }
    return state;
  }

  private void note(Tx tx, BlockRef at, Flight flight, Finding finding, Tally tally)
      throws SQLException {
    switch (finding) {
      case Own(var word) -> own(tx, flight, seen(flight, new Seen(word, at.number())), at, tally);
      case Other(var word, Fault fault) -> {
        Seen seen = seen(flight, new Seen(word, at.number()));
        other(tx, flight, seen, isDeep(seen, at), fault, tally);
      }
      case Nothing() -> nothing(tx, flight, at, tally);
      case Unclear() -> {}
    }
  }

  /** The lowest block at which this very word was proven, so far as it stood without a break. */
  private static Seen seen(Flight flight, Seen now) {
    return flight
        .seen()
        .filter(before -> before.word().equals(now.word()) && before.height() < now.height())
        .orElse(now);
  }

  private boolean isDeep(Seen seen, BlockRef at) {
    return at.number() >= seen.height() + settings.finalityDepth();
  }

  private void own(Tx tx, Flight flight, Seen seen, BlockRef at, Tally tally) throws SQLException {
    Flights.see(tx, flight.id(), seen);
    if (flight.state() == JobState.FINAL) {
      if (at.number() >= seen.height() + settings.finalityDepth() + settings.recheckDepth()) {
        Flights.settle(tx, flight.id());
      }
    } else if (isDeep(seen, at)) {
      Jobs.setState(tx, flight.id(), JobState.FINAL);
      tally.count(Move.FINISHED, 1);
    } else if (flight.state() != JobState.SUBMITTED) {
      Jobs.setState(tx, flight.id(), JobState.SUBMITTED);
    }
  }

  private static void other(Tx tx, Flight flight, Seen seen, boolean deep, Fault fault, Tally tally)
      throws SQLException {
    if (flight.state() == JobState.FAILED) {
      return;
    }
    Flights.see(tx, flight.id(), seen);
    if (!deep) {
      Jobs.setState(tx, flight.id(), JobState.SUBMITTED);
    } else {
      overtaken(tx, flight, fault, tally);
    }
  }

  /** What stands in a job's place is there to stay. */
  static void overtaken(Tx tx, Flight flight, Fault fault, Tally tally) throws SQLException {
    if (flight.target() instanceof Target.Entry) {
      Jobs.setState(tx, flight.id(), JobState.MOVED, fault);
      Flights.leaveParcel(tx, flight.id());
      tally.count(Move.MOVED, 1);
    } else {
      Jobs.setState(tx, flight.id(), JobState.FAILED, fault);
      tally.count(Move.FAILED, 1);
    }
  }

  private static void nothing(Tx tx, Flight flight, BlockRef at, Tally tally) throws SQLException {
    if (flight.state() == JobState.FAILED) {
      return;
    }
    Flights.unsee(tx, flight.id());
    if (isLate(flight.target(), at)) {
      Jobs.setState(tx, flight.id(), JobState.FAILED, OutboxFaults.SIGNATURE_LATE);
      Flights.leaveParcel(tx, flight.id());
      tally.count(Move.FAILED, 1);
    } else if (flight.state() == JobState.FINAL) {
      Flights.unsettle(tx, flight.id());
      Parcels.forget(tx, flight.parcel());
      tally.count(Move.RETURNED, 1);
    }
  }

  private static boolean isLate(Target target, BlockRef at) {
    Optional<Instant> notAfter =
        switch (target) {
          case Target.Entry entry -> entry.notAfter();
          case Target.Retraction retraction -> retraction.notAfter();
          case Target.Act act -> Optional.empty();
        };
    return notAfter.isPresent() && at.time().isAfter(notAfter.get());
  }
}

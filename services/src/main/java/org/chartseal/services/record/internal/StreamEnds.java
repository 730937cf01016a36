package org.chartseal.services.record.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.chartseal.services.record.LaneReading;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.PartyId;
import org.chartseal.services.seal.SensitivityClass;

/** When the lanes of ended generations were closed, as their end entries say (protocol §7.3). */
public final class StreamEnds {

  private record Lane(PartyId writer, SensitivityClass sensitivity, int generation, int lane) {}

  private final Map<Lane, Instant> ends = new HashMap<>();
  private final Map<Lane, Instant> unclear = new HashMap<>();

  /** Nothing has ended: for reading the ends themselves. */
  public StreamEnds none() {
    return new StreamEnds();
  }

  /**
   * Takes an entry of a control year. A genuine end counts, also one that its writer wants to take
   * back. One that cannot be verified may be an end: a store that hides it must not make what is
   * late look good.
   */
  public void add(RecordEntry entry) {
    if (!entry.verdict().isGenuine()) {
      note(unclear, entry);
    } else if (entry.description().orElseThrow().kind() == EntryKind.END) {
      note(ends, entry);
    }
  }

  private static void note(Map<Lane, Instant> earliest, RecordEntry entry) {
    earliest.merge(
        key(entry.where().stream(), entry.anchor().place().lane()),
        entry.anchor().word().anchoredAt(),
        (a, b) -> a.isBefore(b) ? a : b);
  }

  /** What is known of a lane. */
  public LaneOrder of(LaneReading lane) {
    Lane key = key(lane.access().stream(), lane.lane());
    return new LaneOrder(
        lane.disorder(), Optional.ofNullable(ends.get(key)), Optional.ofNullable(unclear.get(key)));
  }

  private static Lane key(org.chartseal.services.seal.StreamId stream, int lane) {
    return new Lane(stream.writer(), stream.sensitivity(), stream.generation(), lane);
  }
}

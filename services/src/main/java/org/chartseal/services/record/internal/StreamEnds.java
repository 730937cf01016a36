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

/**
 * When the lanes of ended generations were closed, as their proven end entries say (protocol §7.3).
 */
public final class StreamEnds {

  private record Lane(PartyId writer, SensitivityClass sensitivity, int generation, int lane) {}

  private final Map<Lane, Instant> ends = new HashMap<>();

  /** Nothing has ended: for reading the ends themselves. */
  public StreamEnds none() {
    return new StreamEnds();
  }

  /** Takes an entry of a control year; only a proven end counts. */
  public void add(RecordEntry entry) {
    boolean end = entry.description().map(said -> said.kind() == EntryKind.END).orElse(false);
    if (end && entry.isProven()) {
      ends.merge(
          key(entry.where().stream(), entry.anchor().place().lane()),
          entry.anchor().word().anchoredAt(),
          (a, b) -> a.isBefore(b) ? a : b);
    }
  }

  /** When the lane was closed, if it was. */
  public Optional<Instant> of(LaneReading lane) {
    return Optional.ofNullable(ends.get(key(lane.access().stream(), lane.lane())));
  }

  private static Lane key(org.chartseal.services.seal.StreamId stream, int lane) {
    return new Lane(stream.writer(), stream.sensitivity(), stream.generation(), lane);
  }
}

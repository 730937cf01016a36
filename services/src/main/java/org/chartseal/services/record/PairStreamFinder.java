package org.chartseal.services.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.chartseal.services.outbox.LaneKey;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.seal.StreamId;

/**
 * All streams of one writer in a pair with a patient. Their keys are made when a lane is first
 * asked for, and wiped on closing. For one thread.
 */
public final class PairStreamFinder implements StreamFinder, AutoCloseable {

  private static final List<SensitivityClass> OWN =
      List.of(
          SensitivityClass.CONSENT,
          SensitivityClass.ACCESS,
          SensitivityClass.INDEX,
          SensitivityClass.CLAIMS,
          SensitivityClass.MESSAGES);

  private final PairStreams pair;
  private final OrganisationId writer;
  private final int firstYear;
  private final int lastYear;
  private final ToIntFunction<SensitivityClass> generation;
  private final Map<Hash32, Known> known = new HashMap<>();
  private final List<StreamAccess> made = new ArrayList<>();

  /**
   * @param pair stays the caller's
   * @param firstYear before which no entry is dated
   * @param lastYear after which none is
   * @param generation the present one of a clinical class
   */
  public PairStreamFinder(
      PairStreams pair,
      OrganisationId writer,
      int firstYear,
      int lastYear,
      ToIntFunction<SensitivityClass> generation) {
    this.pair = pair;
    this.writer = writer;
    this.firstYear = firstYear;
    this.lastYear = lastYear;
    this.generation = generation;
  }

  @Override
  public Optional<Known> find(LaneKey lane) {
    if (!lane.writer().equals(writer)) {
      return Optional.empty();
    }
    if (made.isEmpty()) {
      SensitivityClass.CLINICAL.forEach(
          sensitivity -> make(sensitivity, generation.applyAsInt(sensitivity)));
      OWN.forEach(sensitivity -> make(sensitivity, 0));
    }
    return Optional.ofNullable(known.get(lane.stream()));
  }

  private void make(SensitivityClass sensitivity, int present) {
    for (int year = firstYear; year <= lastYear; year++) {
      StreamAccess now = make(sensitivity, present, year);
      note(now, now);
      for (int ended = 0; ended < present; ended++) {
        note(make(sensitivity, ended, year), now);
      }
    }
    // An end stays in the generation that it ends.
    for (int ended = 0; ended < present; ended++) {
      StreamAccess control = make(sensitivity, ended, StreamId.CONTROL_YEAR);
      note(control, control);
    }
  }

  private StreamAccess make(SensitivityClass sensitivity, int generation, int year) {
    StreamAccess stream = pair.stream(writer, sensitivity, generation, year);
    made.add(stream);
    return stream;
  }

  private void note(StreamAccess access, StreamAccess present) {
    known.put(access.keys().fingerprint(), new Known(access, present));
  }

  @Override
  public void close() {
    made.forEach(stream -> stream.keys().close());
  }
}

package org.chartseal.services.consent;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.chartseal.services.consent.internal.WriterStreams;
import org.chartseal.services.identity.Directory;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.RecordOutcome;
import org.chartseal.services.record.RecordReader;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.seal.StreamId;

/**
 * A patient's record, read by the patient: every clinical class and generation of every
 * organisation in their index, from birth on. It needs nobody's consent and leaves no receipt.
 */
public final class OwnRecord {

  private final RecordReader reader;
  private final Directory directory;
  private final InstantSource clock;

  public OwnRecord(RecordReader reader, Directory directory, InstantSource clock) {
    this.reader = reader;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * Reads it.
   *
   * @param known the patient's books, as just read; they say which generations there are
   * @param sink takes each entry with its verdict, newest year first
   * @throws RefusedException if the directory does not know an organisation of the index, or the
   *     device does not agree
   */
  public RecordOutcome read(
      PatientSession session, PatientBooks known, Progress progress, Consumer<RecordEntry> sink)
      throws RefusedException {
    int today = clock.instant().atZone(ZoneOffset.UTC).getYear();
    int first = session.patient().card().firstYear(today);
    List<StreamAccess> streams = new ArrayList<>();
    try {
      for (PairBook book : known.books()) {
        WriterStreams writer = WriterStreams.of(session, directory, book.organisation());
        for (SensitivityClass sensitivity : SensitivityClass.CLINICAL) {
          for (int generation = 0; generation <= book.generation(sensitivity); generation++) {
            streams.add(writer.stream(sensitivity, generation, StreamId.CONTROL_YEAR));
            for (int year = first; year <= today; year++) {
              streams.add(writer.stream(sensitivity, generation, year));
            }
          }
        }
      }
      return reader.read(session.self().patient(), streams, progress, sink);
    } finally {
      streams.forEach(stream -> stream.keys().close());
    }
  }
}

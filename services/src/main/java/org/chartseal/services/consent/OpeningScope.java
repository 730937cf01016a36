package org.chartseal.services.consent;

import java.util.function.Predicate;
import org.chartseal.services.record.LaneReading;
import org.chartseal.services.record.ReadingDetail;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.seal.OrganisationId;

/**
 * What of that which was granted an opening reads.
 *
 * @param streams which streams
 * @param detail how much of each entry
 * @param places which of what is proven to stand in these streams is opened; the rest is left as
 *     known
 */
public record OpeningScope(
    Predicate<StreamAccess> streams, ReadingDetail detail, Predicate<LaneReading.Filled> places) {

  /** Everything, with its contents. */
  public static final OpeningScope EVERYTHING = everyPlace(stream -> true, ReadingDetail.CONTENTS);

  /** What all entries say of themselves, with their verdicts. */
  public static final OpeningScope TIMELINE =
      everyPlace(stream -> true, ReadingDetail.DESCRIPTIONS);

  /** One stream, with its contents. */
  public static OpeningScope stream(Predicate<StreamAccess> one) {
    return everyPlace(one, ReadingDetail.CONTENTS);
  }

  private static OpeningScope everyPlace(Predicate<StreamAccess> streams, ReadingDetail detail) {
    return new OpeningScope(streams, detail, place -> true);
  }

  /** Of this, what one organisation wrote. */
  OpeningScope writtenBy(OrganisationId writer) {
    return new OpeningScope(
        stream -> stream.writer().equals(writer) && streams.test(stream), detail, places);
  }

  /** Whether a stream is read; the ends of generations always are, or what is late looks good. */
  boolean covers(StreamAccess stream) {
    return stream.isControl() || streams.test(stream);
  }
}

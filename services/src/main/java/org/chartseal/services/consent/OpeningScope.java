package org.chartseal.services.consent;

import java.util.function.Predicate;
import org.chartseal.services.record.ReadingDetail;
import org.chartseal.services.record.StreamAccess;

/**
 * What of that which was granted an opening reads.
 *
 * @param streams which streams
 * @param detail how much of each entry
 */
public record OpeningScope(Predicate<StreamAccess> streams, ReadingDetail detail) {

  /** Everything, with its contents. */
  public static final OpeningScope EVERYTHING =
      new OpeningScope(stream -> true, ReadingDetail.CONTENTS);

  /** What all entries say of themselves, with their verdicts. */
  public static final OpeningScope TIMELINE =
      new OpeningScope(stream -> true, ReadingDetail.DESCRIPTIONS);

  /** One stream, with its contents. */
  public static OpeningScope stream(Predicate<StreamAccess> one) {
    return new OpeningScope(one, ReadingDetail.CONTENTS);
  }

  /** Whether a stream is read; the ends of generations always are, or what is late looks good. */
  boolean covers(StreamAccess stream) {
    return stream.isControl() || streams.test(stream);
  }
}

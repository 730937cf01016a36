package org.chartseal.app.session;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Place;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.seal.StreamId;

/**
 * How people and programs name an entry: whose it is, and its place, {@code
 * PATIENT/WRITER.CLASS.GENERATION.YEAR.LANE.N}. It finds nothing for whoever lacks the stream's
 * keys.
 *
 * @param patient alias or card file of the patient
 * @param writer the organisation that wrote it; 0 for the patient
 */
public record EntryName(
    String patient,
    OrganisationId writer,
    SensitivityClass sensitivity,
    int generation,
    int year,
    Place place) {

  private static final Pattern FORM =
      Pattern.compile(
          "(.+)/(\\d{1,18})\\.([A-Za-z]{1,12})\\.(\\d{1,6})\\.(\\d{1,4})\\.(\\d{1,5})\\.(\\d{1,9})");

  /** The name of an entry that was read. */
  public static EntryName of(String patient, RecordEntry entry) {
    return of(patient, entry.where().writer(), entry.where().stream(), entry.anchor().place());
  }

  /** The name of an entry that was written. */
  public static EntryName of(String patient, OrganisationId writer, StreamId stream, Place place) {
    return new EntryName(
        patient, writer, stream.sensitivity(), stream.generation(), stream.year(), place);
  }

  /** Reads a name; empty if it is none. */
  public static Optional<EntryName> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new EntryName(
              matcher.group(1),
              new OrganisationId(Long.parseLong(matcher.group(2))),
              SensitivityClass.parse(matcher.group(3)),
              Integer.parseInt(matcher.group(4)),
              Integer.parseInt(matcher.group(5)),
              new Place(Integer.parseInt(matcher.group(6)), Integer.parseInt(matcher.group(7)))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether this entry is the one. */
  public boolean names(RecordEntry entry) {
    return equals(of(patient, entry));
  }

  /** Whether the entry, if there is one, stands in this stream. */
  public boolean isIn(StreamAccess access) {
    StreamId stream = access.stream();
    return writer.equals(access.writer())
        && sensitivity.equals(stream.sensitivity())
        && generation == stream.generation()
        && year == stream.year();
  }

  @Override
  public String toString() {
    return "%s/%d.%s.%d.%d.%d.%d"
        .formatted(
            patient,
            writer.number(),
            sensitivity.code(),
            generation,
            year,
            place.lane(),
            place.n());
  }
}

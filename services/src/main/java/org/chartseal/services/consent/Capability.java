package org.chartseal.services.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.seal.ClassKey;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.PartyId;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.seal.StreamId;
import org.chartseal.services.seal.StreamSecret;
import org.chartseal.services.seal.YearKey;

/**
 * What a reader needs for one organisation's streams of one class and generation: where the slots
 * are and how to decrypt. It gives no power to write (protocol §7.1).
 *
 * @param writer the organisation whose entries it opens
 * @param sensitivity a clinical class
 * @param generation from 0
 * @param scope which years
 */
public record Capability(
    OrganisationId writer, SensitivityClass sensitivity, int generation, Scope scope)
    implements AutoCloseable {

  /** Which years a capability opens, with the key for them. */
  public sealed interface Scope extends AutoCloseable {
    /** All years of the generation, its control year among them. */
    record AllYears(ClassKey key) implements Scope {
      @Override
      public void close() {
        key.close();
      }
    }

    /** One year, which may be {@link StreamId#CONTROL_YEAR}. */
    record OneYear(int year, YearKey key) implements Scope {
      @Override
      public void close() {
        key.close();
      }
    }

    /** The secret of either kind. */
    default StreamSecret secret() {
      return switch (this) {
        case AllYears all -> all.key();
        case OneYear one -> one.key();
      };
    }

    @Override
    void close();
  }

  /**
   * @throws IllegalArgumentException if the class is none for which capabilities may be granted
   */
  public Capability {
    if (!sensitivity.isClinical()) {
      throw new IllegalArgumentException("no capability is granted for the class " + sensitivity);
    }
  }

  /**
   * The streams that it opens, in the years asked for, and always the control year if it opens
   * that.
   */
  public List<StreamAccess> streams(int fromYear, int toYear) {
    List<StreamAccess> streams = new ArrayList<>();
    switch (scope) {
      case Scope.OneYear one -> {
        if (one.year() == StreamId.CONTROL_YEAR
            || (one.year() >= fromYear && one.year() <= toYear)) {
          streams.add(stream(one.year(), one.key()));
        }
      }
      case Scope.AllYears all -> {
        streams.add(stream(all.key(), StreamId.CONTROL_YEAR));
        for (int year = fromYear; year <= toYear; year++) {
          streams.add(stream(all.key(), year));
        }
      }
    }
    return streams;
  }

  private StreamAccess stream(ClassKey key, int year) {
    try (YearKey yearKey = key.year(year)) {
      return stream(year, yearKey);
    }
  }

  private StreamAccess stream(int year, YearKey key) {
    return new StreamAccess(
        writer,
        new StreamId(PartyId.of(writer), sensitivity, generation, year),
        key.streamKeys(),
        Optional.empty());
  }

  @Override
  public void close() {
    scope.close();
  }
}

package org.chartseal.services.consent.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.consent.Capability;
import org.chartseal.services.consent.Grant;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.seal.StreamId;

/**
 * Which streams grants open for an organisation: those of their capabilities, and its own within
 * the same terms.
 */
public final class OpeningPlan {

  private final OrganisationId reading;
  private final PatientCard card;
  private final PairStreams pair;
  private final int today;

  public OpeningPlan(OrganisationId reading, PatientCard card, PairStreams pair, int today) {
    this.reading = reading;
    this.card = card;
    this.pair = pair;
    this.today = today;
  }

  /**
   * The streams, each once.
   *
   * @param generation the present generation of the organisation's own streams of a class
   */
  public List<StreamAccess> streams(
      List<Grant> grants, ToIntFunction<SensitivityClass> generation) {
    Map<StreamId, StreamAccess> streams = new LinkedHashMap<>();
    for (Grant grant : grants) {
      for (Capability capability : grant.capabilities()) {
        add(streams, capability.streams(card.firstYear(today), today));
      }
      for (SensitivityClass sensitivity : ownClasses(grant.terms())) {
        add(streams, own(grant.terms(), sensitivity, generation.applyAsInt(sensitivity)));
      }
    }
    return new ArrayList<>(streams.values());
  }

  /** Its own entries are opened as others' are: unless the terms name writers, and not this one. */
  private List<SensitivityClass> ownClasses(ConsentTerms terms) {
    boolean named =
        terms.writers().isEmpty()
            || terms.writers().stream()
                .anyMatch(writer -> writer.identifier().equals(reading.toString()));
    return named ? terms.classes() : List.of();
  }

  private List<StreamAccess> own(ConsentTerms terms, SensitivityClass sensitivity, int present) {
    List<StreamAccess> own = new ArrayList<>();
    for (int generation = 0; generation <= present; generation++) {
      own.add(pair.stream(reading, sensitivity, generation, StreamId.CONTROL_YEAR));
      for (int year = card.firstYear(today); year <= today; year++) {
        if (terms.years().isEmpty() || terms.years().contains(year)) {
          own.add(pair.stream(reading, sensitivity, generation, year));
        }
      }
    }
    return own;
  }

  private static void add(Map<StreamId, StreamAccess> streams, Collection<StreamAccess> more) {
    for (StreamAccess stream : more) {
      if (streams.putIfAbsent(stream.stream(), stream) != null) {
        stream.keys().close();
      }
    }
  }
}

package org.chartseal.views.testing;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.chartseal.services.clinical.ActorReference;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.clinical.PurposeOfUse;
import org.chartseal.services.seal.SensitivityClass;

/** What St Mary asks of Hong Seo-yeon. */
public final class Consents {

  public static final Instant NOW = Instant.parse("2026-05-04T09:00:00Z");

  private Consents() {}

  /** General information and mental health, of 2010 to 2026, for a month. */
  public static ConsentTerms terms(String id) {
    TreeSet<Integer> years = new TreeSet<>();
    IntStream.rangeClosed(2010, 2026).forEach(years::add);
    return new ConsentTerms(
        id,
        new ActorReference(ActorReference.Kind.PATIENT, "p", "Hong Seo-yeon"),
        new ActorReference(ActorReference.Kind.ORGANISATION, "2", "St Mary's Hospital"),
        List.of(),
        PurposeOfUse.TREATMENT,
        List.of(SensitivityClass.GENERAL, SensitivityClass.parse("PSY")),
        years,
        NOW,
        NOW,
        Instant.parse("2026-06-04T09:00:00Z"));
  }
}

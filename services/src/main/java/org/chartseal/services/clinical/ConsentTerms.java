package org.chartseal.services.clinical;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.chartseal.services.seal.SensitivityClass;

/**
 * What a patient is asked for, or has granted.
 *
 * @param id FHIR id: up to 64 of {@code A–Z a–z 0–9 - .}
 * @param grantee who may read
 * @param writers whose entries; empty for everybody's
 * @param years of the entries' clinical dates; empty for all
 * @param made when it was asked or answered
 * @param from begin of the grant
 * @param until its end
 */
public record ConsentTerms(
    String id,
    ActorReference patient,
    ActorReference grantee,
    List<ActorReference> writers,
    PurposeOfUse purpose,
    List<SensitivityClass> classes,
    SortedSet<Integer> years,
    Instant made,
    Instant from,
    Instant until) {

  public ConsentTerms {
    writers = List.copyOf(writers);
    classes = List.copyOf(classes);
    years = new TreeSet<>(years);
  }

  /** The same with another id. */
  public ConsentTerms named(String other) {
    return new ConsentTerms(
        other, patient, grantee, writers, purpose, classes, years, made, from, until);
  }

  /** A copy: the set can be changed, the terms not. */
  @Override
  public SortedSet<Integer> years() {
    return new TreeSet<>(years);
  }
}

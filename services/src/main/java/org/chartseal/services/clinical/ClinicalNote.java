package org.chartseal.services.clinical;

import java.time.Instant;
import java.util.List;

/**
 * What a clinician writes down.
 *
 * @param id FHIR id, up to 60 of {@code A–Z a–z 0–9 - .}; those of the resources that belong to it
 *     begin with it
 * @param written when; kept to the second
 * @param text paragraphs in plain text, at least one
 * @param diagnoses problems that it states, as codes or, with an empty code, in words
 * @param medicines what it prescribes, likewise
 */
public record ClinicalNote(
    String id,
    Instant written,
    ActorReference author,
    ActorReference organisation,
    ActorReference patient,
    String title,
    List<String> text,
    List<DocumentView.Coded> diagnoses,
    List<DocumentView.Coded> medicines) {

  public ClinicalNote {
    text = List.copyOf(text);
    diagnoses = List.copyOf(diagnoses);
    medicines = List.copyOf(medicines);
  }
}

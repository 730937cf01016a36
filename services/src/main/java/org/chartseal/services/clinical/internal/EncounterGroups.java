package org.chartseal.services.clinical.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which resources make an entry: an encounter, with what says that it belongs to it; and, apart,
 * what belongs to none or to several.
 *
 * @param visits each begins with its Encounter
 * @param background may be empty
 */
record EncounterGroups(List<List<ImportedResource>> visits, List<ImportedResource> background) {

  private static final String ENCOUNTER = "Encounter";
  private static final Set<String> SUPPORTING = Set.of("Medication", "Specimen", "Substance");

  static EncounterGroups of(FhirDocument document) {
    return new Grouping(document).group();
  }

  /** The work on one document. */
  private static final class Grouping {

    private final FhirDocument document;
    private final Map<String, List<ImportedResource>> visits = new LinkedHashMap<>();
    private final Map<String, String> visitOf = new HashMap<>();

    Grouping(FhirDocument document) {
      this.document = document;
    }

    EncounterGroups group() {
      for (ImportedResource resource : document.resources()) {
        if (resource.type().equals(ENCOUNTER)) {
          visits.put(resource.ref(), new ArrayList<>(List.of(resource)));
          visitOf.put(resource.ref(), resource.ref());
        }
      }
      for (ImportedResource resource : document.resources()) {
        if (!resource.type().equals(ENCOUNTER)) {
          encounterOf(resource).ifPresent(visit -> visitOf.put(resource.ref(), visit));
        }
      }
      placeSupporting();
      List<ImportedResource> background = new ArrayList<>();
      for (ImportedResource resource : document.resources()) {
        List<ImportedResource> visit = visits.get(visitOf.getOrDefault(resource.ref(), ""));
        if (visit == null) {
          background.add(resource);
        } else if (!resource.type().equals(ENCOUNTER)) {
          visit.add(resource);
        }
      }
      return new EncounterGroups(List.copyOf(visits.values()), background);
    }

    private Optional<String> encounterOf(ImportedResource resource) {
      return resource.references("encounter", "context").stream()
          .map(reference -> document.index().find(reference))
          .flatMap(Optional::stream)
          .filter(target -> target.type().equals(ENCOUNTER))
          .map(ImportedResource::ref)
          .findFirst();
    }

    /** A medication that one visit alone speaks of goes with that visit. */
    private void placeSupporting() {
      Map<String, Set<String>> speakers = new HashMap<>();
      for (ImportedResource resource : document.resources()) {
        String visit = visitOf.getOrDefault(resource.ref(), "");
        for (String reference : resource.references()) {
          document
              .index()
              .find(reference)
              .filter(target -> SUPPORTING.contains(target.type()))
              .ifPresent(target ->
                  speakers.computeIfAbsent(target.ref(), t -> new HashSet<>()).add(visit));
        }
      }
      speakers.forEach((target, visitsThatSpeak) -> {
        String only = visitsThatSpeak.iterator().next();
        if (visitsThatSpeak.size() == 1 && !only.isEmpty()) {
          visitOf.putIfAbsent(target, only);
        }
      });
    }
  }
}

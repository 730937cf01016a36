package org.chartseal.services.clinical.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.clinical.PatientIdentifier;

/** The patient as their card shows them. */
final class SummaryPatient {

  private static final Set<String> GENDERS = Set.of("male", "female", "other", "unknown");
  private static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

  private final FhirJson json;

  SummaryPatient(FhirJson json) {
    this.json = json;
  }

  ObjectNode resource(PatientDetails person, String id) {
    ObjectNode patient = json.resource("Patient", id);
    ArrayNode identifiers = json.array();
    for (PatientIdentifier identifier : person.identifiers()) {
      ObjectNode one = json.object();
      json.put(one, "system", identifier.system());
      json.put(one, "value", identifier.value());
      identifiers.add(one);
    }
    if (!identifiers.isEmpty()) {
      patient.set("identifier", identifiers);
    }
    patient.set("name", json.array(name(person.name())));
    if (GENDERS.contains(person.gender())) {
      patient.put("gender", person.gender());
    }
    if (person.birthDate().matches("\\d{4}(-\\d{2}(-\\d{2})?)?")) {
      patient.put("birthDate", person.birthDate());
    } else {
      ObjectNode absent = json.object();
      absent.set(
          "extension", json.array(json.object().put("url", ABSENT).put("valueCode", "unknown")));
      patient.set("_birthDate", absent);
    }
    return patient;
  }

  /** Cards write given names first and the family name last. */
  private ObjectNode name(String full) {
    ObjectNode name = json.object().put("text", full);
    int last = full.strip().lastIndexOf(' ');
    if (last > 0) {
      name.put("family", full.strip().substring(last + 1));
      ArrayNode given = json.array();
      for (String one : full.strip().substring(0, last).split(" +", -1)) {
        given.add(one);
      }
      name.set("given", given);
    }
    return name;
  }
}

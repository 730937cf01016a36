package org.chartseal.services.claims;

/** Small FHIR resources as Synthea writes them. */
final class Resources {

  private Resources() {}

  static String encounter(String id, String code) {
    return """
    {"resourceType":"Encounter","id":"%s","status":"finished",\
    "class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"AMB"},\
    "type":[{"coding":[{"system":"http://snomed.info/sct","code":"%s","display":"Visit"}],"text":"Visit"}],\
    "period":{"start":"2026-03-02T09:07:59+09:00","end":"2026-03-02T09:22:59+09:00"}}\
    """
        .formatted(id, code);
  }

  static String procedure(String id, String code, String status) {
    return """
    {"resourceType":"Procedure","id":"%s","status":"%s",\
    "code":{"coding":[{"system":"http://snomed.info/sct","code":"%s","display":"Procedure"}],"text":"P"},\
    "note":[{"text":"a secret that no claim shows"}],\
    "performedPeriod":{"start":"2026-03-02T09:10:00+09:00","end":"2026-03-02T09:20:00+09:00"}}\
    """
        .formatted(id, status, code);
  }

  static String immunization(String id) {
    return """
    {"resourceType":"Immunization","id":"%s","status":"completed",\
    "vaccineCode":{"coding":[{"system":"http://hl7.org/fhir/sid/cvx","code":"140","display":"Influenza"}]},\
    "occurrenceDateTime":"2026-03-02T09:12:48+09:00","primarySource":true}\
    """
        .formatted(id);
  }

  static String observation(String id) {
    return """
    {"resourceType":"Observation","id":"%s","status":"final","valueString":"seen by nobody"}\
    """
        .formatted(id);
  }
}

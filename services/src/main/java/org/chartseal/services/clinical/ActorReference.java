package org.chartseal.services.clinical;

/**
 * Somebody whom a resource names: a FHIR logical reference.
 *
 * @param identifier the party id in hex of a patient, the registry number of an organisation, the
 *     key id in hex of a practitioner
 * @param display the name as shown; empty for none
 */
public record ActorReference(Kind kind, String identifier, String display) {

  /** What kind of actor, with its FHIR type and the system of its identifier. */
  public enum Kind {
    PATIENT("Patient", "urn:chartseal:party"),
    ORGANISATION("Organization", "urn:chartseal:organisation"),
    PRACTITIONER("Practitioner", "urn:chartseal:key");

    private final String fhirType;
    private final String system;

    Kind(String fhirType, String system) {
      this.fhirType = fhirType;
      this.system = system;
    }

    /** The FHIR resource type. */
    public String fhirType() {
      return fhirType;
    }

    /** URI of the identifier's system. */
    public String system() {
      return system;
    }
  }
}

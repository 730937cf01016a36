package org.chartseal.services.claims.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.chartseal.services.claims.Money;

/** The building blocks of the FHIR R4 resources that are made here. */
final class Fhir {

  /** How parties are identified in resources. */
  static final String ORGANISATION = "urn:chartseal:organisation";

  static final String PARTY = "urn:chartseal:party";
  static final String MEMBER = "urn:chartseal:member";
  static final String CLAIM = "urn:chartseal:claim";
  static final String CATEGORY = "urn:chartseal:service-category";
  static final String NULLIFIER = "urn:chartseal:nullifier";

  private static final String CLAIM_TYPE = "http://terminology.hl7.org/CodeSystem/claim-type";

  private Fhir() {}

  static ObjectNode object() {
    return Json.STRICT.createObjectNode();
  }

  /** A resource with an id and the elements that all financial resources here share. */
  static ObjectNode resource(String type, String id) {
    ObjectNode resource = object();
    resource.put("resourceType", type);
    resource.put("id", id);
    resource.set("identifier", list(identifier(CLAIM, id)));
    resource.put("status", "active");
    resource.set("type", concept(CLAIM_TYPE, "professional"));
    resource.put("use", "claim");
    return resource;
  }

  static ObjectNode identifier(String system, String value) {
    return object().put("system", system).put("value", value);
  }

  /**
   * A logical reference (R4 §2.3.0.5): the other side is known by a number and not by a resource.
   */
  static ObjectNode reference(String system, String value) {
    ObjectNode reference = object();
    reference.set("identifier", identifier(system, value));
    return reference;
  }

  static ObjectNode coding(String system, String code) {
    return object().put("system", system).put("code", code);
  }

  static ObjectNode concept(String system, String code) {
    return concept(coding(system, code));
  }

  static ObjectNode concept(JsonNode coding) {
    ObjectNode concept = object();
    concept.set("coding", list(coding));
    return concept;
  }

  static ObjectNode money(Money money) {
    return object()
        .put("value", money.decimal())
        .put("currency", money.currency().getCurrencyCode());
  }

  static ArrayNode list(JsonNode... items) {
    ArrayNode list = Json.STRICT.createArrayNode();
    for (JsonNode item : items) {
      list.add(item);
    }
    return list;
  }

  static byte[] bytes(JsonNode resource) {
    try {
      return Json.STRICT.writeValueAsString(resource).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON can be written", e);
    }
  }
}

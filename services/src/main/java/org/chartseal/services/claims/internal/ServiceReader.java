package org.chartseal.services.claims.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import org.chartseal.services.claims.RecordedService;
import org.chartseal.services.claims.ServiceCode;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Part;
import org.chartseal.services.seal.RefusedException;

/** Finds the billable service of a FHIR R4 resource. */
public final class ServiceReader {

  private ServiceReader() {}

  /** The service of a resource with ordinal 0, if it has one. */
  public static Optional<RecordedService> read(Part resource) throws RefusedException {
    JsonNode json = json(resource);
    return ServiceShape.of(json.path("resourceType").asText()).flatMap(shape -> read(json, shape));
  }

  private static JsonNode json(Part resource) throws RefusedException {
    try {
      JsonNode json = Json.STRICT.readTree(resource.bytes());
      if (json.isObject()) {
        return json;
      }
    } catch (IOException e) {
      // No JSON, or not in one way only: refused below like what is no object.
    }
    throw new RefusedException(
        new Fault(
            "CS-CLAIM-01",
            "A resource of the entry is not valid JSON. Nothing can be billed from it."));
  }

  private static Optional<RecordedService> read(JsonNode json, ServiceShape shape) {
    String id = json.path("id").asText();
    Optional<String> coding =
        shape.concepts().stream().flatMap(c -> coding(json, c).stream()).findFirst();
    Optional<String> dayPointer =
        shape.days().stream()
            .filter(p -> ServiceShape.day(json.at(p).asText()).isPresent())
            .findFirst();
    if (id.isEmpty() || coding.isEmpty() || dayPointer.isEmpty()) {
      return Optional.empty();
    }
    JsonNode code = json.at(coding.get());
    return Optional.of(
        new RecordedService(
            json.path("resourceType").asText() + "/" + id,
            shape.category(),
            new ServiceCode(code.path("system").asText(), code.path("code").asText()),
            coding.get() + "/code",
            coding.get() + "/system",
            code.path("display").asText(code.path("code").asText()),
            dayPointer.get(),
            ServiceShape.day(json.at(dayPointer.get()).asText()).orElseThrow(),
            json.path("status").asText(),
            0));
  }

  /**
   * Pointer to the first coding of a concept that has both system and code; a concept may itself be
   * a coding.
   */
  private static Optional<String> coding(JsonNode json, String concept) {
    if (isCoding(json.at(concept))) {
      return Optional.of(concept);
    }
    JsonNode codings = json.at(concept + "/coding");
    for (int i = 0; i < codings.size(); i++) {
      if (isCoding(codings.get(i))) {
        return Optional.of(concept + "/coding/" + i);
      }
    }
    return Optional.empty();
  }

  private static boolean isCoding(JsonNode node) {
    return node.path("system").isTextual() && node.path("code").isTextual();
  }
}

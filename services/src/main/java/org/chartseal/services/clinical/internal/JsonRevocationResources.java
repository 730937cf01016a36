package org.chartseal.services.clinical.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import org.chartseal.services.clinical.Reading;
import org.chartseal.services.clinical.RevocationResources;
import org.chartseal.services.clinical.StreamAct;
import org.chartseal.services.seal.SensitivityClass;

/**
 * Acts on streams as plain JSON: FHIR has no resource for them, so {@code Basic} with an extension
 * for each value.
 */
public final class JsonRevocationResources implements RevocationResources {

  private static final String ACTS = "urn:chartseal:stream-act";
  private static final String VALUES = "urn:chartseal:stream-act:";

  private final FhirJson json = new FhirJson();
  private final OwnResources own = new OwnResources();

  @Override
  public byte[] resource(StreamAct act) {
    ObjectNode basic = json.resource("Basic", act.id());
    ObjectNode writer = json.object().put("url", VALUES + "writer");
    writer.set("valueReference", json.reference(act.writer()));
    ObjectNode label = json.object().put("url", VALUES + "class");
    label.put("valueCode", act.sensitivity().code());
    ObjectNode generation = json.object().put("url", VALUES + "generation");
    generation.put("valueUnsignedInt", act.generation());
    ObjectNode made = json.object().put("url", VALUES + "made");
    made.put("valueInstant", json.time(act.made()));
    basic.set("extension", json.array(writer, label, generation, made));
    basic.set("code", json.concept(ACTS, act.kind().name().toLowerCase(Locale.ROOT), ""));
    basic.set("subject", json.reference(act.patient()));
    return json.bytes(basic);
  }

  @Override
  public Reading<StreamAct> read(byte[] resource) {
    return own.read(resource, "Basic", this::act, this::resource);
  }

  private StreamAct act(JsonNode basic) {
    JsonNode values = basic.path("extension");
    String kind = basic.path("code").path("coding").path(0).path("code").asText("");
    return new StreamAct(
        basic.path("id").asText(""),
        StreamAct.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
        own.actor(basic.path("subject")),
        own.actor(values.path(0).path("valueReference")),
        SensitivityClass.parse(values.path(1).path("valueCode").asText("")),
        values.path(2).path("valueUnsignedInt").asInt(-1),
        Instant.parse(values.path(3).path("valueInstant").asText("")));
  }
}

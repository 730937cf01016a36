package org.chartseal.services.clinical.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** FHIR data types as plain text. What is not there is empty. */
final class FhirText {

  private FhirText() {}

  /**
   * The first element of that name with any of the suffixes of a choice type; a missing node if
   * there is none.
   */
  static JsonNode choice(JsonNode resource, String stem) {
    for (Map.Entry<String, JsonNode> property : resource.properties()) {
      String name = property.getKey();
      if (name.startsWith(stem)
          && name.length() > stem.length()
          && Character.isUpperCase(name.charAt(stem.length()))) {
        return property.getValue();
      }
    }
    return resource.path(stem);
  }

  /** The first of several elements that says something. */
  static String first(JsonNode resource, String... names) {
    for (String name : names) {
      String text = any(choice(resource, name));
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  /** A value of whatever type, by what it holds. */
  static String any(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (value.isArray()) {
      return list(value);
    }
    if (value.isValueNode()) {
      return value.asText();
    }
    if (value.has("coding") || value.has("concept")) {
      return concept(value);
    }
    if (value.has("start") || value.has("end")) {
      return period(value);
    }
    if (value.has("low") || value.has("high")) {
      return range(value);
    }
    if (value.has("numerator") || value.has("denominator")) {
      return quantity(value.path("numerator")) + " : " + quantity(value.path("denominator"));
    }
    if (value.has("value") || value.has("unit")) {
      return quantity(value);
    }
    if (value.has("reference") || value.has("display")) {
      return reference(value);
    }
    if (value.has("family") || value.has("given")) {
      return humanName(value);
    }
    return value.path("text").asText(value.path("code").asText(""));
  }

  /** Several values with commas. */
  static String list(JsonNode values) {
    return String.join(
        ", ",
        StreamSupport.stream(values.spliterator(), false)
            .map(FhirText::any)
            .filter(text -> !text.isEmpty())
            .toList());
  }

  /** A CodeableConcept: its text, else what a code is called, else the code. */
  static String concept(JsonNode concept) {
    String text = concept.path("text").asText("");
    for (JsonNode coding : concept.path("coding")) {
      text = text.isEmpty() ? coding.path("display").asText("") : text;
    }
    return text.isEmpty() ? concept.path("coding").path(0).path("code").asText("") : text;
  }

  /** A Quantity with its unit, or an amount of money with its currency. */
  static String quantity(JsonNode quantity) {
    String unit = UcumText.of(quantity.path("unit").asText(quantity.path("code").asText("")));
    String value = quantity.path("comparator").asText("") + quantity.path("value").asText("");
    String suffix = unit.isEmpty() ? quantity.path("currency").asText("") : unit;
    return (value + " " + suffix).strip();
  }

  static String period(JsonNode period) {
    String start = period.path("start").asText("");
    String end = period.path("end").asText("");
    return start.equals(end) || end.isEmpty() ? start : start + " – " + end;
  }

  private static String range(JsonNode range) {
    return (quantity(range.path("low")) + " – " + quantity(range.path("high"))).strip();
  }

  /** A Reference: what it is called, never where it leads. */
  static String reference(JsonNode reference) {
    return reference.path("display").asText(reference.path("identifier").path("value").asText(""));
  }

  /** Given names, then the family name, or the name as one text. */
  static String humanName(JsonNode name) {
    List<String> parts = new ArrayList<>();
    for (JsonNode given : name.path("given")) {
      if (!given.asText("").isEmpty() && !given.isNull()) {
        parts.add(given.asText());
      }
    }
    parts.add(name.path("family").asText(""));
    String structured = String.join(" ", parts).strip();
    return structured.isEmpty() ? name.path("text").asText("") : structured;
  }
}

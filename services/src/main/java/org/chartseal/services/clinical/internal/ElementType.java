package org.chartseal.services.clinical.internal;

import com.fasterxml.jackson.core.JsonToken;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A type of FHIR R4 with its elements by their JSON names; choice types stand under each of their
 * names.
 */
final class ElementType {

  private final String name;
  private final Map<String, Element> elements = new HashMap<>();
  private int slots;

  ElementType(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  @Nullable Element element(String jsonName) {
    return elements.get(jsonName);
  }

  /** One more than the highest index of an element. */
  int slots() {
    return slots;
  }

  void put(Element element) {
    elements.put(element.name, element);
    slots = Math.max(slots, element.index + 1);
  }

  /** What stands in the JSON for an element. */
  enum Shape {
    STRING,
    BOOLEAN,
    INTEGER,
    DECIMAL,
    COMPLEX,
    /** The object beside a primitive, under its name with an underscore. */
    SIBLING,
    RESOURCE;

    static Shape ofPrimitive(String type) {
      return switch (type) {
        case "boolean" -> BOOLEAN;
        case "integer", "unsignedInt", "positiveInt" -> INTEGER;
        case "decimal" -> DECIMAL;
        default -> STRING;
      };
    }

    boolean isPrimitive() {
      return compareTo(COMPLEX) < 0;
    }

    /** Whether null may stand for it in a list: for a value with a sibling, or for the sibling. */
    boolean mayBeNullInArray() {
      return isPrimitive() || this == SIBLING;
    }

    /** As it stands after "must be". */
    String inWords() {
      return switch (this) {
        case STRING -> "a text";
        case BOOLEAN -> "true or false";
        case INTEGER -> "a whole number";
        case DECIMAL -> "a number";
        case COMPLEX, SIBLING -> "an object";
        case RESOURCE -> "a resource";
      };
    }

    /** Whether a token is the value of such a primitive, or the begin of such an object. */
    boolean accepts(JsonToken token) {
      return switch (this) {
        case STRING -> token == JsonToken.VALUE_STRING;
        case BOOLEAN -> token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE;
        case INTEGER -> token == JsonToken.VALUE_NUMBER_INT;
        case DECIMAL -> token.isNumeric();
        case COMPLEX, SIBLING, RESOURCE -> token == JsonToken.START_OBJECT;
      };
    }
  }

  /**
   * An element of a type.
   *
   * @param shownName the name in FHIR's definition: {@code value[x]} where {@code name} is {@code
   *     valueString}
   * @param typeName FHIR type of a primitive
   * @param type type of what a complex element or a sibling holds; of the others it says nothing
   * @param index the same for all names of a choice, of which an object holds one
   */
  record Element(
      String name,
      String shownName,
      Shape shape,
      String typeName,
      ElementType type,
      boolean repeats,
      boolean modifier,
      int index) {}
}

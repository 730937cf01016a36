package org.chartseal.services.clinical.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element of an XML document with what is in it, in order.
 *
 * @param name local name; outside of CDA and XHTML after {@code fhir:} or {@code other:}
 * @param attributes by local name
 */
record XmlElement(String name, Map<String, String> attributes, List<Node> content) {

  /** An element or a text. */
  sealed interface Node {}

  /** Text between elements. */
  record Text(String text) implements Node {}

  /** An element among others. */
  record Child(XmlElement element) implements Node {}

  /** Empty if there is none. */
  String attribute(String attribute) {
    return attributes.getOrDefault(attribute, "");
  }

  /** The elements of that name directly in this one. */
  List<XmlElement> children(String childName) {
    List<XmlElement> found = new ArrayList<>();
    for (Node node : content) {
      if (node instanceof Child child && child.element.name.equals(childName)) {
        found.add(child.element);
      }
    }
    return found;
  }

  /** The first element at a path of names. */
  Optional<XmlElement> first(String... path) {
    XmlElement at = this;
    for (String step : path) {
      List<XmlElement> found = at.children(step);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      at = found.getFirst();
    }
    return Optional.of(at);
  }

  /** An attribute of the first element at a path, or empty. */
  String attributeAt(String attribute, String... path) {
    return first(path).map(element -> element.attribute(attribute)).orElse("");
  }

  /** All text in it, white space collapsed. */
  String text() {
    StringBuilder all = new StringBuilder();
    collect(all);
    return all.toString().strip().replaceAll("\\s+", " ");
  }

  private void collect(StringBuilder all) {
    for (Node node : content) {
      switch (node) {
        case Text text -> all.append(text.text);
        case Child child -> {
          all.append(' ');
          child.element.collect(all);
        }
      }
    }
  }
}

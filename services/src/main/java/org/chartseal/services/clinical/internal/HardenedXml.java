package org.chartseal.services.clinical.internal;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.chartseal.services.clinical.internal.XmlElement.Child;
import org.chartseal.services.clinical.internal.XmlElement.Node;
import org.chartseal.services.clinical.internal.XmlElement.Text;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML that may be meant to do harm: no document type declaration, so no entities; bounded
 * depth, elements and attributes; nothing is ever fetched.
 */
final class HardenedXml {

  private static final int MAX_DEPTH = 80;
  private static final int MAX_ELEMENTS = 1_000_000;
  private static final int MAX_ATTRIBUTES = 100;
  private static final String XHTML = "http://www.w3.org/1999/xhtml";
  private static final String CDA = "urn:hl7-org:v3";
  private static final String FHIR = "http://hl7.org/fhir";

  /** Before the names of elements that are neither CDA, XHTML nor FHIR. */
  private static final String OTHER_PREFIX = "other:";

  /** Before the names of FHIR's elements. */
  static final String FHIR_PREFIX = "fhir:";

  private final XMLInputFactory factory;

  HardenedXml() {
    factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setXMLReporter((message, type, related, at) -> {});
    factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
      throw new XMLStreamException("nothing outside of the document is read");
    });
  }

  /** Sees every element as it begins, those too that are not kept. */
  @FunctionalInterface
  interface Watcher {
    void element(String name, Map<String, String> attributes);
  }

  /**
   * Reads a document.
   *
   * @param passedOver names of elements that are checked and watched, and not kept
   */
  XmlElement read(byte[] xml, Set<String> passedOver, Watcher watcher) throws RefusedException {
    Builder builder = new Builder(passedOver, watcher);
    String text = XmlText.decode(xml);
    XMLStreamReader reader = null;
    try {
      reader = factory.createXMLStreamReader(new StringReader(text));
      while (reader.hasNext()) {
        reader.next();
        builder.event(reader);
      }
      return builder.root();
    } catch (XMLStreamException e) {
      throw new RefusedException(fault(e, reader));
    }
  }

  private static Fault fault(XMLStreamException e, @Nullable XMLStreamReader reader) {
    Location at = reader != null ? reader.getLocation() : e.getLocation();
    return at == null
        ? DocumentFaults.malformedXml(1, 1)
        : DocumentFaults.malformedXml(
            Math.max(1, at.getLineNumber()), Math.max(1, at.getColumnNumber()));
  }

  /** Makes the tree. */
  private static final class Builder {

    private final Set<String> passedOver;
    private final Watcher watcher;
    private final List<XmlElement> open = new ArrayList<>();
    private final List<Node> top = new ArrayList<>();
    private int depth;
    private int skippedFrom = Integer.MAX_VALUE;
    private int elements;

    Builder(Set<String> passedOver, Watcher watcher) {
      this.passedOver = passedOver;
      this.watcher = watcher;
    }

    XmlElement root() {
      return ((Child) top.getFirst()).element();
    }

    void event(XMLStreamReader reader) throws RefusedException {
      switch (reader.getEventType()) {
        case XMLStreamConstants.START_ELEMENT -> start(reader);
        case XMLStreamConstants.END_ELEMENT -> end();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(reader.getText());
        case XMLStreamConstants.DTD ->
            throw new RefusedException(
                DocumentFaults.doctype(reader.getLocation().getLineNumber()));
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new RefusedException(
                DocumentFaults.malformedXml(
                    reader.getLocation().getLineNumber(), reader.getLocation().getColumnNumber()));
        default -> {
          // Comments, processing instructions and white space say nothing.
        }
      }
    }

    private void start(XMLStreamReader reader) throws RefusedException {
      depth++;
      elements++;
      if (depth > MAX_DEPTH) {
        throw new RefusedException(
            DocumentFaults.tooDeep("elements inside one another", MAX_DEPTH));
      }
      if (elements > MAX_ELEMENTS) {
        throw new RefusedException(DocumentFaults.tooDeep("elements", MAX_ELEMENTS));
      }
      if (reader.getAttributeCount() > MAX_ATTRIBUTES) {
        throw new RefusedException(
            DocumentFaults.tooDeep("attributes in one element", MAX_ATTRIBUTES));
      }
      String name = name(reader);
      Map<String, String> attributes = new HashMap<>();
      for (int i = 0; i < reader.getAttributeCount(); i++) {
        attributes.putIfAbsent(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
      }
      watcher.element(name, attributes);
      if (depth >= skippedFrom || passedOver.contains(name)) {
        skippedFrom = Math.min(skippedFrom, depth);
        return;
      }
      XmlElement element = new XmlElement(name, attributes, new ArrayList<>());
      into().add(new Child(element));
      open.add(element);
    }

    private void end() {
      depth--;
      if (depth >= skippedFrom) {
        return;
      }
      if (depth == skippedFrom - 1) {
        skippedFrom = Integer.MAX_VALUE;
        return;
      }
      open.removeLast();
    }

    private void text(String text) {
      if (depth < skippedFrom && !open.isEmpty()) {
        into().add(new Text(text));
      }
    }

    private List<Node> into() {
      return open.isEmpty() ? top : open.getLast().content();
    }

    private static String name(XMLStreamReader reader) {
      String local = reader.getLocalName();
      return switch (String.valueOf(reader.getNamespaceURI())) {
        case CDA, XHTML -> local;
        case FHIR -> FHIR_PREFIX + local;
        default -> OTHER_PREFIX + local;
      };
    }
  }
}

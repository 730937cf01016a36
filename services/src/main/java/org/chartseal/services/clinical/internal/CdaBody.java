package org.chartseal.services.clinical.internal;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.clinical.DocumentView.Attachment;
import org.chartseal.services.clinical.DocumentView.Section;
import org.chartseal.services.seal.RefusedException;

/** The body of a CDA document: sections, or one embedded file (CDA R2 §4.3). */
final class CdaBody {

  private final XmlElement root;

  CdaBody(XmlElement root) {
    this.root = root;
  }

  List<Section> sections() {
    return root.first("component", "structuredBody").map(CdaBody::sectionsOf).orElse(List.of());
  }

  private static List<Section> sectionsOf(XmlElement parent) {
    List<Section> sections = new ArrayList<>();
    for (XmlElement component : parent.children("component")) {
      component.first("section").map(CdaBody::section).ifPresent(sections::add);
    }
    return sections;
  }

  private static Section section(XmlElement section) {
    return new Section(
        section.first("title").map(XmlElement::text).orElse(""),
        CdaHeader.coded(section.first("code").orElse(null)),
        section.first("text").map(text -> new NarrativeBuilder().build(text)).orElse(List.of()),
        sectionsOf(section));
  }

  /**
   * What stands in place of sections.
   *
   * @throws RefusedException if it claims to be base64 and is not
   */
  List<Attachment> attachments() throws RefusedException {
    Optional<XmlElement> text = root.first("component", "nonXMLBody", "text");
    return text.isEmpty() ? List.of() : List.of(attachment(text.get()));
  }

  private static Attachment attachment(XmlElement text) throws RefusedException {
    String mediaType = text.attribute("mediaType");
    String reference = text.attributeAt("value", "reference");
    if (!text.attribute("representation").equals("B64")) {
      byte[] plain = reference.isEmpty() ? utf8(text.text()) : new byte[0];
      return new Attachment(mediaType.isEmpty() ? "text/plain" : mediaType, reference, plain);
    }
    try {
      return new Attachment(mediaType, reference, Base64.getMimeDecoder().decode(text.text()));
    } catch (IllegalArgumentException e) {
      throw new RefusedException(
          DocumentFaults.wrongKind("ClinicalDocument/component/nonXMLBody/text", "base64"));
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}

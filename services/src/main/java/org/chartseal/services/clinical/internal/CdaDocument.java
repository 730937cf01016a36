package org.chartseal.services.clinical.internal;

import java.util.Map;
import java.util.Set;
import org.chartseal.services.clinical.DocumentView;
import org.chartseal.services.seal.RefusedException;

/**
 * A C-CDA document that was taken apart.
 *
 * @param view what is shown
 * @param idRoot root of the document's own identifier, an OID or UUID; empty if it has none
 * @param idExtension its extension; empty if the root says all
 * @param release {@code R1.1}, {@code R2.1} or, for CDA R2 that names neither, empty
 */
record CdaDocument(DocumentView view, String idRoot, String idExtension, String release) {

  static final String ROOT = "ClinicalDocument";

  private static final Set<String> PASSED_OVER = Set.of("entry", "informant", "legalAuthenticator");
  private static final String US_REALM_HEADER = "2.16.840.1.113883.10.20.22.1.1";
  private static final String ACT_CODE = "2.16.840.1.113883.5.4";

  /**
   * Reads one.
   *
   * @throws RefusedException if it is other XML, or a header without whom it is about
   */
  static CdaDocument read(HardenedXml xml, byte[] original) throws RefusedException {
    SensitivityLabels labels = new SensitivityLabels();
    XmlElement root =
        xml.read(original, PASSED_OVER, (name, attributes) -> label(name, attributes, labels));
    if (root.name().startsWith(HardenedXml.FHIR_PREFIX)) {
      throw new RefusedException(DocumentFaults.FHIR_XML);
    }
    if (!root.name().equals(ROOT)) {
      throw new RefusedException(
          DocumentFaults.otherXml(root.name().substring(root.name().indexOf(':') + 1)));
    }
    DocumentView.Header header = new CdaHeader(root).read(labels.conclude());
    CdaBody body = new CdaBody(root);
    return new CdaDocument(
        new DocumentView(header, body.sections(), body.attachments()),
        root.attributeAt("root", "id"),
        root.attributeAt("extension", "id"),
        release(root));
  }

  private static void label(String name, Map<String, String> attributes, SensitivityLabels labels) {
    String code = attributes.getOrDefault("code", "");
    if (name.equals("confidentialityCode")) {
      labels.confidentiality(code);
    } else if (name.equals("value") && ACT_CODE.equals(attributes.get("codeSystem"))) {
      labels.sensitivity(code);
    }
  }

  private static String release(XmlElement root) {
    String release = "";
    for (XmlElement template : root.children("templateId")) {
      if (template.attribute("root").equals(US_REALM_HEADER)) {
        if (template.attribute("extension").startsWith("2015")) {
          return "R2.1";
        }
        release = template.attribute("extension").isEmpty() ? "R1.1" : "R2.0";
      }
    }
    return release;
  }
}

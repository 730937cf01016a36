package org.chartseal.services.clinical.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chartseal.services.clinical.DocumentView;
import org.chartseal.services.clinical.DocumentView.Author;
import org.chartseal.services.clinical.DocumentView.Header;
import org.chartseal.services.clinical.DocumentView.Section;
import org.chartseal.services.clinical.ParsedEntry;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.clinical.PatientIdentifier;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.Part;
import org.chartseal.services.seal.PartRole;
import org.chartseal.services.seal.SensitivityClass;

/**
 * Makes an entry of a C-CDA document: the original as it is, and a FHIR {@code DocumentReference}
 * that says what it is.
 *
 * <p>The media type of CDA is {@code text/xml}, as IHE XDS and US Core have it; HL7 has registered
 * none of its own.
 */
final class CdaEntry {

  static final String CDA_XML = "text/xml";

  private static final String URI = "urn:ietf:rfc:3986";

  private final FhirJson json = new FhirJson();

  ParsedEntry make(CdaDocument document, byte[] original) {
    Header header = document.view().header();
    Content content =
        new Content(
            List.of(
                new Part(PartRole.ORIGINAL, CDA_XML, original),
                new Part(PartRole.RESOURCE, FhirEntries.FHIR_JSON, reference(document, original))));
    return new ParsedEntry(
        "document",
        header.date(),
        header.title(),
        author(header),
        header.sensitivity(),
        summary(document.view()),
        content,
        header.patient());
  }

  private static String author(Header header) {
    for (Author author : header.authors()) {
      if (!author.name().isEmpty() || !author.organisation().isEmpty()) {
        return author.name().isEmpty() ? author.organisation() : author.name();
      }
    }
    return header.custodian();
  }

  private static Map<String, String> summary(DocumentView view) {
    Header header = view.header();
    Map<String, String> summary = new LinkedHashMap<>();
    EntrySummary.put(summary, "type", header.type().display());
    EntrySummary.put(summary, "custodian", header.custodian());
    EntrySummary.put(summary, "period", period(header));
    List<String> titles =
        view.sections().stream().map(Section::title).filter(title -> !title.isEmpty()).toList();
    EntrySummary.put(summary, "sections", String.join(", ", titles));
    return summary;
  }

  private static String period(Header header) {
    return header.until().isEmpty() ? header.from() : header.from() + " – " + header.until();
  }

  /**
   * The resource's id is the original's digest: the same document has the same resource wherever it
   * is read.
   */
  private byte[] reference(CdaDocument document, byte[] original) {
    Header header = document.view().header();
    ObjectNode resource = json.resource("DocumentReference", Digests.sha256(original).hex());
    ArrayNode contained = resource.putArray("contained");
    if (!document.idRoot().isEmpty()) {
      resource.set("masterIdentifier", identifier(document));
    }
    resource.put("status", "current");
    if (!header.type().display().isEmpty() || !header.type().code().isEmpty()) {
      resource.set("type", json.concept(header.type()));
    }
    contained.add(patient(header.patient()));
    resource.set("subject", json.object().put("reference", "#patient"));
    if (header.date().contains("T")) {
      resource.put("date", header.date());
    }
    authors(header, resource);
    if (!header.custodian().isEmpty()) {
      resource.set("custodian", json.object().put("display", header.custodian()));
    }
    json.put(resource, "description", header.title());
    SensitivityClass label = header.sensitivity();
    resource.set(
        "securityLabel", json.array(json.concept(SecurityLabels.system(label), label.code(), "")));
    resource.set("content", json.array(content(document, original)));
    context(header, resource);
    return json.bytes(resource);
  }

  private ObjectNode identifier(CdaDocument document) {
    boolean oid = document.idRoot().matches("[0-9.]+");
    String root = (oid ? "urn:oid:" : "urn:uuid:") + document.idRoot();
    return document.idExtension().isEmpty()
        ? json.identifier(URI, root)
        : json.identifier(root, document.idExtension());
  }

  private ObjectNode patient(PatientDetails details) {
    ObjectNode patient = json.resource("Patient", "patient");
    ArrayNode identifiers = json.array();
    for (PatientIdentifier identifier : details.identifiers()) {
      identifiers.add(json.identifier(identifier.system(), identifier.value()));
    }
    if (!identifiers.isEmpty()) {
      patient.set("identifier", identifiers);
    }
    patient.set("name", json.array(json.object().put("text", details.name())));
    json.put(patient, "gender", details.gender());
    json.put(patient, "birthDate", details.birthDate());
    return patient;
  }

  private void authors(Header header, ObjectNode resource) {
    ArrayNode authors = json.array();
    for (Author author : header.authors()) {
      String name = author.name().isEmpty() ? author.organisation() : author.name();
      if (!name.isEmpty()) {
        authors.add(json.object().put("display", name));
      }
    }
    if (!authors.isEmpty()) {
      resource.set("author", authors);
    }
  }

  private ObjectNode content(CdaDocument document, byte[] original) {
    ObjectNode attachment = json.object().put("contentType", CDA_XML).put("size", original.length);
    json.put(attachment, "title", document.view().header().title());
    json.put(attachment, "creation", document.view().header().date());
    ObjectNode content = json.object();
    content.set("attachment", attachment);
    boolean structured = document.view().attachments().isEmpty();
    if (!document.release().isEmpty()) {
      String body = structured ? "structuredBody" : "nonXMLBody";
      String release = document.release().substring(1);
      content.set(
          "format", json.object().put("code", "urn:hl7-org:sdwg:ccda-" + body + ":" + release));
    }
    return content;
  }

  private void context(Header header, ObjectNode resource) {
    ObjectNode period = json.object();
    json.put(period, "start", header.from());
    json.put(period, "end", header.until());
    if (!period.isEmpty()) {
      resource.set("context", json.object().set("period", period));
    }
  }
}

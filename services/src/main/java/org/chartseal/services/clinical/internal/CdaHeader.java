package org.chartseal.services.clinical.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chartseal.services.clinical.DocumentView;
import org.chartseal.services.clinical.DocumentView.Author;
import org.chartseal.services.clinical.DocumentView.Coded;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.clinical.PatientIdentifier;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SensitivityClass;
import org.jspecify.annotations.Nullable;

/** The header of a CDA document: who says what about whom (CDA R2 §4.2). */
final class CdaHeader {

  private static final String TYPE_ROOT = "2.16.840.1.113883.1.3";
  private static final String TYPE_EXTENSION = "POCD_HD000040";
  private static final String GENDER = "2.16.840.1.113883.5.1";

  private final XmlElement root;

  CdaHeader(XmlElement root) {
    this.root = root;
  }

  DocumentView.Header read(SensitivityClass sensitivity) throws RefusedException {
    if (!root.attributeAt("root", "typeId").equals(TYPE_ROOT)
        || !root.attributeAt("extension", "typeId").equals(TYPE_EXTENSION)) {
      throw new RefusedException(DocumentFaults.incompleteHeader("typeId of CDA R2"));
    }
    if (root.children("recordTarget").size() > 1) {
      throw new RefusedException(DocumentFaults.SEVERAL_PATIENTS);
    }
    XmlElement role =
        root.first("recordTarget", "patientRole")
            .orElseThrow(() ->
                new RefusedException(DocumentFaults.incompleteHeader("recordTarget (patient)")));
    PatientDetails patient = patient(role);
    if (patient.name().isEmpty()) {
      throw new RefusedException(DocumentFaults.incompleteHeader("name of the patient"));
    }
    Coded type = coded(root.first("code").orElse(null));
    String title = root.first("title").map(XmlElement::text).orElse("");
    return new DocumentView.Header(
        title.isEmpty() ? type.display() : title,
        type,
        date(),
        care("low"),
        care("high"),
        patient,
        root.children("author").stream().map(CdaHeader::author).toList(),
        root.first("custodian", "assignedCustodian", "representedCustodianOrganization", "name")
            .map(XmlElement::text)
            .orElse(""),
        sensitivity);
  }

  private String date() {
    String date = Hl7Time.toFhir(root.attributeAt("value", "effectiveTime"));
    return date.isEmpty() ? care("high") : date;
  }

  private String care(String bound) {
    String service =
        Hl7Time.toFhir(
            root.attributeAt("value", "documentationOf", "serviceEvent", "effectiveTime", bound));
    return service.isEmpty()
        ? Hl7Time.toFhir(
            root.attributeAt(
                "value", "componentOf", "encompassingEncounter", "effectiveTime", bound))
        : service;
  }

  private static PatientDetails patient(XmlElement role) {
    List<PatientIdentifier> identifiers = new ArrayList<>();
    for (XmlElement id : role.children("id")) {
      if (!id.attribute("root").isEmpty() && !id.attribute("extension").isEmpty()) {
        identifiers.add(
            new PatientIdentifier("urn:oid:" + id.attribute("root"), id.attribute("extension")));
      }
    }
    Optional<XmlElement> patient = role.first("patient");
    return new PatientDetails(
        patient.map(CdaHeader::legalName).orElse(""),
        patient
            .map(p -> Hl7Time.toFhir(p.attributeAt("value", "birthTime")))
            .map(time -> time.substring(0, Math.min(10, time.length())))
            .orElse(""),
        patient.flatMap(p -> p.first("administrativeGenderCode")).map(CdaHeader::gender).orElse(""),
        identifiers);
  }

  private static String gender(XmlElement code) {
    if (!code.attribute("codeSystem").equals(GENDER)) {
      return "";
    }
    return switch (code.attribute("code")) {
      case "F" -> "female";
      case "M" -> "male";
      case "UN" -> "other";
      default -> "";
    };
  }

  private static String legalName(XmlElement person) {
    List<XmlElement> names = person.children("name");
    return names.stream()
        .filter(name -> name.attribute("use").contains("L"))
        .findFirst()
        .or(() -> names.stream().findFirst())
        .map(CdaHeader::name)
        .orElse("");
  }

  /**
   * Given names, then family names; titles and the like are left out, as they are when names are
   * compared.
   */
  private static String name(XmlElement name) {
    List<String> parts =
        Stream.of("given", "family")
            .flatMap(part -> name.children(part).stream())
            .map(XmlElement::text)
            .filter(part -> !part.isEmpty())
            .toList();
    boolean structured = name.content().stream().anyMatch(node -> node instanceof XmlElement.Child);
    return structured ? String.join(" ", parts) : name.text();
  }

  private static Author author(XmlElement author) {
    String person =
        author.first("assignedAuthor", "assignedPerson").map(CdaHeader::legalName).orElse("");
    String organisation =
        author
            .first("assignedAuthor", "representedOrganization", "name")
            .map(XmlElement::text)
            .orElse("");
    String device =
        author
            .first("assignedAuthor", "assignedAuthoringDevice", "softwareName")
            .map(XmlElement::text)
            .orElse("");
    return new Author(
        person.isEmpty() && organisation.isEmpty() ? device : person,
        organisation,
        Hl7Time.toFhir(author.attributeAt("value", "time")));
  }

  static Coded coded(@Nullable XmlElement code) {
    if (code == null || code.attribute("code").isEmpty()) {
      return new Coded("", "", code == null ? "" : code.text());
    }
    String display = code.attribute("displayName");
    return new Coded(
        codeSystem(code.attribute("codeSystem")),
        code.attribute("code"),
        display.isEmpty() ? code.text() : display);
  }

  private static String codeSystem(String oid) {
    return switch (oid) {
      case "" -> "";
      case "2.16.840.1.113883.6.1" -> "http://loinc.org";
      case "2.16.840.1.113883.6.96" -> "http://snomed.info/sct";
      default -> "urn:oid:" + oid;
    };
  }
}

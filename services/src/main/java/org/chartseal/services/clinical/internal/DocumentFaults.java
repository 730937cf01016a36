package org.chartseal.services.clinical.internal;

import com.fasterxml.jackson.core.JsonLocation;
import java.util.List;
import org.chartseal.services.clinical.DocumentReader;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.RefusedException;

/**
 * Why a document is refused. The sentences name places in it (lines, elements of the standard),
 * never a value, a file or a patient.
 */
final class DocumentFaults {

  static final Fault NOT_FOUND =
      new Fault("CS-DOC-01", "There is no such file. Check the name and where it was saved.");
  static final Fault DIRECTORY =
      new Fault("CS-DOC-02", "This is a folder, not a document. Choose the documents in it.");
  static final Fault NO_PERMISSION =
      new Fault(
          "CS-DOC-03",
          "The file may not be read by you. Ask its owner for permission, or copy it.");
  static final Fault TOO_LARGE =
      new Fault(
          "CS-DOC-04",
          "The file is larger than "
              + (DocumentReader.MAX_BYTES >> 20)
              + " MiB and was not read. Ask its sender for smaller parts.");
  static final Fault EMPTY =
      new Fault("CS-DOC-05", "The file is empty. Ask its sender for it again.");
  static final Fault UNREADABLE =
      new Fault(
          "CS-DOC-06", "The file could not be read from its disk. Try it again, or copy it first.");
  static final Fault NOT_A_FILE =
      new Fault(
          "CS-DOC-06",
          "This is a device or a pipe, not a file. Save the document as a file first.");
  static final Fault NOT_UTF8 =
      new Fault(
          "CS-DOC-08",
          "The text is not in the encoding that it must be in (UTF-8, or what its XML declaration"
              + " says). Ask its sender to export it again.");
  static final Fault NO_RESOURCE =
      new Fault(
          "CS-DOC-18",
          "The file is JSON, but no FHIR resource: it has no resourceType. Choose a FHIR R4 or a"
              + " C-CDA document.");
  static final Fault FHIR_XML =
      new Fault(
          "CS-DOC-14",
          "This is FHIR in XML, which is not read. Ask its sender for the JSON form of it.");
  static final Fault NOTHING_CLINICAL =
      new Fault(
          "CS-DOC-27",
          "The document holds no clinical content: nothing in it belongs into a health record.");
  static final Fault SEVERAL_PATIENTS =
      new Fault(
          "CS-DOC-28",
          "The document is about more than one patient. Ask its sender for one document for each"
              + " patient.");
  static final Fault STOPPED =
      new Fault(
          "CS-DOC-30", "Reading was stopped before the end. Nothing of the document was used.");
  static final Fault TOO_MANY_VALUES =
      new Fault(
          "CS-DOC-31",
          "One entry of the document has more values than a record can hold. Ask its sender for"
              + " smaller parts.");

  private static final int LONGEST_NAME = 40;

  private DocumentFaults() {}

  static Fault unknownFormat(String guess) {
    return new Fault(
        "CS-DOC-07",
        "The file is "
            + guess
            + ", not a clinical document. Choose a C-CDA (XML) or FHIR R4 (JSON) document.");
  }

  static Fault malformedXml(int line, int column) {
    return new Fault(
        "CS-DOC-09",
        "The XML ends too early or is broken at line %d, column %d. Ask its sender for it again."
            .formatted(line, column),
        List.of(Integer.toString(line), Integer.toString(column)));
  }

  static Fault doctype(int line) {
    return new Fault(
        "CS-DOC-10",
        "The XML has a document type declaration (DOCTYPE, line %d), which clinical documents have not and which can do harm. It was not read."
            .formatted(line),
        List.of(Integer.toString(line)));
  }

  static Fault tooDeep(String what, int limit) {
    return new Fault(
        "CS-DOC-11",
        "The document has more than %,d %s and was not read further. Ask its sender for a proper export."
            .formatted(limit, what));
  }

  static Fault otherXml(String rootElement) {
    return new Fault(
        "CS-DOC-13",
        "The file is XML, but no C-CDA document: it begins with <%s>. Choose a C-CDA (XML) or FHIR R4 (JSON) document."
            .formatted(safe(rootElement)),
        List.of(safe(rootElement)));
  }

  static Fault malformedJson(JsonLocation at) {
    return new Fault(
        "CS-DOC-15",
        "The JSON ends too early or is broken at line %d, column %d. Ask its sender for it again."
            .formatted(at.getLineNr(), at.getColumnNr()),
        List.of(Integer.toString(at.getLineNr()), Integer.toString(at.getColumnNr())));
  }

  static Fault duplicateName(String path) {
    return new Fault(
        "CS-DOC-16",
        "%s stands twice in the same place, so that it can be read in two ways. Ask its sender to correct it."
            .formatted(path),
        List.of(path));
  }

  static Fault duplicateName(JsonLocation at) {
    return new Fault(
        "CS-DOC-16",
        "A name stands twice in one object at line %d, column %d, so that it can be read in two ways. Ask its sender to correct it."
            .formatted(at.getLineNr(), at.getColumnNr()));
  }

  static Fault loneSurrogate(String path) {
    return new Fault(
        "CS-DOC-17",
        "%s holds half a character. Ask its sender to correct it.".formatted(path),
        List.of(path));
  }

  static Fault unknownType(String type) {
    return new Fault(
        "CS-DOC-19",
        "\"%s\" is no resource type of FHIR R4. Ask its sender for the document in FHIR R4."
            .formatted(safe(type)),
        List.of(safe(type)));
  }

  static Fault unknownElement(String path, String name) {
    return new Fault(
        "CS-DOC-20",
        "%s has an element \"%s\", which FHIR R4 does not know. Nothing is left out in silence, so the document was refused; ask its sender to correct it."
            .formatted(path, safe(name)),
        List.of(path, safe(name)));
  }

  static Fault wrongKind(String path, String expected) {
    return new Fault(
        "CS-DOC-21",
        "%s must be %s by FHIR R4, and is something else. Ask its sender to correct it."
            .formatted(path, expected),
        List.of(path));
  }

  static Fault misplacedNull(String path) {
    return new Fault(
        "CS-DOC-22",
        "%s is null where FHIR R4 allows none. Ask its sender to correct it.".formatted(path),
        List.of(path));
  }

  static Fault nothingInIt(String path) {
    return new Fault(
        "CS-DOC-23",
        "%s is there and empty, which FHIR R4 forbids. Ask its sender to correct it."
            .formatted(path),
        List.of(path));
  }

  static Fault noId(String path) {
    return new Fault(
        "CS-DOC-24",
        "%s has no id of the form that FHIR R4 demands. Ask its sender to correct it."
            .formatted(path),
        List.of(path));
  }

  static Fault invalidValue(String path) {
    return new Fault(
        "CS-DOC-25",
        "%s has a value that FHIR R4 does not allow there. Ask its sender to correct it."
            .formatted(path),
        List.of(path));
  }

  static Fault twoResourcesOneId(String path) {
    return new Fault(
        "CS-DOC-26",
        "%s has the same type and id as another resource of the document, and says something else. Ask its sender to correct it."
            .formatted(path),
        List.of(path));
  }

  static Fault incompleteHeader(String what) {
    return new Fault(
        "CS-DOC-29",
        "The C-CDA header has no %s, which it must have. Ask its sender to correct it."
            .formatted(what));
  }

  static RefusedException refusal(Fault fault) {
    return new RefusedException(fault);
  }

  /** A name out of the document, so short and plain that it cannot be a sentence about somebody. */
  static String safe(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9_.:-]", "?");
    return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) + "…" : plain;
  }
}

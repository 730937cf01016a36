package org.chartseal.services.clinical;

import java.util.List;
import org.chartseal.services.seal.SensitivityClass;

/**
 * A C-CDA document for a person to read.
 *
 * @param sections the body in its order; empty when the body is an attachment
 * @param attachments what the body embeds (a PDF, an image) or refers to
 */
public record DocumentView(Header header, List<Section> sections, List<Attachment> attachments) {

  public DocumentView {
    sections = List.copyOf(sections);
    attachments = List.copyOf(attachments);
  }

  /**
   * Who says what about whom. What the document does not say is empty.
   *
   * @param type what kind of document it is, in words
   * @param date when it was made, FHIR dateTime
   * @param from begin of the care that it is about, FHIR dateTime
   * @param until its end, FHIR dateTime
   */
  public record Header(
      String title,
      Coded type,
      String date,
      String from,
      String until,
      PatientDetails patient,
      List<Author> authors,
      String custodian,
      SensitivityClass sensitivity) {
    public Header {
      authors = List.copyOf(authors);
    }
  }

  /**
   * A code as written.
   *
   * @param system URI; an OID as {@code urn:oid:…}
   */
  public record Coded(String system, String code, String display) {}

  /**
   * Who wrote it: a person, of an organisation, when (FHIR dateTime); where there is neither, a
   * device.
   */
  public record Author(String name, String organisation, String time) {}

  /** One section with those inside it. */
  public record Section(
      String title, Coded code, List<Narrative> narrative, List<Section> subsections) {
    public Section {
      narrative = List.copyOf(narrative);
      subsections = List.copyOf(subsections);
    }
  }

  /**
   * A body that is not XML.
   *
   * @param reference the file that it refers to, as text, never followed; empty when the bytes are
   *     here
   * @param bytes as embedded; empty when it only refers
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Attachment(String mediaType, String reference, byte[] bytes) {}
}

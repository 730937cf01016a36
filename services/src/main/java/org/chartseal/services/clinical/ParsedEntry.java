package org.chartseal.services.clinical;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.Part;
import org.chartseal.services.seal.SensitivityClass;

/**
 * One entry of a document, ready to be sealed.
 *
 * @param kind {@code document}, {@code encounter} or {@code background} (protocol §3.1)
 * @param date clinical date or time as a FHIR dateTime; empty when the document states none
 * @param title as shown
 * @param authorName the person, else the organisation, else the device that the document names;
 *     empty when it names none
 * @param sensitivity from the document's own labels; several specific ones together are {@code V}
 * @param summary short values for the timeline, in the order in which they are shown
 * @param patient whom the document is about, as far as it says
 */
public record ParsedEntry(
    String kind,
    String date,
    String title,
    String authorName,
    SensitivityClass sensitivity,
    Map<String, String> summary,
    Content content,
    PatientDetails patient) {

  /**
   * The same for the same content, whenever and from wherever it is read: how a second import is
   * noticed.
   */
  public Hash32 fingerprint() {
    List<byte[]> pieces = new ArrayList<>();
    for (Part part : content.parts()) {
      byte[] role = part.role().name().getBytes(StandardCharsets.US_ASCII);
      pieces.add(ByteBuffer.allocate(8).putInt(role.length).putInt(part.bytes().length).array());
      pieces.add(role);
      pieces.add(part.bytes());
    }
    return Digests.sha256(pieces.toArray(byte[][]::new));
  }
}

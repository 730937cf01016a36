package org.chartseal.services.seal;

import java.util.ArrayList;
import java.util.List;
import org.chartseal.services.seal.cbor.CborException;
import org.chartseal.services.seal.cbor.CborReader;
import org.chartseal.services.seal.cbor.CborWriter;

/**
 * A billable service of a content, with its nullifier (§4): readers who do not hold the pair secret
 * could not compute it.
 *
 * @param resource {@code Type/id}
 * @param pointer RFC 6901 pointer to the service's code
 */
public record NamedService(String resource, String pointer, Hash32 nullifier) {

  private static final String MEDIA_TYPE = "application/cbor";
  private static final int MAX_TEXT = 1024;

  /** The part that holds these services, in order. */
  public static Part part(List<NamedService> services) {
    CborWriter writer = new CborWriter().array(services.size());
    for (NamedService service : services) {
      writer.array(3).text(service.resource).text(service.pointer).bytes(service.nullifier.bytes());
    }
    return new Part(PartRole.NULLIFIERS, MEDIA_TYPE, writer.toByteArray());
  }

  /**
   * The services that a content names, in order; none if it has no such part.
   *
   * @throws RefusedException if the part cannot be read
   */
  public static List<NamedService> in(Content content) throws RefusedException {
    List<NamedService> services = new ArrayList<>();
    for (Part part : content.parts(PartRole.NULLIFIERS)) {
      try {
        CborReader reader = new CborReader(part.raw());
        for (int left = reader.array(ContentTree.MAX_LEAVES); left > 0; left--) {
          reader.arrayOf(3);
          services.add(
              new NamedService(
                  reader.text(MAX_TEXT), reader.text(MAX_TEXT), Hash32.of(reader.bytesOf(32))));
        }
        reader.end();
      } catch (CborException e) {
        throw new RefusedException(Faults.MALFORMED_CONTENT);
      }
    }
    return services;
  }
}

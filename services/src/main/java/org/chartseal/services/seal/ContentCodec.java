package org.chartseal.services.seal;

import java.util.ArrayList;
import java.util.List;
import org.chartseal.services.seal.cbor.CborException;
import org.chartseal.services.seal.cbor.CborReader;
import org.chartseal.services.seal.cbor.CborWriter;

/** The CBOR form of a content (§4). */
final class ContentCodec {

  private ContentCodec() {}

  /**
   * Writes a content.
   *
   * @throws IllegalArgumentException if it is longer than {@link Content#MAX_LENGTH}
   */
  static byte[] encode(Content content) {
    long length = content.parts().stream().mapToLong(part -> part.length() + 512L).sum();
    if (length > Content.MAX_LENGTH) {
      throw new IllegalArgumentException("the content is longer than 128 MiB");
    }
    CborWriter writer = new CborWriter().map(1).key("parts").array(content.parts().size());
    for (Part part : content.parts()) {
      writer.array(3).text(part.role().code()).text(part.mediaType()).bytes(part.raw());
    }
    byte[] encoded = writer.toByteArray();
    writer.wipe();
    return encoded;
  }

  static Content decode(byte[] encoded) throws RefusedException {
    try {
      CborReader reader = new CborReader(encoded);
      CborReader.Fields fields = reader.map();
      int count = fields.require("parts").array(Content.MAX_PARTS);
      List<Part> parts = new ArrayList<>(Math.min(count, 64));
      for (int i = 0; i < count; i++) {
        reader.arrayOf(3);
        PartRole role = PartRole.parse(reader.text(32));
        parts.add(
            new Part(role, reader.text(Content.MAX_MEDIA_TYPE), reader.bytes(Content.MAX_LENGTH)));
      }
      fields.end();
      reader.end();
      return new Content(parts);
    } catch (CborException | IllegalArgumentException e) {
      throw new RefusedException(Faults.MALFORMED_CONTENT);
    }
  }
}

package org.chartseal.services.claims.internal;

import java.util.ArrayList;
import java.util.List;
import org.chartseal.services.claims.ClaimFile;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.Disclosure;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.cbor.CborException;
import org.chartseal.services.seal.cbor.CborReader;
import org.chartseal.services.seal.cbor.CborWriter;

/** Several disclosures in one attachment: a CBOR array of byte strings. */
public final class DisclosureSet {

  private DisclosureSet() {}

  public static byte[] write(List<Disclosure> disclosures) {
    CborWriter writer = new CborWriter().array(disclosures.size());
    disclosures.forEach(disclosure -> writer.bytes(disclosure.bytes()));
    return writer.toByteArray();
  }

  /**
   * Reads the disclosures.
   *
   * @throws IllegalArgumentException if the bytes are no such array
   */
  public static List<Disclosure> read(byte[] bytes) throws RefusedException {
    List<Disclosure> disclosures = new ArrayList<>();
    try {
      CborReader reader = new CborReader(bytes);
      for (int left = reader.array(ClaimFile.MAX_LINES); left > 0; left--) {
        disclosures.add(Disclosure.parse(reader.bytes(Content.MAX_LENGTH)));
      }
      reader.end();
    } catch (CborException e) {
      throw new IllegalArgumentException(e);
    }
    return disclosures;
  }
}

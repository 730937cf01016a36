package org.chartseal.services.clinical.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.chartseal.services.clinical.DocumentReader;
import org.chartseal.services.seal.RefusedException;

/** JSON text before it is parsed: UTF-8 and nothing else, and bounds for the parser. */
final class JsonBytes {

  /** Objects and arrays inside one another. FHIR's own examples stay below 25. */
  static final int MAX_DEPTH = 100;

  private final JsonFactory factory =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength((int) DocumentReader.MAX_BYTES)
                  .maxNumberLength(1_000)
                  .maxNameLength(1_000)
                  .build())
          .build();

  /** Its bounds are those of every JSON that comes from outside. */
  JsonFactory factory() {
    return factory;
  }

  /** A parser that takes the text as it is. */
  JsonParser parser(byte[] json) throws IOException {
    return factory.createParser(json);
  }

  /** A parser that begins within the text. */
  JsonParser parser(byte[] json, int offset) throws IOException {
    return factory.createParser(json, offset, json.length - offset);
  }

  /**
   * Looks at the bytes once: they must be UTF-8 without a byte order mark.
   *
   * @return whether an escape could make a surrogate that stands alone
   */
  static boolean check(byte[] json) throws RefusedException {
    boolean ascii = true;
    boolean surrogates = false;
    for (int i = 0; i < json.length; i++) {
      byte b = json[i];
      if (b <= 0) {
        if (b == 0) {
          throw new RefusedException(DocumentFaults.NOT_UTF8);
        }
        ascii = false;
      } else if (b == '\\' && isSurrogateEscape(json, i)) {
        surrogates = true;
      }
    }
    if (!ascii) {
      checkUtf8(json);
    }
    return surrogates;
  }

  private static boolean isSurrogateEscape(byte[] json, int i) {
    return i + 2 < json.length && json[i + 1] == 'u' && (json[i + 2] | 0x20) == 'd';
  }

  private static void checkUtf8(byte[] json) throws RefusedException {
    boolean mark =
        json.length > 2
            && json[0] == (byte) 0xef
            && json[1] == (byte) 0xbb
            && json[2] == (byte) 0xbf;
    if (mark) {
      throw new RefusedException(DocumentFaults.NOT_UTF8);
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json));
    } catch (CharacterCodingException e) {
      throw new RefusedException(DocumentFaults.NOT_UTF8);
    }
  }
}

package org.chartseal.services.clinical.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.chartseal.services.seal.RefusedException;

/** FHIR JSON as a tree, decimals with the digits that they have. */
final class FhirTree {

  private final ObjectMapper mapper;

  FhirTree(JsonFactory factory) {
    mapper =
        JsonMapper.builder(factory)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
  }

  /**
   * @throws RefusedException if it is no JSON object
   */
  JsonNode read(byte[] json) throws RefusedException {
    try {
      JsonNode tree = mapper.readTree(json);
      if (tree != null && tree.isObject()) {
        return tree;
      }
    } catch (IOException e) {
      // Its message may quote the content; the fault does not.
    }
    throw new RefusedException(DocumentFaults.NO_RESOURCE);
  }
}

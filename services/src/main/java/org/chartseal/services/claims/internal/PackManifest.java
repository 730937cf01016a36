package org.chartseal.services.claims.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Reads {@code manifest.json} of a rule pack. */
final class PackManifest {

  private static final int FORMAT = 1;

  private PackManifest() {}

  static JsonNode read(byte @Nullable [] file) throws TableException {
    JsonNode manifest;
    try {
      manifest = Json.STRICT.readTree(file == null ? new byte[0] : file);
    } catch (IOException e) {
      throw new TableException(PackArchive.MANIFEST, "it is not JSON");
    }
    if (manifest.path("format").asInt(0) != FORMAT) {
      throw new TableException(
          PackArchive.MANIFEST, "its format is not 1, which is the one that this version knows");
    }
    return manifest;
  }

  static String text(JsonNode manifest, String field) throws TableException {
    String text = manifest.path(field).asText("");
    if (text.isEmpty()) {
      throw new TableException(PackArchive.MANIFEST, "it lacks " + field);
    }
    return text;
  }

  static Currency currency(JsonNode manifest) throws TableException {
    try {
      return Currency.getInstance(text(manifest, "currency"));
    } catch (IllegalArgumentException e) {
      throw new TableException(PackArchive.MANIFEST, "its currency is none of ISO 4217");
    }
  }
}

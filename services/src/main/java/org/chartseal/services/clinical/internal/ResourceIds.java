package org.chartseal.services.clinical.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.RefusedException;

/**
 * Gives every resource a name of its own inside its document, and changes nothing else in its text.
 *
 * <p>Each leaf of an entry is named by {@code Type/id}. Where a bundle names a resource only by its
 * full URL, the id is put into the text, and the references to that URL are made to say {@code
 * Type/id}.
 */
final class ResourceIds {

  private static final String URN_UUID = "urn:uuid:";

  private final JsonBytes text;

  ResourceIds(JsonBytes text) {
    this.text = text;
  }

  /** The type and id that the resource has, or that it will get. */
  ResourceIdentity identity(byte[] json, String fullUrl) throws RefusedException {
    try (JsonParser parser = text.parser(json)) {
      ResourceIdentity own = ResourceIdentity.read(parser);
      return own.id().isEmpty() ? new ResourceIdentity(own.type(), idFor(json, fullUrl)) : own;
    } catch (IOException e) {
      throw new RefusedException(DocumentFaults.NO_RESOURCE);
    }
  }

  /** What the references to a resource must say instead of its full URL; empty if they may stay. */
  static String replacement(String fullUrl, ResourceIdentity identity) {
    boolean differs = fullUrl.startsWith(URN_UUID) && !fullUrl.equals(URN_UUID + identity.id());
    return differs ? identity.type() + "/" + identity.id() : "";
  }

  /** The text with its id, and with references replaced. */
  byte[] complete(byte[] json, ResourceIdentity identity, Map<String, String> replacements)
      throws RefusedException {
    if (!identity.hasProperId()) {
      throw new RefusedException(DocumentFaults.noId(DocumentFaults.safe(identity.type())));
    }
    try (JsonParser parser = text.parser(json)) {
      byte[] named =
          ResourceIdentity.read(parser).id().isEmpty() ? withId(json, identity.id()) : json;
      return replacements.isEmpty() ? named : replaced(named, replacements);
    } catch (IOException e) {
      throw new RefusedException(DocumentFaults.NO_RESOURCE);
    }
  }

  private static String idFor(byte[] json, String fullUrl) {
    if (fullUrl.startsWith(URN_UUID)) {
      return fullUrl.substring(URN_UUID.length());
    }
    String last = fullUrl.substring(fullUrl.lastIndexOf('/') + 1);
    return last.isEmpty() || fullUrl.indexOf('/') < 0 ? Digests.sha256(json).hex() : last;
  }

  private static byte[] withId(byte[] json, String id) {
    int open = 0;
    while (json[open] != '{') {
      open++;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(json.length + id.length() + 8);
    out.write(json, 0, open + 1);
    out.writeBytes(("\"id\":\"" + id + "\",").getBytes(StandardCharsets.UTF_8));
    out.write(json, open + 1, json.length - open - 1);
    return out.toByteArray();
  }

  private byte[] replaced(byte[] json, Map<String, String> replacements) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(json.length);
    int copied = 0;
    try (JsonParser parser = text.parser(json)) {
      for (JsonToken token; (token = parser.nextToken()) != null; ) {
        boolean reference =
            token == JsonToken.VALUE_STRING && "reference".equals(parser.currentName());
        String replacement = reference ? replacements.get(parser.getText()) : null;
        if (replacement != null) {
          int from = (int) parser.currentTokenLocation().getByteOffset();
          out.write(json, copied, from - copied);
          out.writeBytes(('"' + replacement + '"').getBytes(StandardCharsets.UTF_8));
          copied = (int) parser.currentLocation().getByteOffset();
        }
      }
    }
    out.write(json, copied, json.length - copied);
    return out.toByteArray();
  }
}

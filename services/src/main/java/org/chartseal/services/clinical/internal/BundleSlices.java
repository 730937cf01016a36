package org.chartseal.services.clinical.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chartseal.services.seal.RefusedException;

/**
 * A Bundle cut into its resources, each with the bytes that it has in the file.
 *
 * @param type the bundle's type; empty if it has none
 * @param timestamp when it was put together; empty if it does not say
 * @param envelope the bundle with a stand-in for each resource
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record BundleSlices(String type, String timestamp, List<Slice> slices, byte[] envelope) {

  private static final byte[] STAND_IN =
      "{\"resourceType\":\"Basic\"}".getBytes(StandardCharsets.US_ASCII);

  /**
   * One resource.
   *
   * @param place the number of its bundle entry, from 0
   * @param fullUrl empty if the entry has none
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Slice(int place, String fullUrl, byte[] json) {

    /** Where it stands, for a fault. */
    String path() {
      return "Bundle/entry/" + place + "/resource";
    }
  }

  /**
   * Cuts.
   *
   * @param json JSON that {@link JsonSyntax} has accepted, its root an object
   */
  static BundleSlices cut(JsonBytes text, byte[] json) throws RefusedException {
    try (JsonParser parser = text.parser(json)) {
      return new Cutter(parser, json).cut();
    } catch (IOException e) {
      throw new RefusedException(DocumentFaults.UNREADABLE);
    }
  }

  /** Walks along the bundle's own members. */
  private static final class Cutter {

    private final JsonParser parser;
    private final byte[] json;
    private final List<Slice> slices = new ArrayList<>();
    private final ByteArrayOutputStream envelope = new ByteArrayOutputStream();
    private String type = "";
    private String timestamp = "";
    private int copied;

    Cutter(JsonParser parser, byte[] json) {
      this.parser = parser;
      this.json = json;
    }

    BundleSlices cut() throws IOException, RefusedException {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("entry") && value == JsonToken.START_ARRAY) {
          entries();
        } else if (name.equals("type") && value == JsonToken.VALUE_STRING) {
          type = parser.getText();
        } else if (name.equals("timestamp") && value == JsonToken.VALUE_STRING) {
          timestamp = parser.getText();
        } else {
          parser.skipChildren();
        }
      }
      copyUpTo(json.length);
      return new BundleSlices(type, timestamp, slices, envelope.toByteArray());
    }

    private void entries() throws IOException, RefusedException {
      int place = 0;
      for (JsonToken token; (token = parser.nextToken()) != JsonToken.END_ARRAY; place++) {
        if (token != JsonToken.START_OBJECT) {
          throw new RefusedException(
              DocumentFaults.wrongKind("Bundle/entry/" + place, "an object"));
        }
        entry(place);
      }
    }

    private void entry(int place) throws IOException, RefusedException {
      String fullUrl = "";
      byte[] resource = null;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("fullUrl") && value == JsonToken.VALUE_STRING) {
          fullUrl = parser.getText();
        } else if (name.equals("resource")) {
          if (value != JsonToken.START_OBJECT) {
            throw new RefusedException(
                DocumentFaults.wrongKind("Bundle/entry/" + place + "/resource", "an object"));
          }
          resource = resource();
        } else {
          parser.skipChildren();
        }
      }
      if (resource != null) {
        slices.add(new Slice(place, fullUrl, resource));
      }
    }

    private byte[] resource() throws IOException {
      int from = (int) parser.currentTokenLocation().getByteOffset();
      parser.skipChildren();
      int until = (int) parser.currentLocation().getByteOffset();
      copyUpTo(from);
      envelope.writeBytes(STAND_IN);
      copied = until;
      return Arrays.copyOfRange(json, from, until);
    }

    private void copyUpTo(int position) {
      envelope.write(json, copied, position - copied);
      copied = position;
    }
  }
}

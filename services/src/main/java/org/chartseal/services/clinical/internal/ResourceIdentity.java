package org.chartseal.services.clinical.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * What a resource says it is. JSON has no order, so this may stand at its end.
 *
 * @param type empty if there is none
 * @param id empty if there is none
 */
record ResourceIdentity(String type, String id) {

  private static final int LONGEST_ID = 64;

  /** Looks into an object as far as it must; the parser stands before the object's begin. */
  static ResourceIdentity read(JsonParser parser) throws IOException {
    String type = "";
    String id = "";
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return new ResourceIdentity(type, id);
    }
    while ((type.isEmpty() || id.isEmpty()) && parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      boolean text = parser.nextToken() == JsonToken.VALUE_STRING;
      if (text && name.equals("resourceType")) {
        type = parser.getText();
      } else if (text && name.equals("id")) {
        id = parser.getText();
      } else {
        parser.skipChildren();
      }
    }
    return new ResourceIdentity(type, id);
  }

  /** Whether the id has the form of FHIR R4's type {@code id}. */
  boolean hasProperId() {
    return !id.isEmpty()
        && id.length() <= LONGEST_ID
        && id.chars().allMatch(ResourceIdentity::fits);
  }

  private static boolean fits(int c) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    boolean digit = c >= '0' && c <= '9';
    return letter || digit || c == '-' || c == '.';
  }
}

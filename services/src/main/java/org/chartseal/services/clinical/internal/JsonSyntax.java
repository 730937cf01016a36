package org.chartseal.services.clinical.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.chartseal.services.seal.RefusedException;

/** Whether a text is JSON (RFC 8259) at all, bounded in depth, without two members of one name. */
final class JsonSyntax {

  private final JsonBytes text;

  JsonSyntax(JsonBytes text) {
    this.text = text;
  }

  void check(byte[] json) throws RefusedException {
    JsonBytes.check(json);
    try (JsonParser parser = text.parser(json)) {
      check(parser);
    } catch (IOException e) {
      throw new RefusedException(DocumentFaults.UNREADABLE);
    }
  }

  private static void check(JsonParser parser) throws RefusedException {
    try {
      Deque<Set<String>> names = new ArrayDeque<>();
      int depth = 0;
      JsonToken token = parser.nextToken();
      if (token == null) {
        throw new RefusedException(DocumentFaults.malformedJson(parser.currentLocation()));
      }
      do {
        if (token == JsonToken.FIELD_NAME && !names.getFirst().add(parser.currentName())) {
          throw new RefusedException(DocumentFaults.duplicateName(parser.currentTokenLocation()));
        }
        if (token.isStructStart()) {
          depth++;
          names.push(new HashSet<>());
        } else if (token.isStructEnd()) {
          depth--;
          names.pop();
        }
        token = parser.nextToken();
      } while (depth > 0 && token != null);
      if (depth > 0 || token != null) {
        throw new RefusedException(DocumentFaults.malformedJson(parser.currentLocation()));
      }
    } catch (StreamConstraintsException e) {
      throw new RefusedException(
          parser.getParsingContext().getNestingDepth() >= JsonBytes.MAX_DEPTH - 1
              ? DocumentFaults.tooDeep("levels inside one another", JsonBytes.MAX_DEPTH)
              : DocumentFaults.malformedJson(parser.currentLocation()));
    } catch (IOException e) {
      throw new RefusedException(DocumentFaults.malformedJson(parser.currentLocation()));
    }
  }
}

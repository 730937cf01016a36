package org.chartseal.services.seal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.seal.internal.ByteSink;
import org.chartseal.services.seal.internal.JsonStrings;

/**
 * One element of a content, which can be shown without the others (§4).
 *
 * @param resource {@code Type/id} of the FHIR resource, or empty for what is about the whole
 *     content
 * @param pointer RFC 6901 pointer to the element in the resource's JSON
 * @param type FHIR type of the element
 * @param value as it is written
 */
public record Leaf(String resource, String pointer, String type, String value) {

  private static final String SUBJECT = "/subject";
  private static final String HEAD = "Resource";
  private static final String NULLIFIER = "nullifier";
  private static final String NULLIFIER_POINTER = "/nullifier";

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if a text holds a lone surrogate, which has no UTF-8 form
   */
  public Leaf {
    if (JsonStrings.hasLoneSurrogate(resource)
        || JsonStrings.hasLoneSurrogate(pointer)
        || JsonStrings.hasLoneSurrogate(type)
        || JsonStrings.hasLoneSurrogate(value)) {
      throw new IllegalArgumentException("a lone surrogate has no UTF-8 form");
    }
  }

  /** The digest of the file as it was, or that there was none. */
  static Leaf original(Optional<Part> original) {
    return new Leaf(
        "",
        "/original",
        "sha256",
        original.map(part -> Digests.sha256(part.raw()).hex()).orElse(""));
  }

  /** About whom the content is. */
  static Leaf subject(PartyId subject) {
    return new Leaf("", SUBJECT, "party", subject.value().hex());
  }

  /** The digest of a part that is shown whole or not at all. */
  static Leaf part(Part part) {
    return new Leaf("", "/" + part.role().code(), "sha256", Digests.sha256(part.raw()).hex());
  }

  /**
   * The head of a resource: what it is, and everything in it that can turn the meaning of the rest.
   *
   * @param modifiers the leaves of this resource at or under an element that FHIR R4 marks
   *     <i>is-modifier</i>, in document order
   */
  public static Leaf head(String resourceType, String id, List<Leaf> modifiers) {
    ByteSink json = new ByteSink(256).put(ascii("{\"id\":"));
    JsonStrings.write(id, json);
    json.put(ascii(",\"modifiers\":["));
    for (int i = 0; i < modifiers.size(); i++) {
      json.put(ascii(i == 0 ? "[" : ",["));
      JsonStrings.write(modifiers.get(i).pointer(), json);
      JsonStrings.write(modifiers.get(i).type(), json.u8(','));
      JsonStrings.write(modifiers.get(i).value(), json.u8(','));
      json.u8(']');
    }
    json.put(ascii("],\"resourceType\":"));
    JsonStrings.write(resourceType, json);
    String value = new String(json.u8('}').toByteArray(), StandardCharsets.UTF_8);
    return new Leaf(resourceType + "/" + id, "", HEAD, value);
  }

  /**
   * The name of a billable service.
   *
   * @param servicePointer pointer to the service's code
   */
  public static Leaf nullifier(String resource, String servicePointer, Hash32 nullifier) {
    return new Leaf(resource, servicePointer + NULLIFIER_POINTER, NULLIFIER, nullifier.hex());
  }

  /** Whether it says about whom the content is. */
  boolean isSubject() {
    return resource.isEmpty() && pointer.equals(SUBJECT);
  }

  /** Whether it is the head of a resource. */
  public boolean isHead() {
    return !resource.isEmpty() && pointer.isEmpty() && type.equals(HEAD);
  }

  /** The body that is hashed: a JSON array of the four texts in the form of RFC 8785. */
  public byte[] body() {
    ByteSink sink = new ByteSink(128);
    writeBody(sink);
    return sink.toByteArray();
  }

  void writeBody(ByteSink sink) {
    JsonStrings.write(resource, sink.u8('['));
    JsonStrings.write(pointer, sink.u8(','));
    JsonStrings.write(type, sink.u8(','));
    JsonStrings.write(value, sink.u8(','));
    sink.u8(']');
  }

  /** Reads a body; only the one form is accepted. */
  static Leaf parse(byte[] body) throws RefusedException {
    try {
      List<String> texts = JsonStrings.readArray(body);
      if (texts.size() == 4) {
        Leaf leaf = new Leaf(texts.get(0), texts.get(1), texts.get(2), texts.get(3));
        if (Arrays.equals(body, leaf.body())) {
          return leaf;
        }
      }
    } catch (IllegalArgumentException e) {
      // No JSON array of strings: refused below like every other.
    }
    throw new RefusedException(Faults.MALFORMED_DISCLOSURE);
  }

  /** Says nothing of the value. */
  @Override
  public String toString() {
    return "Leaf[…]";
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

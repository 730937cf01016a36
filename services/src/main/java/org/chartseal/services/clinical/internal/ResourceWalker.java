package org.chartseal.services.clinical.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.chartseal.services.clinical.internal.ElementType.Element;
import org.chartseal.services.clinical.internal.ElementType.Shape;
import org.chartseal.services.seal.ContentTree;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Leaf;
import org.chartseal.services.seal.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Walks once through the JSON of one resource, along the element table, and notes a leaf for each
 * primitive value (protocol §4, item 4).
 *
 * <p>What FHIR R4's JSON has no place for ends the walk with the path of the element.
 */
final class ResourceWalker {

  private static final String RESOURCE_TYPE = "resourceType";

  private final ElementTable table;
  private final JsonBytes text;
  private final byte[] json;
  private final boolean surrogates;
  private final JsonParser parser;

  private final StringBuilder pointer = new StringBuilder(64);
  private final List<Leaf> leaves = new ArrayList<>(64);
  private final List<Leaf> modifiers = new ArrayList<>();
  private String rootType = "The resource";
  private String ref = "";

  /**
   * @param surrogates whether strings may hold half a character, as {@link JsonBytes#check} found
   */
  ResourceWalker(ElementTable table, JsonBytes text, byte[] json, boolean surrogates)
      throws IOException {
    this.table = table;
    this.text = text;
    this.json = json;
    this.surrogates = surrogates;
    this.parser = text.parser(json);
  }

  /** The resource with its head leaf and all others. */
  WalkedResource walk() throws RefusedException {
    try (parser) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new RefusedException(DocumentFaults.NO_RESOURCE);
      }
      ResourceIdentity identity = identityHere();
      ElementType type = typeOf(identity);
      rootType = type.name();
      if (!identity.hasProperId()) {
        throw new RefusedException(DocumentFaults.noId(rootType));
      }
      ref = rootType + "/" + identity.id();
      // The head leaf's place: its modifiers are known only at the end.
      leaves.add(new Leaf(ref, "", "", ""));
      object(type, Shape.RESOURCE, false);
      if (parser.nextToken() != null) {
        throw new RefusedException(DocumentFaults.malformedJson(parser.currentLocation()));
      }
      leaves.set(0, Leaf.head(rootType, identity.id(), modifiers));
      return new WalkedResource(rootType, identity.id(), leaves);
    } catch (StreamConstraintsException e) {
      throw new RefusedException(tooMuch());
    } catch (IOException e) {
      throw new RefusedException(DocumentFaults.malformedJson(parser.currentLocation()));
    }
  }

  private void object(ElementType type, Shape shape, boolean modifier)
      throws IOException, RefusedException {
    long[] seen = new long[(type.slots() >> 6) + 1];
    SparseArrays sparse = null;
    boolean empty = true;
    boolean typed = shape != Shape.RESOURCE;
    int end = pointer.length();
    String name;
    while ((name = parser.nextFieldName()) != null) {
      empty = false;
      if (!typed && name.equals(RESOURCE_TYPE)) {
        typed = true;
        resourceType(end);
        continue;
      }
      Element element = type.element(name);
      if (element == null) {
        throw new RefusedException(unknown(shape, name));
      }
      pointer.append('/').append(name);
      mark(seen, element);
      if (element.repeats()) {
        sparse = array(element, modifier || element.modifier(), sparse);
      } else {
        value(element, parser.nextToken(), modifier || element.modifier());
      }
      pointer.setLength(end);
    }
    if (empty) {
      throw new RefusedException(DocumentFaults.nothingInIt(path()));
    }
    if (sparse != null && !sparse.complete()) {
      throw new RefusedException(DocumentFaults.misplacedNull("A value in " + path()));
    }
  }

  private void mark(long[] seen, Element element) throws RefusedException {
    long bit = 1L << element.index();
    int word = element.index() >> 6;
    if ((seen[word] & bit) != 0) {
      throw new RefusedException(DocumentFaults.duplicateName(path()));
    }
    seen[word] |= bit;
  }

  private @Nullable SparseArrays array(
      Element element, boolean modifier, @Nullable SparseArrays before)
      throws IOException, RefusedException {
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      throw new RefusedException(DocumentFaults.wrongKind(path(), "a list"));
    }
    SparseArrays sparse = before;
    int end = pointer.length();
    int place = 0;
    for (JsonToken token; (token = parser.nextToken()) != JsonToken.END_ARRAY; place++) {
      pointer.append('/').append(place);
      if (token == JsonToken.VALUE_NULL && element.shape().mayBeNullInArray()) {
        if (element.shape() != Shape.SIBLING) {
          sparse = sparse == null ? new SparseArrays() : sparse;
          sparse.absentValue(element.index(), place);
        }
      } else {
        if (element.shape() == Shape.SIBLING) {
          sparse = sparse == null ? new SparseArrays() : sparse;
          sparse.presentSibling(element.index() - 1, place);
        }
        value(element, token, modifier);
      }
      pointer.setLength(end);
    }
    if (place == 0) {
      throw new RefusedException(DocumentFaults.nothingInIt(path()));
    }
    return sparse;
  }

  private void value(Element element, JsonToken token, boolean modifier)
      throws IOException, RefusedException {
    Shape shape = element.shape();
    if (!shape.accepts(token)) {
      throw new RefusedException(
          token == JsonToken.VALUE_NULL
              ? DocumentFaults.misplacedNull(path())
              : DocumentFaults.wrongKind(path(), shape.inWords()));
    }
    if (shape.isPrimitive()) {
      leaf(element.typeName(), modifier);
    } else if (shape == Shape.RESOURCE) {
      object(typeOf(identityHere()), shape, modifier);
    } else {
      object(element.type(), shape, modifier);
    }
  }

  private void resourceType(int end) throws IOException, RefusedException {
    pointer.append('/').append(RESOURCE_TYPE);
    if (parser.nextToken() != JsonToken.VALUE_STRING) {
      throw new RefusedException(DocumentFaults.wrongKind(path(), Shape.STRING.inWords()));
    }
    leaf("code", false);
    pointer.setLength(end);
  }

  private void leaf(String type, boolean modifier) throws IOException, RefusedException {
    String value = parser.getText();
    if (surrogates && hasLoneSurrogate(value)) {
      throw new RefusedException(DocumentFaults.loneSurrogate(path()));
    }
    Leaf leaf = new Leaf(ref, pointer.toString(), type, value);
    leaves.add(leaf);
    if (modifier) {
      modifiers.add(leaf);
    }
    if (leaves.size() > ContentTree.MAX_LEAVES) {
      throw new RefusedException(DocumentFaults.TOO_MANY_VALUES);
    }
  }

  /** The type and id of the resource whose begin the parser stands at. */
  private ResourceIdentity identityHere() throws IOException {
    int offset = (int) parser.currentTokenLocation().getByteOffset();
    try (JsonParser ahead = text.parser(json, offset)) {
      return ResourceIdentity.read(ahead);
    }
  }

  private ElementType typeOf(ResourceIdentity identity) throws RefusedException {
    if (identity.type().isEmpty()) {
      throw new RefusedException(
          pointer.isEmpty()
              ? DocumentFaults.NO_RESOURCE
              : DocumentFaults.wrongKind(path(), "a resource with its resourceType"));
    }
    ElementType type = table.resource(identity.type());
    if (type == null) {
      throw new RefusedException(DocumentFaults.unknownType(identity.type()));
    }
    return type;
  }

  private Fault unknown(Shape shape, String name) {
    return shape == Shape.RESOURCE && name.equals(RESOURCE_TYPE)
        ? DocumentFaults.duplicateName(path() + "/" + RESOURCE_TYPE)
        : DocumentFaults.unknownElement(path(), name);
  }

  private Fault tooMuch() {
    return parser.getParsingContext().getNestingDepth() >= JsonBytes.MAX_DEPTH - 1
        ? DocumentFaults.tooDeep("levels inside one another", JsonBytes.MAX_DEPTH)
        : DocumentFaults.malformedJson(parser.currentLocation());
  }

  private String path() {
    return rootType + pointer;
  }

  private static boolean hasLoneSurrogate(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (Character.isSurrogate(value.charAt(i))) {
        if (i + 1 == value.length()
            || !Character.isSurrogatePair(value.charAt(i), value.charAt(i + 1))) {
          return true;
        }
        i++;
      }
    }
    return false;
  }
}

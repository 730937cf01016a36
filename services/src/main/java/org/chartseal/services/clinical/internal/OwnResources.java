package org.chartseal.services.clinical.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.chartseal.services.clinical.ActorReference;
import org.chartseal.services.clinical.ActorReference.Kind;
import org.chartseal.services.clinical.Reading;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.RefusedException;

/**
 * Reads back the resources that this product writes about itself.
 *
 * <p>What decides about access must not be open to interpretation: only what would be written byte
 * for byte the same again is understood.
 */
final class OwnResources {

  private static final Fault NOT_OURS =
      new Fault(
          "CS-DOC-40",
          "This statement was not written in the form that this version knows. Ask whoever wrote it"
              + " to write it again.");

  private final FhirTree trees = new FhirTree(new JsonBytes().factory());

  /** Takes a resource's values out of its tree. */
  @FunctionalInterface
  interface Interpreter<T> {
    T interpret(JsonNode resource) throws RefusedException;
  }

  /**
   * Reads.
   *
   * @param writer writes a value as a resource
   */
  <T> Reading<T> read(
      byte[] json, String type, Interpreter<T> interpreter, Function<T, byte[]> writer) {
    try {
      JsonNode tree = trees.read(json);
      if (ResourceDescriber.type(tree).equals(type)) {
        T value = interpreter.interpret(tree);
        if (Arrays.equals(writer.apply(value), json)) {
          return new Reading.Understood<>(value);
        }
      }
    } catch (RefusedException
        | IllegalArgumentException
        | DateTimeException
        | NoSuchElementException e) {
      // One answer for all of these: it is not one of ours.
    }
    return new Reading.NotUnderstood<>(NOT_OURS);
  }

  /** Whom a logical reference names. */
  ActorReference actor(JsonNode reference) {
    String system = reference.path("identifier").path("system").asText("");
    Kind kind =
        Arrays.stream(Kind.values())
            .filter(k -> k.system().equals(system))
            .findFirst()
            .orElseThrow(IllegalArgumentException::new);
    return new ActorReference(
        kind,
        reference.path("identifier").path("value").asText(""),
        reference.path("display").asText(""));
  }
}

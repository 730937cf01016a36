package org.chartseal.services.seal;

import java.util.List;

/**
 * Why something was not done or not believed, for a person to read.
 *
 * @param code stable across versions, for instance {@code CS-SEAL-02}; shown beside the sentence
 * @param sentence what happened and what to do, in English; holds no key, path, name or content
 * @param about what the sentence names, such as a place, an amount or a moment, in its order: for
 *     the sentence in another language
 */
public record Fault(String code, String sentence, List<String> about) {

  public Fault {
    about = List.copyOf(about);
  }

  /** One whose sentence names nothing. */
  public Fault(String code, String sentence) {
    this(code, sentence, List.of());
  }
}

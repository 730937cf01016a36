package org.chartseal.services.clinical;

import java.time.Instant;
import org.chartseal.services.seal.SensitivityClass;

/**
 * That a stream begins, goes over to a new generation, or ends (protocol §7.2).
 *
 * @param id FHIR id: up to 64 of {@code A–Z a–z 0–9 - .}
 * @param writer whose stream
 * @param generation the new one of an advance, the ended one of an end, the present one of a
 *     relation
 */
public record StreamAct(
    String id,
    Kind kind,
    ActorReference patient,
    ActorReference writer,
    SensitivityClass sensitivity,
    int generation,
    Instant made) {

  /** What happens to the stream. */
  public enum Kind {
    RELATION,
    ADVANCE,
    END
  }
}

package org.chartseal.services.clinical;

import java.time.Instant;
import java.util.List;
import org.chartseal.services.seal.SensitivityClass;

/**
 * That somebody opened a record.
 *
 * @param id FHIR id: up to 64 of {@code A–Z a–z 0–9 - .}
 * @param reader the practitioner
 * @param organisation for which they read
 * @param grant slot, in hex, of the grant under which it was opened; empty in an emergency
 * @param classes what was opened
 * @param reason what the reader gave as reason; empty for none
 */
public record AccessReceipt(
    String id,
    Instant recorded,
    ActorReference reader,
    ActorReference organisation,
    ActorReference patient,
    PurposeOfUse purpose,
    String grant,
    List<SensitivityClass> classes,
    String reason) {

  public AccessReceipt {
    classes = List.copyOf(classes);
  }
}

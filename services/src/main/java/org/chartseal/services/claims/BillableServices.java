package org.chartseal.services.claims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chartseal.services.claims.internal.ServiceReader;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.NamedService;
import org.chartseal.services.seal.NullifierKey;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Part;
import org.chartseal.services.seal.PartRole;
import org.chartseal.services.seal.RefusedException;

/**
 * Which services of a content can be billed, and how they are named.
 *
 * <p>Billable are each {@code Encounter} (the visit), {@code Procedure} and {@code Immunization}
 * that has an id, a coded service and a day, whatever its status: the status goes with every
 * disclosure, and counting all of them keeps the names the same after a correction.
 */
public final class BillableServices {

  private BillableServices() {}

  /**
   * The billable services of a content, in the order of its resources.
   *
   * @param earlier what other entries already count
   * @throws RefusedException CS-CLAIM-01 if a resource cannot be read
   */
  public static List<RecordedService> in(Content content, EarlierServices earlier)
      throws RefusedException {
    List<RecordedService> services = new ArrayList<>();
    Map<Object, Integer> counts = new HashMap<>();
    for (Part part : content.parts(PartRole.RESOURCE)) {
      ServiceReader.read(part)
          .ifPresent(found -> {
            int ordinal =
                counts.merge(
                    List.of(found.code(), found.day()),
                    earlier.count(found.code(), found.day()),
                    (seen, start) -> seen + 1);
            services.add(found.withOrdinal(ordinal));
          });
    }
    return List.copyOf(services);
  }

  /**
   * The names of the billable services of a content, for its {@code nullifiers} part ({@link
   * NamedService#part}). Whoever signs an encounter for an organisation adds them before sealing.
   *
   * @param performer the organisation that performed the services and signs the entry
   * @param key of the pair of that organisation and the patient
   * @throws RefusedException CS-CLAIM-01 if a resource cannot be read
   */
  public static List<NamedService> named(
      Content content, OrganisationId performer, NullifierKey key, EarlierServices earlier)
      throws RefusedException {
    return in(content, earlier).stream()
        .map(service ->
            new NamedService(
                service.resource(),
                service.codePointer(),
                key.nullifier(service.billable(performer))))
        .toList();
  }
}

package org.chartseal.services.claims;

import java.util.Optional;

/** What a hospital charges. */
@FunctionalInterface
public interface PriceSource {

  /** The charge for a service; none when the hospital does not bill it. */
  Optional<Money> price(RecordedService service);
}

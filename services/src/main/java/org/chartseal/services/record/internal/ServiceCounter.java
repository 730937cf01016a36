package org.chartseal.services.record.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chartseal.services.claims.EarlierServices;
import org.chartseal.services.claims.RecordedService;
import org.chartseal.services.claims.ServiceCode;

/**
 * Counts equal services of a day over several entries, so that each gets a name of its own
 * (protocol §8.2).
 */
public final class ServiceCounter implements EarlierServices {

  private record Service(ServiceCode code, LocalDate day) {}

  private final EarlierServices before;
  private final Map<Service, Integer> counts = new HashMap<>();

  /**
   * @param before what was written earlier
   */
  public ServiceCounter(EarlierServices before) {
    this.before = before;
  }

  /** Takes the services of another entry. */
  public void add(List<RecordedService> services) {
    services.forEach(
        service -> counts.merge(new Service(service.code(), service.day()), 1, Integer::sum));
  }

  @Override
  public int count(ServiceCode code, LocalDate day) {
    return before.count(code, day) + counts.getOrDefault(new Service(code, day), 0);
  }
}

package org.chartseal.services.ledger.internal;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import org.chartseal.services.ledger.EndpointFault;
import org.chartseal.services.ledger.LedgerNetwork;

/**
 * All endpoints of a network. What one of them is caught lying about leaves it out until the
 * application starts again.
 */
public final class Endpoints {

  private final List<Endpoint> all;

  private Endpoints(List<Endpoint> all) {
    this.all = all;
  }

  /**
   * The network's endpoints, none of them asked yet.
   *
   * @param deadline for one call, its answer included
   */
  public static Endpoints of(LedgerNetwork network, Duration deadline) {
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(deadline)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    return new Endpoints(
        network.endpoints().stream()
            .map(uri -> new Endpoint(new JsonRpc(uri, http, deadline), network.chainId()))
            .toList());
  }

  List<Endpoint> usable() {
    return all.stream().filter(endpoint -> endpoint.expelled().isEmpty()).toList();
  }

  /** Those that are left out for good, and why. */
  List<EndpointFault> expelled() {
    return all.stream()
        .flatMap(endpoint -> endpoint.expelled().map(endpoint::fault).stream())
        .toList();
  }
}

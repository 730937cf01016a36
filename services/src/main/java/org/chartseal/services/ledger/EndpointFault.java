package org.chartseal.services.ledger;

import org.chartseal.services.seal.Fault;

/**
 * What an endpoint did wrong: it lied, lagged, or was out of reach.
 *
 * @param endpoint its host and port; never the whole address, which may hold an access key
 */
public record EndpointFault(String endpoint, Fault fault) {}

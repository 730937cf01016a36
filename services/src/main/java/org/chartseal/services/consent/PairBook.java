package org.chartseal.services.consent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.clinical.AccessReceipt;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.SensitivityClass;

/**
 * What a patient and an organisation have agreed so far, as their streams prove it.
 *
 * @param at the block against which it is proven
 * @param organisation the organisation in the pair
 * @param asks what it asked for and did not take back, oldest first
 * @param takenBack the ids of the requests that it took back
 * @param grants what the patient granted, oldest first
 * @param generations the present generation of each class that the patient advanced; 0 for the
 *     others
 * @param receipts who looked, oldest first
 */
public record PairBook(
    BlockRef at,
    OrganisationId organisation,
    List<Ask> asks,
    Set<String> takenBack,
    List<Grant> grants,
    Map<SensitivityClass, Integer> generations,
    List<AccessReceipt> receipts)
    implements AutoCloseable {

  public PairBook {
    asks = List.copyOf(asks);
    takenBack = Set.copyOf(takenBack);
    grants = List.copyOf(grants);
    generations = Map.copyOf(generations);
    receipts = List.copyOf(receipts);
  }

  /** The generation in which the organisation writes entries of this class now. */
  public int generation(SensitivityClass sensitivity) {
    return generations.getOrDefault(sensitivity, 0);
  }

  /** The classes whose generation the patient advanced. */
  public Set<SensitivityClass> advanced() {
    return generations.keySet();
  }

  /** A request by its id. */
  public Optional<Ask> ask(String id) {
    return asks.stream().filter(ask -> ask.terms().id().equals(id)).findFirst();
  }

  @Override
  public void close() {
    grants.forEach(Grant::close);
  }
}

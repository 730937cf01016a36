package org.chartseal.app.session;

import java.util.Set;
import org.chartseal.app.wiring.NetworkWiring;
import org.chartseal.services.identity.SignedCard;
import org.chartseal.services.ledger.HeadOutcome;
import org.chartseal.services.ledger.LedgerQuery;
import org.chartseal.services.ledger.Licence;
import org.chartseal.services.ledger.LicenceKey;
import org.chartseal.services.ledger.LicenceStatus;
import org.chartseal.services.ledger.ReadOutcome;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.RefusedException;

/**
 * Whether the registry says that a card's issuer may sign for the organisation that the card names.
 */
public final class CardTrust {

  private final NetworkWiring network;

  public CardTrust(NetworkWiring network) {
    this.network = network;
  }

  /**
   * Checks the issuer.
   *
   * @throws RefusedException CS-CARD-10 if its key is not licensed; or the ledger cannot be read
   */
  public void require(SignedCard card) throws RefusedException {
    LicenceKey issuer = new LicenceKey(card.card().issuer(), KeyId.of(card.issuerKey()));
    switch (network.ledger().head()) {
      case HeadOutcome.NoAgreement(var fault, var faults) -> throw new RefusedException(fault);
      case HeadOutcome.Stale(var block, var reason, var faults) ->
          throw new RefusedException(reason);
      case HeadOutcome.Agreed(var block, var faults) -> {
        switch (network.ledger().read(block, new LedgerQuery(Set.of(), Set.of(issuer), Set.of()))) {
          case ReadOutcome.Refused(var fault, var named) -> throw new RefusedException(fault);
          case ReadOutcome.Unavailable(var fault, var named) -> throw new RefusedException(fault);
          case ReadOutcome.Proven proven -> require(proven.licences().get(issuer), card);
        }
      }
    }
  }

  private static void require(@org.jspecify.annotations.Nullable Licence licence, SignedCard card)
      throws RefusedException {
    boolean trusted =
        licence != null
            && licence.status() == LicenceStatus.LICENSED
            && !licence.notBefore().isAfter(card.card().issuedAt())
            && !licence.notAfter().isBefore(card.card().issuedAt());
    if (!trusted) {
      throw new RefusedException(
          new Fault(
              "CS-CARD-10",
              "The registry knows no licence of the card's issuer for the day of issue. Do not rely on this card."));
    }
  }
}

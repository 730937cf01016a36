package org.chartseal.services.identity;

import java.util.Optional;
import java.util.Set;
import org.chartseal.services.ledger.LedgerQuery;
import org.chartseal.services.ledger.Licence;
import org.chartseal.services.ledger.LicenceKey;
import org.chartseal.services.ledger.LicenceRole;
import org.chartseal.services.ledger.LicenceStatus;
import org.chartseal.services.ledger.NewestBlock;
import org.chartseal.services.ledger.OrganisationStatus;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.ledger.ReadOutcome;
import org.chartseal.services.ledger.RegisteredOrganisation;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.KeyId;

/**
 * Whether a card's issuer may issue: the registry's word on its key, proven at an agreed block. The
 * card's own signatures are checked before, by {@link CardFiles}.
 */
public final class CardTrust {

  private final NewestBlock ledger;

  public CardTrust(ProvenLedger ledger) {
    this.ledger = new NewestBlock(ledger);
  }

  /**
   * Checks the issuer of a card. Its key must be the organisation's own, licensed on the day of
   * issue, and neither revoked nor suspended now: nothing but the issuer's word says when it
   * signed.
   *
   * @return why the card cannot be relied on; empty if it can
   */
  public Optional<Fault> check(SignedCard card) {
    LicenceKey issuer = new LicenceKey(card.card().issuer(), KeyId.of(card.issuerKey()));
    LedgerQuery query = new LedgerQuery(Set.of(), Set.of(issuer), Set.of(card.card().issuer()));
    return switch (ledger.read(query)) {
      case ReadOutcome.Refused(var fault, var faults) -> Optional.of(fault);
      case ReadOutcome.Unavailable(var fault, var faults) -> Optional.of(fault);
      case ReadOutcome.Proven proven ->
          judge(
              Optional.ofNullable(proven.licences().get(issuer)).orElseThrow(),
              Optional.ofNullable(proven.organisations().get(card.card().issuer())).orElseThrow(),
              card.card());
    };
  }

  private static Optional<Fault> judge(
      Licence licence, RegisteredOrganisation organisation, PatientCard card) {
    if (organisation.status() != OrganisationStatus.ACTIVE) {
      return refused("the registry does not have its issuer as active");
    }
    if (licence.status() != LicenceStatus.LICENSED || licence.role() != LicenceRole.ORGANISATION) {
      return refused("the registry has no licence of its issuer's own key");
    }
    if (card.issuedAt().isBefore(licence.notBefore())
        || card.issuedAt().isAfter(licence.notAfter())) {
      return refused("its issuer's key was not licensed on the day of issue");
    }
    return Optional.empty();
  }

  private static Optional<Fault> refused(String reason) {
    return Optional.of(
        new Fault(
            "CS-CARD-10",
            "Do not rely on this card: %s. Ask the patient's hospital for a new card."
                .formatted(reason)));
  }
}

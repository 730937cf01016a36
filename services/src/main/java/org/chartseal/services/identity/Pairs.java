package org.chartseal.services.identity;

import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.PairSecret;
import org.chartseal.services.seal.PartyId;
import org.chartseal.signing.AgreeOutcome;
import org.chartseal.signing.SharedSecret;

/** Opens the secrets that two parties share by static key agreement (protocol §2). */
public final class Pairs {

  private final Deployment deployment;

  /**
   * @param deployment the chain and ledger that the secrets are bound to
   */
  public Pairs(Deployment deployment) {
    this.deployment = deployment;
  }

  /** The secret of {@code self} with another party, or with itself. */
  public PairOutcome open(UnlockedIdentity keys, PartyId self, Counterparty other) {
    return switch (keys.agree(other.agreementKey())) {
      case AgreeOutcome.AgreeRefused(var fault) ->
          new PairOutcome.Refused(new Fault(fault.code().shortCode(), fault.sentence()));
      case AgreeOutcome.Agreed(SharedSecret secret) -> {
        try (secret) {
          yield new PairOutcome.Opened(
              PairSecret.derive(
                  secret,
                  deployment,
                  self,
                  keys.agreement().publicKey(),
                  other.party(),
                  other.agreementKey()));
        }
      }
    };
  }
}

package org.chartseal.app.console.insurer;

import java.util.Optional;
import org.chartseal.app.wiring.SampleRules;
import org.chartseal.services.claims.RulePack;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.rules.RulesDesk;

/** The rule pack of this home: the one that comes with the product. */
public final class InsurerRules implements RulesDesk {

  private final SampleRules rules;

  public InsurerRules(InsurerSeat seat) {
    this.rules = seat.workspace().claims().rules();
  }

  @Override
  public Pack pack() throws RefusedException {
    RulePack pack = rules.pack();
    return new Pack(
        pack.id(),
        pack.title(),
        pack.currency().getCurrencyCode(),
        Optional.empty(),
        rules.tables());
  }
}

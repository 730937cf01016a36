package org.chartseal.app.console.insurer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.chartseal.app.session.PackFile;
import org.chartseal.app.wiring.SampleRules;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.OfferedPack;
import org.chartseal.services.claims.PackTrial;
import org.chartseal.services.claims.RulePack;
import org.chartseal.services.claims.desk.ReceivedClaim;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SignatureVerifier;
import org.chartseal.views.rules.RulesDesk;

/** The rule pack of this home, which comes with the product, and trials of others. */
public final class InsurerRules implements RulesDesk {

  private final SampleRules rules;
  private final Inbox inbox;
  private final SignatureVerifier verifier;

  public InsurerRules(InsurerSeat seat) {
    this.rules = seat.workspace().claims().rules();
    this.inbox = new Inbox(seat);
    this.verifier = seat.workspace().crypto().verifier();
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

  @Override
  public Trial tryOut(Path path, Progress progress) throws RefusedException {
    // A pack that cannot be used is refused before anything is read.
    OfferedPack offered = new PackFile(verifier).read(path);
    List<Decision> decided =
        inbox.read(progress).stream()
            .map(ReceivedClaim::decision)
            .flatMap(Optional::stream)
            .toList();
    return new Trial(offered, new PackTrial(verifier, offered.pack()).run(decided, progress));
  }
}

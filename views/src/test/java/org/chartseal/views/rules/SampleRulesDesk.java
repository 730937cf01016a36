package org.chartseal.views.rules;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.OfferedPack;
import org.chartseal.services.claims.PackTrial;
import org.chartseal.services.claims.RulePack;
import org.chartseal.services.claims.RulePacks;
import org.chartseal.services.seal.CryptoEngine;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SignatureVerifier;
import org.chartseal.views.testing.SampleClaims;

/** An insurer with made-up decisions, who tries its own rules on them. */
final class SampleRulesDesk implements RulesDesk {

  /** Lets so many trials go on. */
  final Semaphore turns = new Semaphore(0);

  volatile Optional<Fault> refusal = Optional.empty();
  private final SignatureVerifier verifier = CryptoEngine.best().signatureVerifier();
  private final byte[] archive = new RulePacks().sampleArchive();
  private final List<Decision> decided;

  SampleRulesDesk(int count) {
    SampleClaims samples = new SampleClaims();
    decided =
        samples.open(count).stream().map(claim -> samples.decide(claim, Optional.empty())).toList();
  }

  @Override
  public Pack pack() throws RefusedException {
    RulePack pack = new RulePacks().open(archive);
    return new Pack(
        pack.id(), pack.title(), "USD", Optional.empty(), new RulePacks().tables(archive));
  }

  @Override
  public Trial tryOut(Path path, Progress progress) throws RefusedException {
    if (refusal.isPresent()) {
      throw new RefusedException(refusal.get());
    }
    progress.step(0, decided.size(), "trying past claims");
    turns.acquireUninterruptibly();
    OfferedPack offered = OfferedPack.read(archive, verifier);
    // Nothing of a made-up claim is on a chain, so the rules deny what was approved.
    return new Trial(offered, new PackTrial(verifier, offered.pack()).run(decided, progress));
  }
}

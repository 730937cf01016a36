package org.chartseal.views.kit.claims;

import java.util.Set;
import org.chartseal.services.claims.desk.DecideOutcome;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.dialog.KeyHolder;
import org.chartseal.views.kit.dialog.PinDialog;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.text.Texts;

/** Runs the rules on claims, be it one or all of a queue: one PIN, progress, and stop. */
public final class DecideRun {

  private final Kit kit;
  private final Texts texts;
  private final ClaimDeciding desk;
  private final Follower follower;
  private final Latest asking;

  /** Who wants it, and is told what becomes of it. */
  public interface Follower {
    /** The PIN is asked for. */
    void begun();

    /** It is over, with what came of it. */
    void decided(DecideOutcome outcome);

    /** Nothing was done. */
    void cancelled();

    /** The device could not be asked. */
    void failed(Fault fault);
  }

  public DecideRun(Kit kit, ClaimDeciding desk, Follower follower) {
    this.kit = kit;
    this.texts = kit.texts(DecideRun.class);
    this.desk = desk;
    this.follower = follower;
    this.asking = new Latest(kit.tasks());
  }

  /** Asks for the PIN, and decides these claims with it. */
  public void start(Set<Hash32> claims) {
    asking.start(progress -> desk.holder(), holder -> ask(holder, claims), follower::failed);
  }

  /** The screen that wants it is not on show any more. */
  public void stop() {
    asking.stop();
  }

  private void ask(KeyHolder holder, Set<Hash32> claims) {
    follower.begun();
    PinDialog.askForRun(
        kit,
        holder,
        purpose(claims),
        (pin, progress) -> desk.decide(pin, claims, progress),
        follower::decided,
        follower::cancelled);
  }

  /** One claim is named; many are counted. */
  private String purpose(Set<Hash32> claims) {
    return texts.get("decide.purpose", claims.size(), ClaimWords.number(claims.iterator().next()));
  }
}

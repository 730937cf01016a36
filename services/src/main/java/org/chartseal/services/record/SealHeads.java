package org.chartseal.services.record;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.blocks.BlockStore;
import org.chartseal.services.blocks.Cid;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.ledger.LedgerQuery;
import org.chartseal.services.ledger.NewestBlock;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.ledger.ReadOutcome;
import org.chartseal.services.ledger.RegisteredOrganisation;
import org.chartseal.services.ledger.Relay;
import org.chartseal.services.ledger.SealHead;
import org.chartseal.services.ledger.Submission;
import org.chartseal.services.ledger.SubmitOutcome;
import org.chartseal.services.outbox.Outbox;
import org.chartseal.services.outbox.SealTip;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SealBlock;
import org.chartseal.services.seal.SignedStatement;
import org.chartseal.services.seal.Statement;
import org.chartseal.services.seal.StatementType;
import org.chartseal.signing.SignOutcome;

/**
 * Enters an organisation's newest seal block into the registry, at least daily where its own key is
 * at hand daily: from there the record is found when no node keeps its events any more.
 */
public final class SealHeads {

  /** Half a day, so that a console that is opened once a day misses none. */
  private static final Duration BETWEEN = Duration.ofHours(12);

  private static final Fault OTHER_CHAIN =
      new Fault(
          "CS-HEAD-01",
          "The registry names a seal block that this console's do not follow on: another console of the organisation wrote it. Let that console record the next.");
  private static final Fault NOT_STORED =
      new Fault(
          "CS-HEAD-02",
          "The organisation's seal blocks are not all at hand in the store. The newest is recorded when they are.");

  private final Deployment deployment;
  private final Outbox outbox;
  private final BlockStore blocks;
  private final NewestBlock ledger;
  private final Relay relay;
  private final InstantSource clock;

  public SealHeads(
      Deployment deployment,
      Outbox outbox,
      BlockStore blocks,
      ProvenLedger ledger,
      Relay relay,
      InstantSource clock) {
    this.deployment = deployment;
    this.outbox = outbox;
    this.blocks = blocks;
    this.ledger = new NewestBlock(ledger);
    this.relay = relay;
    this.clock = clock;
  }

  /** What became of it. */
  public sealed interface Outcome {
    /** The registry has the newest, or one that was recorded not long ago. */
    record Current() implements Outcome {}

    /** It was sent. A head that is sent twice is refused once by the contract, and nothing lost. */
    record Sent(Hash32 transaction) implements Outcome {}

    /** It was not; the next time will do. */
    record Refused(Fault fault) implements Outcome {}
  }

  /**
   * Records the newest if it is time.
   *
   * @param own the organisation's own keys, unlocked for something else: this asks for no PIN
   */
  public Outcome record(OrganisationId organisation, UnlockedIdentity own) {
    Optional<SealTip> tip = outbox.sealTip(organisation);
    if (tip.isEmpty()) {
      return new Outcome.Current();
    }
    try {
      SealHead head = head(organisation);
      if (tip.get().height() <= head.height()
          || head.recordedAt().plus(BETWEEN).isAfter(clock.instant())) {
        return new Outcome.Current();
      }
      requireToFollow(tip.get(), head);
      return send(sign(organisation, tip.get(), own));
    } catch (RefusedException e) {
      return new Outcome.Refused(e.fault());
    }
  }

  private SealHead head(OrganisationId organisation) throws RefusedException {
    LedgerQuery query = new LedgerQuery(Set.of(), Set.of(), Set.of(organisation));
    return switch (ledger.read(query)) {
      case ReadOutcome.Refused(var fault, var named) -> throw new RefusedException(fault);
      case ReadOutcome.Unavailable(var fault, var named) -> throw new RefusedException(fault);
      case ReadOutcome.Proven proven ->
          Optional.ofNullable(proven.organisations().get(organisation))
              .map(RegisteredOrganisation::head)
              .orElseThrow(() -> new IllegalStateException("what is asked for is answered"));
    };
  }

  /** A head that leaves out what the last one led to would hide it. */
  private void requireToFollow(SealTip tip, SealHead head) throws RefusedException {
    Optional<Hash32> at = Optional.of(tip.digest());
    for (long height = tip.height(); height > head.height(); height--) {
      if (at.isEmpty()) {
        throw new RefusedException(OTHER_CHAIN);
      }
      if (!(blocks.get(new Cid(at.get())) instanceof BlockStore.GetOutcome.Found(byte[] bytes))) {
        throw new RefusedException(NOT_STORED);
      }
      at = SealBlock.parse(bytes).before();
    }
    if (!at.orElse(Hash32.ZERO).equals(head.digest())) {
      throw new RefusedException(OTHER_CHAIN);
    }
  }

  private SignedStatement sign(OrganisationId organisation, SealTip tip, UnlockedIdentity own)
      throws RefusedException {
    Statement statement =
        new Statement(
            StatementType.HEAD,
            deployment,
            organisation,
            tip.digest(),
            tip.height(),
            clock.instant().getEpochSecond());
    return switch (own.sign(statement.bytes())) {
      case SignOutcome.Signed(var signature) ->
          new SignedStatement(statement, own.signing().publicKey(), signature);
      case SignOutcome.SignRefused(var fault) ->
          throw new RefusedException(new Fault(fault.code().shortCode(), fault.sentence()));
    };
  }

  private Outcome send(SignedStatement head) {
    return switch (relay.submit(new Submission.AdvanceHead(head))) {
      case SubmitOutcome.Submitted(var transaction) -> new Outcome.Sent(transaction);
      case SubmitOutcome.Unknown(var transaction, var fault) -> new Outcome.Sent(transaction);
      case SubmitOutcome.Rejected(var fault) -> new Outcome.Refused(fault);
      case SubmitOutcome.Unavailable(var fault) -> new Outcome.Refused(fault);
    };
  }
}

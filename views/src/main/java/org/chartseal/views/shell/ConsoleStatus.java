package org.chartseal.views.shell;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.dialog.KeyHolder;

/** What the three lamps show, and what is behind them. */
public record ConsoleStatus(Card card, Network network, Outbox outbox) {

  /**
   * The device of who sits here.
   *
   * @param certificateUntil when its certificate ends; absent where a card vouches instead
   */
  public record Card(String holder, KeyHolder.Kind kind, Optional<Instant> certificateUntil) {}

  /**
   * The chain.
   *
   * @param block the newest block that was agreed on; absent when it could not be asked
   * @param endpoints those asked, each with what is wrong with it, if anything
   * @param quorum how many have to agree
   */
  public record Network(
      String chainId,
      OptionalLong block,
      List<Endpoint> endpoints,
      int quorum,
      Optional<Fault> fault) {
    public Network {
      endpoints = List.copyOf(endpoints);
    }
  }

  /** One endpoint. */
  public record Endpoint(String name, Optional<Fault> fault) {}

  /**
   * What is not final yet.
   *
   * @param faults why something does not go on
   */
  public record Outbox(List<Waiting> waiting, List<Fault> faults) {
    public Outbox {
      waiting = List.copyOf(waiting);
      faults = List.copyOf(faults);
    }

    /** Whether something in it does not go on without a person. */
    public boolean needsSomebody() {
      return waiting.stream()
          .anyMatch(one -> one.stage() == Stage.FAILED || one.stage() == Stage.MOVED);
    }
  }

  /** How far something in the outbox is. */
  public enum Stage {
    UNSIGNED,
    SIGNED,
    STORED,
    SUBMITTED,
    MOVED,
    FAILED
  }

  /** An entry or act that is on its way. */
  public record Waiting(String what, Stage stage) {}
}

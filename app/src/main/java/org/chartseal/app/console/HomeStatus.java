package org.chartseal.app.console;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.ledger.EndpointFault;
import org.chartseal.services.ledger.HeadOutcome;
import org.chartseal.services.ledger.LedgerNetwork;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.OutboxException;
import org.chartseal.services.outbox.Queued;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.shell.ConsoleStatus;
import org.chartseal.views.shell.Frame;
import org.chartseal.views.shell.StatusSource;

/** What the lamps of one person's window show. */
final class HomeStatus implements StatusSource {

  private final Workspace workspace;
  private final Courier courier;
  private final ConsoleStatus.Card card;

  HomeStatus(Workspace workspace, Courier courier, ConsoleStatus.Card card) {
    this.workspace = workspace;
    this.courier = courier;
    this.card = card;
  }

  @Override
  public ConsoleStatus look() {
    return new ConsoleStatus(card, network(), outbox());
  }

  /** On what kind of network the home stands. */
  Frame.Network kind() {
    return workspace.network().file().embedded() ? Frame.Network.SAMPLE : Frame.Network.REAL;
  }

  private ConsoleStatus.Network network() {
    return switch (workspace.network().ledger().head()) {
      case HeadOutcome.Agreed(var block, var faults) ->
          network(OptionalLong.of(block.number()), faults, Optional.empty());
      case HeadOutcome.Stale(var block, var reason, var faults) ->
          network(OptionalLong.of(block.number()), faults, Optional.of(reason));
      case HeadOutcome.NoAgreement(var fault, var faults) ->
          network(OptionalLong.empty(), faults, Optional.of(fault));
    };
  }

  private ConsoleStatus.Network network(
      OptionalLong block, List<EndpointFault> faults, Optional<Fault> fault) {
    LedgerNetwork network = workspace.network().file().ledger();
    Map<String, Fault> byEndpoint = new HashMap<>();
    faults.forEach(one -> byEndpoint.put(one.endpoint(), one.fault()));
    List<ConsoleStatus.Endpoint> endpoints = new ArrayList<>();
    network
        .endpoints()
        .forEach(uri ->
            endpoints.add(
                new ConsoleStatus.Endpoint(
                    uri.getAuthority(), Optional.ofNullable(byEndpoint.get(uri.getAuthority())))));
    return new ConsoleStatus.Network(
        network.chainId().toString(), block, endpoints, network.quorum(), fault);
  }

  private ConsoleStatus.Outbox outbox() {
    List<ConsoleStatus.Waiting> waiting = new ArrayList<>();
    List<Fault> faults = new ArrayList<>(courier.faults());
    try {
      waiting.addAll(pending());
    } catch (OutboxException e) {
      faults.add(e.fault());
    }
    return new ConsoleStatus.Outbox(waiting, faults.stream().distinct().toList());
  }

  private List<ConsoleStatus.Waiting> pending() {
    List<ConsoleStatus.Waiting> waiting = new ArrayList<>();
    for (Queued queued : workspace.stores().outbox().pending()) {
      stage(queued.job().state())
          .ifPresent(
              stage -> waiting.add(new ConsoleStatus.Waiting(queued.job().id().toString(), stage)));
    }
    return waiting;
  }

  private static Optional<ConsoleStatus.Stage> stage(JobState state) {
    return switch (state) {
      case DRAFT -> Optional.of(ConsoleStatus.Stage.UNSIGNED);
      case SIGNED -> Optional.of(ConsoleStatus.Stage.SIGNED);
      case STORED -> Optional.of(ConsoleStatus.Stage.STORED);
      case SUBMITTED -> Optional.of(ConsoleStatus.Stage.SUBMITTED);
      case MOVED -> Optional.of(ConsoleStatus.Stage.MOVED);
      case FAILED -> Optional.of(ConsoleStatus.Stage.FAILED);
      case FINAL -> Optional.empty();
    };
  }
}

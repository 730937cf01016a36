package org.chartseal.app.console;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.chartseal.app.console.insurer.ClaimFinder;
import org.chartseal.app.console.insurer.InsurerDecided;
import org.chartseal.app.console.insurer.InsurerQueue;
import org.chartseal.app.console.insurer.InsurerReview;
import org.chartseal.app.console.insurer.InsurerRules;
import org.chartseal.app.console.insurer.InsurerSeat;
import org.chartseal.app.console.insurer.InsurerSettlement;
import org.chartseal.views.claim.ClaimScreen;
import org.chartseal.views.claim.RulingDrafts;
import org.chartseal.views.decided.DecidedScreen;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.claims.ClaimOpening;
import org.chartseal.views.queue.QueueScreen;
import org.chartseal.views.rules.RulesScreen;
import org.chartseal.views.settlement.SettlementScreen;
import org.chartseal.views.shell.Destination;
import org.chartseal.views.shell.Frame;
import org.chartseal.views.shell.Occupant;
import org.chartseal.views.shell.Place;
import org.jspecify.annotations.Nullable;

/** An insurer at its console. */
final class InsurerSession implements PersonSession {

  private final InsurerSeat seat;
  private final HomeStatus status;
  private final SealHeadDuty duty;
  private @Nullable QueueScreen queue;

  InsurerSession(InsurerSeat seat, HomeStatus status) {
    this.seat = seat;
    this.status = status;
    this.duty = new SealHeadDuty(seat.workspace().records().heads(), seat.organisation());
  }

  @Override
  public Frame frame(Kit kit, Destination settings, Frame.Exits exits) {
    duty.start();
    return new Frame(
        new Occupant(seat.name(), ""),
        destinations(kit, settings),
        status,
        exits,
        status.kind(),
        new ClaimFinder(
            seat,
            row -> {
              if (queue != null) {
                queue.open(row);
              }
            }));
  }

  @Override
  public void close() {
    duty.close();
    seat.close();
  }

  private List<Destination> destinations(Kit kit, Destination settings) {
    InsurerReview review = new InsurerReview(seat);
    RulingDrafts drafts = new RulingDrafts();
    ClaimOpening opening = (claim, host) -> new ClaimScreen(kit, review, drafts, claim, host);
    IntegerProperty waiting = new SimpleIntegerProperty();
    return List.of(
        new Destination(
            Place.QUEUE,
            waiting,
            () -> {
              QueueScreen made =
                  new QueueScreen(kit, new InsurerQueue(seat), opening, waiting::set);
              queue = made;
              return made;
            }),
        new Destination(
            Place.DECIDED, () -> new DecidedScreen(kit, new InsurerDecided(seat), opening)),
        new Destination(
            Place.SETTLEMENT, () -> new SettlementScreen(kit, new InsurerSettlement(seat))),
        new Destination(Place.RULES, () -> new RulesScreen(kit, new InsurerRules(seat))),
        settings);
  }
}

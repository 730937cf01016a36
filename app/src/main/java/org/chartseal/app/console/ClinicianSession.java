package org.chartseal.app.console;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.Node;
import org.chartseal.app.console.clinician.Billables;
import org.chartseal.app.console.clinician.ClinicianAddition;
import org.chartseal.app.console.clinician.ClinicianAsk;
import org.chartseal.app.console.clinician.ClinicianFinder;
import org.chartseal.app.console.clinician.ClinicianInbox;
import org.chartseal.app.console.clinician.ClinicianRecord;
import org.chartseal.app.console.clinician.ClinicianSigning;
import org.chartseal.app.console.clinician.ClinicianVisit;
import org.chartseal.app.console.clinician.EntryBilling;
import org.chartseal.app.console.clinician.OpenedRecord;
import org.chartseal.app.console.clinician.Tray;
import org.chartseal.app.session.Seat;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.seal.Hash32;
import org.chartseal.views.addition.AdditionActions;
import org.chartseal.views.ask.AskDesk;
import org.chartseal.views.ask.AskScreen;
import org.chartseal.views.ask.WaitScreen;
import org.chartseal.views.billing.BillAction;
import org.chartseal.views.inbox.InboxModel;
import org.chartseal.views.inbox.InboxScreen;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.record.RecordItem;
import org.chartseal.views.record.RecordScreen;
import org.chartseal.views.shell.Destination;
import org.chartseal.views.shell.Frame;
import org.chartseal.views.shell.Occupant;
import org.chartseal.views.shell.Place;
import org.chartseal.views.sign.SignScreen;
import org.chartseal.views.visit.Presented;
import org.chartseal.views.visit.VisitScenes;
import org.chartseal.views.visit.VisitWorkflow;
import org.jspecify.annotations.Nullable;

/** A clinician at the console of their organisation. */
final class ClinicianSession implements PersonSession {

  private final Seat seat;
  private final Devices devices;
  private final HomeStatus status;
  private final SealHeadDuty duty;
  private final Tray tray = new Tray();
  private @Nullable InboxModel inbox;
  private @Nullable InboxScreen post;
  private @Nullable VisitWorkflow visit;
  private @Nullable Presented before;

  /** Of the newest record; one that was left says nothing any more. */
  private volatile @Nullable OpenRecord open;

  ClinicianSession(Seat seat, Devices devices, HomeStatus status) {
    this.seat = seat;
    this.devices = devices;
    this.status = status;
    this.duty = new SealHeadDuty(seat.workspace().records().heads(), seat.organisation());
  }

  @Override
  public Frame frame(Kit kit, Destination settings, Frame.Exits exits) {
    duty.start();
    ReadOnlyIntegerWrapper unsigned = new ReadOnlyIntegerWrapper();
    ClinicianSigning signing = new ClinicianSigning(seat, devices, tray);
    Runnable count =
        () ->
            kit.tasks()
                .start(
                    progress -> signing.waiting(),
                    unsigned::set,
                    fault -> {
                      // The screen itself says what is wrong when somebody goes there.
                    });
    count.run();
    ClinicianInbox mail = new ClinicianInbox(seat);
    InboxModel news = new InboxModel(kit, mail);
    inbox = news;
    news.look();
    return new Frame(
        new Occupant(seat.person().name(), seat.organisation().name()),
        List.of(
            new Destination(
                Place.VISIT,
                () -> {
                  VisitWorkflow made =
                      new VisitWorkflow(
                          kit,
                          new ClinicianVisit(seat, devices),
                          new Scenes(kit, count, news::look));
                  if (before != null) {
                    made.goOnWith(before);
                  }
                  visit = made;
                  return made;
                }),
            new Destination(
                Place.SIGN, unsigned, () -> new SignScreen(kit, signing, unsigned::set)),
            new Destination(
                Place.INBOX,
                news.newsProperty(),
                () -> {
                  InboxScreen made = new InboxScreen(kit, mail, news);
                  post = made;
                  return made;
                }),
            settings),
        status,
        exits,
        status.kind(),
        finder(mail));
  }

  @Override
  public Optional<Presented> visiting() {
    VisitWorkflow present = visit;
    return present == null ? Optional.ofNullable(before) : present.inChair();
  }

  @Override
  public void goOnWith(Presented patient) {
    before = patient;
  }

  @Override
  public void close() {
    if (inbox != null) {
      inbox.stop();
    }
    duty.close();
    tray.clear();
    open = null;
    seat.close();
  }

  private ClinicianFinder finder(ClinicianInbox mail) {
    return new ClinicianFinder(
        seat,
        () -> {
          OpenRecord present = open;
          return present == null ? new OpenedRecord() : present.said();
        },
        mail::claims,
        new ClinicianFinder.Opening() {
          @Override
          public void present(String file) {
            VisitWorkflow present = visit;
            if (present != null) {
              leaving(() -> present.present(file)).run();
            }
          }

          @Override
          public void entry(String name) {
            OpenRecord present = open;
            if (present != null) {
              present.screen().choose(name);
            }
          }

          @Override
          public void claim(Hash32 claim) {
            if (post != null) {
              post.choose(claim);
            }
          }
        });
  }

  /** What leaves the record that is open, if one is. */
  private Runnable leaving(Runnable act) {
    OpenRecord present = open;
    return present == null ? act : present.additions().asking(act);
  }

  /** The scenes of this clinician's visits. */
  private final class Scenes implements VisitScenes {
    private final Kit kit;
    private final Runnable added;
    private final Runnable billed;
    private final AskDesk asking = new ClinicianAsk(seat);

    /**
     * @param added called when more waits for a signature
     * @param billed called when a claim was made
     */
    Scenes(Kit kit, Runnable added, Runnable billed) {
      this.kit = kit;
      this.added = added;
      this.billed = billed;
    }

    @Override
    public Screen ask(Visitor visitor, Runnable granted, Runnable left) {
      return new AskScreen(kit, asking, visitor, granted, left);
    }

    @Override
    public Screen wait(Visitor visitor, ConsentTerms terms, Runnable granted, Runnable left) {
      return new WaitScreen(kit, asking, visitor, terms, granted, left);
    }

    @Override
    public Screen record(Visitor visitor, Runnable ask, Runnable ended) {
      OpenedRecord opened = new OpenedRecord();
      AdditionActions additions =
          new AdditionActions(kit, new ClinicianAddition(seat, tray, opened), visitor, added);
      Billables billables = new Billables(seat);
      OpenRecord present =
          new OpenRecord(
              new RecordScreen(
                  kit,
                  new ClinicianRecord(seat, billables, opened),
                  visitor,
                  new RecordScreen.Additions(additions.buttons(), additions::add),
                  item -> bill(billables, visitor, item),
                  new RecordScreen.Exits(additions.asking(ended), additions.asking(ask))),
              additions,
              opened,
              () -> forget(opened));
      open = present;
      return present;
    }

    /** The next record may be open by now. */
    private void forget(OpenedRecord left) {
      OpenRecord present = open;
      if (present != null && present.said().equals(left)) {
        open = null;
      }
    }

    private List<Node> bill(Billables billables, Visitor visitor, RecordItem item) {
      return EntryBilling.of(seat, billables, visitor, item.entry())
          .<List<Node>>map(desk -> List.of(new BillAction(kit, desk, billed)))
          .orElse(List.of());
    }
  }
}

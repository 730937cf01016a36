package org.chartseal.views.kit.claims;

import java.util.List;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.ScreenAct;
import org.chartseal.views.kit.state.StatePane;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.task.Running;
import org.chartseal.views.kit.task.Watch;
import org.jspecify.annotations.Nullable;

/**
 * A list of claims that is read, read again when something moved while it is on show, and a claim
 * that is opened in its stead.
 */
public final class ClaimsPlace {

  private final ClaimSource source;
  private final ClaimListing list;
  private final ClaimOpening opening;
  private final Latest reading;
  private final Watch watch;
  private final StatePane state;
  private final StackPane place = new StackPane();
  private List<ClaimRow> all = List.of();
  private @Nullable Screen opened;
  private @Nullable ClaimRow cameFrom;
  private boolean loaded;
  private boolean attached;

  /**
   * @param id of the node
   * @param opening opens a claim
   */
  public ClaimsPlace(
      Kit kit, String id, ClaimSource source, ClaimListing list, ClaimOpening opening) {
    this.source = source;
    this.list = list;
    this.opening = opening;
    this.reading = new Latest(kit.tasks());
    this.watch = new Watch(kit.tasks(), progress -> source.moved(), this::load);
    this.state = new StatePane(kit);
    place.setId(id);
    place.getChildren().setAll(state);
  }

  /** The place's node. */
  public Parent view() {
    return place;
  }

  /** It is on show from now on. */
  public void attach() {
    attached = true;
    list.attach();
    if (opened != null) {
      opened.attached();
      goOn();
    } else {
      load();
    }
  }

  /** It is not on show any more. */
  public void detach() {
    attached = false;
    stop();
    list.detach();
    if (opened != null) {
      opened.detached();
    }
  }

  /** What can be done at the moment with the claim that is opened, or else with the list. */
  public List<ScreenAct> acts() {
    if (opened != null) {
      return opened.acts();
    }
    return loaded ? list.acts() : List.of();
  }

  /** Reads the claims, again if they were read. */
  public void load() {
    if (!attached) {
      // What was begun here came to its end after somebody left: it is read when they are back.
      return;
    }
    watch.begun();
    Running running =
        reading.start(
            progress -> source.received(progress).stream().map(ClaimRow::of).toList(),
            read -> {
              loaded = true;
              all = read;
              source.show(read);
              state.show(list.view());
              back();
              watch.read();
            },
            this::failed);
    if (loaded) {
      list.refreshing();
    } else {
      state.busy(source.reading(), running, () -> state.stopped(this::load));
    }
  }

  /** Stops reading, because something else comes first; it is read again after that. */
  public void stop() {
    watch.stop();
    reading.stop();
  }

  /** Opens a claim that could be read, in place of the one before. */
  public void open(ClaimRow row) {
    if (row.file().isEmpty()) {
      return;
    }
    if (opened != null) {
      opened.detached();
    }
    Screen claim = opening.open(row, new Host(row));
    opened = claim;
    watch.stop();
    place.getChildren().setAll(claim.view());
    claim.attached();
    goOn();
  }

  /** How many wait is said beside a claim, too. */
  private void goOn() {
    if (attached && loaded) {
      watch.goOn();
    }
  }

  /** The row from which a claim was opened has the keyboard again, once it is there. */
  private void back() {
    ClaimRow row = cameFrom;
    if (row != null && loaded && opened == null) {
      cameFrom = null;
      list.comeBack(row);
    }
  }

  private void failed(Fault fault) {
    if (loaded) {
      list.stale(fault);
      watch.failed();
    } else {
      state.failed(fault, this::load);
    }
  }

  /** Of a claim that is opened. */
  private final class Host implements ClaimHost {
    private final ClaimRow from;

    Host(ClaimRow from) {
      this.from = from;
    }

    @Override
    public void back() {
      if (opened != null) {
        opened.detached();
        opened = null;
      }
      place.getChildren().setAll(state);
      cameFrom = from;
      ClaimsPlace.this.back();
      load();
    }

    @Override
    public void changed(ClaimRow now) {
      if (loaded) {
        // What is being read may be of before.
        reading.stop();
        goOn();
        all = all.stream().map(row -> row.slot().equals(now.slot()) ? now : row).toList();
        source.changed(all);
      }
    }
  }
}

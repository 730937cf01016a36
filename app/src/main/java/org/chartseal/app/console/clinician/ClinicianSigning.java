package org.chartseal.app.console.clinician;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chartseal.app.console.Devices;
import org.chartseal.app.console.Refusals;
import org.chartseal.app.session.FilingDesk;
import org.chartseal.app.session.Seat;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.outbox.ChangeOutcome;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.Outbox;
import org.chartseal.services.outbox.Queued;
import org.chartseal.services.record.SigningDesk;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.Pin;
import org.chartseal.views.kit.dialog.KeyHolder;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.sign.SignDesk;

/** Signs what a clinician added, with one use of their key. */
public final class ClinicianSigning implements SignDesk {

  private final Seat seat;
  private final Devices devices;
  private final Tray tray;
  private final Outbox outbox;

  public ClinicianSigning(Seat seat, Devices devices, Tray tray) {
    this.seat = seat;
    this.devices = devices;
    this.tray = tray;
    this.outbox = seat.workspace().stores().outbox();
  }

  @Override
  public List<Draft> drafts() throws RefusedException {
    return Refusals.in(() -> {
      Map<JobId, Draft> drafts = new LinkedHashMap<>();
      for (Queued queued : unsigned()) {
        drafts.put(queued.job().id(), draft(queued));
      }
      for (JobId job : tray.jobs()) {
        outbox.find(job).ifPresent(queued -> drafts.putIfAbsent(job, draft(queued)));
      }
      return new ArrayList<>(drafts.values());
    });
  }

  /** How many entries wait for this person's signature. */
  public int waiting() throws RefusedException {
    return Refusals.in(() -> unsigned().size());
  }

  @Override
  public KeyHolder signer() {
    return devices.holder(seat.person());
  }

  @Override
  public int sign(Pin pin, Progress progress) throws RefusedException {
    return Refusals.in(() -> {
      List<JobId> jobs = unsigned().stream().map(queued -> queued.job().id()).toList();
      try (UnlockedIdentity keys = devices.keyring().unlock(seat.person(), pin)) {
        int restored = restore(keys);
        return jobs.isEmpty() ? restored : restored + sign(keys, jobs);
      }
    });
  }

  private int sign(UnlockedIdentity keys, List<JobId> jobs) throws RefusedException {
    return switch (seat.workspace()
        .records()
        .signing()
        .sign(keys, seat.organisation().id(), jobs)) {
      case SigningDesk.Outcome.Refused(var fault) -> throw new RefusedException(fault);
      case SigningDesk.Outcome.Signed(int entries) -> entries;
    };
  }

  /** What lost its place to another console's entry is sealed and signed anew. */
  private int restore(UnlockedIdentity keys) throws RefusedException {
    Set<Visitor> visitors = new LinkedHashSet<>();
    for (JobId job : tray.jobs()) {
      if (outbox.find(job).filter(queued -> queued.job().state() == JobState.MOVED).isPresent()) {
        tray.visitor(job).ifPresent(visitors::add);
      }
    }
    int restored = 0;
    for (Visitor visitor : visitors) {
      try (FilingDesk filing =
          FilingDesk.open(seat.workspace(), seat, visitor.card().card(), visitor.alias())) {
        restored += filing.restore(keys);
      }
    }
    return restored;
  }

  @Override
  public void discard(String id) throws RefusedException {
    Refusals.in(() -> {
      for (Queued queued : unsigned()) {
        JobId job = queued.job().id();
        if (job.toString().equals(id)) {
          if (outbox.discard(job) instanceof ChangeOutcome.Refused(var fault)) {
            throw new RefusedException(fault);
          }
          tray.forget(job);
        }
      }
      return seat;
    });
  }

  /** The drafts of entries that only this person can sign; claims are the organisation's. */
  private List<Queued> unsigned() {
    return outbox.unsigned(seat.organisation().id(), KeyId.of(seat.author().key())).stream()
        .filter(Queued.QueuedEntry.class::isInstance)
        .toList();
  }

  private Draft draft(Queued queued) {
    return new Draft(
        queued.job().id().toString(),
        tray.about(queued.job().id()),
        queued.job().queuedAt(),
        queued.job().state());
  }
}

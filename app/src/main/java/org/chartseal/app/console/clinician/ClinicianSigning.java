package org.chartseal.app.console.clinician;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartseal.app.console.Devices;
import org.chartseal.app.console.Refusals;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.session.FilingDesk;
import org.chartseal.app.session.Seat;
import org.chartseal.services.clinical.ContentView;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.outbox.ChangeOutcome;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.Outbox;
import org.chartseal.services.outbox.Queued.QueuedEntry;
import org.chartseal.services.record.SigningDesk;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.Pin;
import org.chartseal.views.kit.dialog.KeyHolder;
import org.chartseal.views.sign.SignDesk;

/** Signs what a clinician added, with one use of their key. */
public final class ClinicianSigning implements SignDesk {

  private static final Fault CHANGED =
      new Fault(
          "CS-TRAY-01",
          "What waits is not what was shown any more. Nothing was signed. Look at the list again, then sign.");
  private static final Fault NOT_HERE =
      new Fault(
          "CS-TRAY-03",
          "This entry does not wait any more, or cannot be opened here. Look at the list again.");
  private static final Fault NO_PLACE =
      new Fault(
          "CS-TRAY-02",
          "Entries that lost their place could not be given another now; the others are signed. Try again when the network answers.");

  private final Seat seat;
  private final Devices devices;
  private final Tray tray;
  private final SealedEntries sealed;
  private final Outbox outbox;

  public ClinicianSigning(Seat seat, Devices devices, Tray tray) {
    this.seat = seat;
    this.devices = devices;
    this.tray = tray;
    this.sealed = new SealedEntries(seat, tray);
    this.outbox = seat.workspace().stores().outbox();
  }

  @Override
  public List<Draft> drafts() throws RefusedException {
    return Refusals.in(() -> {
      Map<JobId, QueuedEntry> mine = waitingEntries();
      List<QueuedEntry> candidates = new ArrayList<>(mine.values());
      List<QueuedEntry> failed = failed();
      candidates.addAll(failed);
      sealed.open(candidates);
      for (JobId job : tray.jobs()) {
        entry(job).ifPresent(entry -> mine.putIfAbsent(job, entry));
      }
      return mine.values().stream().map(this::draft).toList();
    });
  }

  @Override
  public ContentView content(String id, Progress progress) throws RefusedException {
    return Refusals.in(() -> {
      List<QueuedEntry> open = new ArrayList<>(waitingEntries().values());
      open.addAll(failed());
      for (QueuedEntry entry : open) {
        if (entry.job().id().toString().equals(id)) {
          Content content = sealed.content(entry).orElseThrow(() -> new RefusedException(NOT_HERE));
          return seat.workspace().clinical().viewer().view(content);
        }
      }
      throw new RefusedException(NOT_HERE);
    });
  }

  /** How many entries wait for this person's signature. */
  public int waiting() throws RefusedException {
    return Refusals.in(() -> waitingEntries().size());
  }

  @Override
  public KeyHolder signer() {
    return devices.holder(seat.person());
  }

  @Override
  public int sign(List<String> ids, Pin pin, Progress progress) throws RefusedException {
    return Refusals.in(() -> {
      Map<String, QueuedEntry> waiting = new LinkedHashMap<>();
      waitingEntries().forEach((job, entry) -> waiting.put(job.toString(), entry));
      if (!waiting.keySet().containsAll(ids)) {
        throw new RefusedException(CHANGED);
      }
      List<JobId> drafts = new ArrayList<>();
      List<JobId> moved = new ArrayList<>();
      waiting.keySet().retainAll(ids);
      for (QueuedEntry entry : waiting.values()) {
        (entry.job().state() == JobState.DRAFT ? drafts : moved).add(entry.job().id());
      }
      try (UnlockedIdentity keys = devices.keyring().unlock(seat.person(), pin)) {
        int signed = drafts.isEmpty() ? 0 : sign(keys, drafts);
        return moved.isEmpty() ? signed : signed + restore(keys, moved);
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
  private int restore(UnlockedIdentity keys, List<JobId> moved)
      throws RefusedException, HomeException {
    int restored = 0;
    for (PatientCard card : new KnownPatients(seat).cards()) {
      if (anyMoved(moved)) {
        try (FilingDesk filing =
            FilingDesk.open(seat.workspace(), seat, card, card.person().name())) {
          restored += filing.restore(keys, moved::contains);
        }
      }
    }
    if (anyMoved(moved)) {
      throw new RefusedException(NO_PLACE);
    }
    return restored;
  }

  private boolean anyMoved(List<JobId> jobs) {
    return jobs.stream()
        .flatMap(job -> entry(job).stream())
        .anyMatch(entry -> entry.job().state() == JobState.MOVED);
  }

  @Override
  public void again(String id) throws RefusedException {
    Refusals.in(() -> {
      for (JobId job : tray.jobs()) {
        if (job.toString().equals(id)) {
          done(outbox.retry(job));
        }
      }
      return seat;
    });
  }

  @Override
  public void discard(String id) throws RefusedException {
    Refusals.in(() -> {
      for (JobId job : waitingEntries().keySet()) {
        if (job.toString().equals(id)) {
          done(outbox.discard(job));
          tray.forget(job);
        }
      }
      return seat;
    });
  }

  private static void done(ChangeOutcome outcome) throws RefusedException {
    if (outcome instanceof ChangeOutcome.Refused(var fault)) {
      throw new RefusedException(fault);
    }
  }

  /** The entries that only this person can sign, or sign again; claims are the organisation's. */
  private Map<JobId, QueuedEntry> waitingEntries() {
    KeyId author = KeyId.of(seat.author().key());
    Map<JobId, QueuedEntry> waiting = new LinkedHashMap<>();
    outbox.unsigned(seat.organisation().id(), author).stream()
        .filter(QueuedEntry.class::isInstance)
        .map(QueuedEntry.class::cast)
        .forEach(entry -> waiting.put(entry.job().id(), entry));
    outbox
        .displaced(seat.organisation().id(), author)
        .forEach(entry -> waiting.put(entry.job().id(), entry));
    return waiting;
  }

  /** What failed in this organisation; only opening it tells whose it is. */
  private List<QueuedEntry> failed() {
    return outbox.unsigned(seat.organisation().id()).stream()
        .filter(QueuedEntry.class::isInstance)
        .map(QueuedEntry.class::cast)
        .filter(entry -> entry.job().state() == JobState.FAILED)
        .toList();
  }

  private Optional<QueuedEntry> entry(JobId job) {
    return outbox.find(job).filter(QueuedEntry.class::isInstance).map(QueuedEntry.class::cast);
  }

  private Draft draft(QueuedEntry entry) {
    return new Draft(
        entry.job().id().toString(),
        tray.find(entry.job().id()).map(Tray.Held::about),
        entry.job().queuedAt(),
        entry.job().state());
  }
}

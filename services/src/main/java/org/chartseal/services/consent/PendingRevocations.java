package org.chartseal.services.consent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chartseal.services.consent.internal.WriterStreams;
import org.chartseal.services.identity.Directory;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.record.LaneReading;
import org.chartseal.services.record.LaneScanner;
import org.chartseal.services.record.ScanOutcome;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.seal.StreamId;

/**
 * Where a revocation has not taken effect: writers who have not yet ended the streams that the
 * revoked consent opened (protocol §7.3). Until they do, what they write there could still be read
 * with it.
 */
public final class PendingRevocations {

  private final ProvenLedger ledger;
  private final Directory directory;

  public PendingRevocations(ProvenLedger ledger, Directory directory) {
    this.ledger = ledger;
    this.directory = directory;
  }

  /** A stream of all years that a consent opened. */
  private record Opened(OrganisationId writer, SensitivityClass sensitivity, int generation) {}

  /**
   * The writers who are behind, by the id of the revoked consent. A consent that is in effect, or
   * that was not revoked, is not in it.
   *
   * @param known the patient's books, as just read
   * @throws RefusedException if the ledger cannot be read now, or the device does not agree
   */
  public Map<String, Set<OrganisationId>> read(PatientSession session, PatientBooks known)
      throws RefusedException {
    Map<String, Set<Opened>> revoked = revoked(known);
    Set<Opened> opened = new HashSet<>();
    revoked.values().forEach(opened::addAll);
    if (opened.isEmpty()) {
      return Map.of();
    }
    Set<Opened> unfinished = unfinished(session, opened);
    Map<String, Set<OrganisationId>> behind = new LinkedHashMap<>();
    revoked.forEach((id, streams) -> {
      Set<OrganisationId> writers = new TreeSet<>(byNumber());
      streams.stream().filter(unfinished::contains).forEach(one -> writers.add(one.writer()));
      if (!writers.isEmpty()) {
        behind.put(id, writers);
      }
    });
    return behind;
  }

  private static Map<String, Set<Opened>> revoked(PatientBooks known) {
    Map<String, Set<Opened>> revoked = new LinkedHashMap<>();
    for (Grant grant : known.grants()) {
      if (grant.status() instanceof GrantStatus.Revoked) {
        Set<Opened> streams = revoked.computeIfAbsent(grant.terms().id(), any -> new HashSet<>());
        for (Capability capability : grant.capabilities()) {
          streams.add(
              new Opened(capability.writer(), capability.sensitivity(), capability.generation()));
        }
      }
    }
    return revoked;
  }

  /** Those with a lane whose end is not proven to be there. */
  private Set<Opened> unfinished(PatientSession session, Set<Opened> opened)
      throws RefusedException {
    Map<StreamId, Opened> byStream = new LinkedHashMap<>();
    List<StreamAccess> control = new ArrayList<>();
    try {
      for (Opened one : opened) {
        StreamAccess access =
            WriterStreams.of(session, directory, one.writer()).stream(
                one.sensitivity(), one.generation(), StreamId.CONTROL_YEAR);
        control.add(access);
        byStream.put(access.stream(), one);
      }
      Set<Opened> unfinished = new HashSet<>();
      for (LaneReading lane : lanes(control)) {
        if (lane.firstEmpty() == 0) {
          unfinished.add(byStream.get(lane.access().stream()));
        }
      }
      return unfinished;
    } finally {
      control.forEach(stream -> stream.keys().close());
    }
  }

  private List<LaneReading> lanes(List<StreamAccess> control) throws RefusedException {
    return switch (new LaneScanner(ledger).scan(control, Progress.NONE)) {
      case ScanOutcome.Failed(var fault) -> throw new RefusedException(fault);
      case ScanOutcome.Stopped stopped -> throw new IllegalStateException("nobody asked to stop");
      case ScanOutcome.Scanned(var lanes) -> lanes;
    };
  }

  private static Comparator<OrganisationId> byNumber() {
    return Comparator.comparingLong(OrganisationId::number);
  }
}

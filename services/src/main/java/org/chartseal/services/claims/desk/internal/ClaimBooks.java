package org.chartseal.services.claims.desk.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartseal.services.claims.ClaimCodec;
import org.chartseal.services.claims.desk.OrganisationSession;
import org.chartseal.services.identity.Organisation;
import org.chartseal.services.record.Doubt;
import org.chartseal.services.record.OrganisationPair;
import org.chartseal.services.record.QueuedContents;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.RecordReader;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.record.Subject;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.seal.SignatureVerifier;

/** Reads what a hospital and an insurer wrote to one another, from the hospital's side. */
public final class ClaimBooks {

  private final Histories histories;
  private final Decisions decisions;

  public ClaimBooks(RecordReader reader, QueuedContents queued, SignatureVerifier verifier) {
    this.histories = new Histories(reader, queued);
    this.decisions = new Decisions(verifier);
  }

  /**
   * What the hospital billed to an insurer in these years, and the insurer's decisions since.
   *
   * @throws RefusedException if it cannot be read
   */
  public ClaimBook ofHospital(
      OrganisationSession hospital, Organisation insurer, int from, int to, Progress progress)
      throws RefusedException {
    OrganisationPair pair = hospital.with(insurer);
    History own =
        histories.read(new Subject.Anybody(), streams(pair, hospital.id(), from, to), progress);
    List<Doubt> gaps = new ArrayList<>(own.gaps());
    List<ClaimBook.Own> claims = new ArrayList<>();
    for (Known known : own.entries()) {
      if (known.description().kind() == EntryKind.CLAIM) {
        claims.add(new ClaimBook.Own(ClaimCodec.read(known.content()), known));
      }
    }
    if (claims.isEmpty()) {
      return new ClaimBook(own, claims, Map.of(), gaps);
    }
    Map<Hash32, ClaimBook.Decided> decided = new HashMap<>();
    for (RecordEntry entry :
        histories.foreign(new Subject.Anybody(), streams(pair, insurer.id(), from, to), progress)) {
      note(hospital.id(), entry, decided);
    }
    return new ClaimBook(own, claims, decided, gaps);
  }

  /** What cannot be opened or is no decision of these claims says nothing about them. */
  private void note(
      OrganisationId hospital, RecordEntry entry, Map<Hash32, ClaimBook.Decided> decided) {
    boolean decision =
        entry.description().filter(said -> said.kind() == EntryKind.DECISION).isPresent();
    if (!decision || entry.content().isEmpty()) {
      return;
    }
    try {
      Decisions.Stated stated = decisions.in(entry.description().get(), entry.content().get());
      var claim = stated.decision().inputs().claim().file();
      if (!claim.hospital().equals(hospital) || !claim.insurer().equals(entry.where().writer())) {
        return;
      }
      ClaimBook.Decided found =
          new ClaimBook.Decided(
              stated.decision(),
              stated.file(),
              entry.anchor().word().anchoredAt(),
              entry.isProven() ? Optional.empty() : Optional.of(Histories.doubt(entry.verdict())));
      decided.merge(claim.claim(), found, ClaimBooks::better);
    } catch (RefusedException e) {
      // An insurer that sends nonsense has not decided.
    }
  }

  /** A proven one before a doubtful one, then one that goes on with the other, then the earlier. */
  private static ClaimBook.Decided better(ClaimBook.Decided one, ClaimBook.Decided other) {
    if (one.doubt().isPresent() != other.doubt().isPresent()) {
      return one.doubt().isEmpty() ? one : other;
    }
    if (one.decision().continues(other.decision())) {
      return one;
    }
    if (other.decision().continues(one.decision())) {
      return other;
    }
    return other.at().isBefore(one.at()) ? other : one;
  }

  /**
   * The streams in which one of a pair writes of claims, the oldest year first; their keys are the
   * caller's to close.
   */
  public static List<StreamAccess> streams(
      OrganisationPair pair, OrganisationId writer, int from, int to) {
    return ClaimEntries.years(
        from, to, year -> pair.stream(writer, SensitivityClass.CLAIMS, 0, year));
  }
}

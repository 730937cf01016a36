package org.chartseal.services.claims.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartseal.services.claims.ClaimFile;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.DecisionDocuments;
import org.chartseal.services.claims.DecisionFile;
import org.chartseal.services.claims.FileSignature;
import org.chartseal.services.claims.FileStatement;
import org.chartseal.services.claims.LineAmounts;
import org.chartseal.services.claims.Ruling;
import org.chartseal.services.claims.SignedRuling;
import org.chartseal.services.claims.desk.internal.ClaimEntries;
import org.chartseal.services.identity.Organisation;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.record.EntryDraft;
import org.chartseal.services.record.QueueGuard;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.record.WriteOutcome;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.seal.StatementType;
import org.chartseal.signing.SignOutcome;

/** Signs an insurer's decisions, and puts them into the outbox for hospital and patient. */
final class DecisionPost {

  private final ClaimQueue queue;
  private final OrganisationSession insurer;

  DecisionPost(ClaimQueue queue, OrganisationSession insurer) {
    this.queue = queue;
    this.insurer = insurer;
  }

  /**
   * What is sent.
   *
   * @param told who gets the explanation
   * @param label of the entries in the outbox
   */
  record Letter(
      Organisation hospital,
      Optional<Member> told,
      Decision decision,
      DecisionFile file,
      Owner label,
      Instant now) {}

  /** The decision's file, signed by the insurer's key. */
  DecisionFile sign(Decision decision, Instant now) throws RefusedException {
    byte[] body = DecisionFile.body(decision);
    return DecisionFile.of(body, sign(DecisionFile.statement(body, now)));
  }

  /** A ruling, signed by the key in the device. */
  SignedRuling sign(Ruling ruling, Instant now) throws RefusedException {
    return new SignedRuling(
        ruling, sign(FileStatement.of(StatementType.RULING, ruling.bytes(), now)));
  }

  /** The hospital's entry, and the patient's; the patient's is the last. */
  WriteOutcome queue(Letter letter, QueueGuard guard) throws RefusedException {
    LocalDate day = LocalDate.ofInstant(letter.now(), ZoneOffset.UTC);
    int year = ClaimEntries.year(letter.now());
    List<StreamAccess> streams = new ArrayList<>();
    List<EntryDraft> drafts = new ArrayList<>();
    try {
      streams.add(
          insurer.with(letter.hospital()).stream(insurer.id(), SensitivityClass.CLAIMS, 0, year));
      drafts.add(
          draft(
              letter,
              streams.getLast(),
              EntryKind.DECISION,
              "Decision about a claim",
              DecisionDocuments.forHospital(letter.decision(), letter.file(), day)));
      if (letter.told().isPresent()) {
        streams.add(
            insurer.with(letter.told().get().card()).stream(
                insurer.id(), SensitivityClass.CLAIMS, 0, year));
        drafts.add(
            draft(
                letter,
                streams.getLast(),
                EntryKind.EOB,
                "Explanation of benefit",
                DecisionDocuments.forPatient(letter.decision(), letter.file(), day)));
      }
      return queue
          .writer()
          .queueEach(drafts, Collections.nCopies(drafts.size(), letter.label()), guard);
    } finally {
      streams.forEach(stream -> stream.keys().close());
    }
  }

  private EntryDraft draft(
      Letter letter, StreamAccess stream, EntryKind kind, String title, Content content) {
    ClaimFile file = letter.decision().inputs().claim().file();
    LineAmounts totals = letter.decision().result().totals();
    return ClaimEntries.draft(
        insurer.party(),
        stream,
        kind,
        file.patient(),
        title,
        Map.of(
            "claim", file.claim().hex(),
            "billed", totals.billed().toString(),
            "payer", totals.payer().toString(),
            "patient", totals.patient().toString()),
        content,
        letter.now());
  }

  private FileSignature sign(FileStatement statement) throws RefusedException {
    return switch (insurer.party().keys().sign(statement.bytes())) {
      case SignOutcome.SignRefused(var fault) ->
          throw new RefusedException(new Fault(fault.code().shortCode(), fault.sentence()));
      case SignOutcome.Signed(var signature) ->
          new FileSignature(statement, insurer.party().keys().signing().publicKey(), signature);
    };
  }
}

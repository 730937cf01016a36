package org.chartseal.services.record.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.chartseal.services.blocks.BlockStore;
import org.chartseal.services.blocks.Cid;
import org.chartseal.services.identity.CertificateChains;
import org.chartseal.services.ledger.AnchorEvidence;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.LicenceKey;
import org.chartseal.services.ledger.LicenceRole;
import org.chartseal.services.ledger.RunEvidence;
import org.chartseal.services.record.Check;
import org.chartseal.services.record.CheckResult;
import org.chartseal.services.record.LaneReading;
import org.chartseal.services.record.ReadingDetail;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.record.Subject;
import org.chartseal.services.seal.ChunkSource;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.ContentLeaves;
import org.chartseal.services.seal.ContentOutcome;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.EntryDescription;
import org.chartseal.services.seal.EntryOpener;
import org.chartseal.services.seal.EntryReference;
import org.chartseal.services.seal.EntrySignature;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.LeafExtractor;
import org.chartseal.services.seal.Manifest;
import org.chartseal.services.seal.OpenOutcome;
import org.chartseal.services.seal.OpenedManifest;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SignatureVerifier;
import org.chartseal.services.seal.SignedStatement;

/**
 * Opens one entry and verifies everything about it. Safe for several threads; one instance serves
 * one opening.
 */
public final class EntryVerifier {

  private static final Fault CHUNK_UNAVAILABLE =
      new Fault(
          "CS-READ-01",
          "A part of the entry could not be fetched from the store. Try again later.");

  private static final Fault CHUNK_CHANGED =
      new Fault(
          "CS-READ-02",
          "The store gave other bytes than those that were anchored for a part of the entry. Fetch it from another store.");

  private final Deployment deployment;
  private final BlockStore blocks;
  private final EntryOpener opener;
  private final LeafExtractor extractor;
  private final CertificateChecks certificates;
  private final SignatureVerifier verifier;
  private final ReadingDetail detail;
  private final BlockRef at;
  private final Map<SignedStatement, Boolean> statements = new ConcurrentHashMap<>();
  private final Same same = new Same();

  /**
   * @param at the block of the opening, of which all evidence is
   */
  public EntryVerifier(
      Deployment deployment,
      BlockStore blocks,
      EntryOpener opener,
      LeafExtractor extractor,
      CertificateChains chains,
      SignatureVerifier verifier,
      ReadingDetail detail,
      BlockRef at) {
    this.detail = detail;
    this.at = at;
    this.deployment = deployment;
    this.blocks = blocks;
    this.opener = opener;
    this.extractor = extractor;
    this.certificates = new CertificateChecks(blocks, chains);
    this.verifier = verifier;
  }

  public RecordEntry verify(
      Subject subject,
      StreamAccess access,
      LaneReading.Filled anchor,
      LaneOrder order,
      Evidence evidence) {
    Optional<AnchorEvidence> hint = evidence.anchor(anchor.slot());
    WordChecks words = new WordChecks(evidence);
    if (hint.isEmpty()) {
      return unread(
          access, anchor, order, words, unknown("No node at hand remembers where its bytes are."));
    }
    Hash32 digest = hint.get().manifestDigest();
    return switch (blocks.get(new Cid(digest))) {
      case BlockStore.GetOutcome.Missing missing ->
          unread(access, anchor, order, words, unknown("The store does not hold its bytes."));
      case BlockStore.GetOutcome.Failed failed ->
          unread(
              access, anchor, order, words, unknown("The store could not be asked for its bytes."));
      case BlockStore.GetOutcome.Corrupt corrupt ->
          unread(
              access,
              anchor,
              order,
              words,
              CheckResult.failed(
                  Check.BYTES, "The store gave other bytes than those that were anchored."));
      case BlockStore.GetOutcome.Found(byte[] block) ->
          switch (opener.openManifest(access.keys(), anchor.place(), anchor.slot().slot(), block)) {
            case OpenOutcome.Refused(var fault) ->
                unread(
                    access,
                    anchor,
                    order,
                    words,
                    CheckResult.failed(Check.BYTES, fault.sentence()));
            case OpenOutcome.Opened(var opened) -> {
              try (opened) {
                yield read(subject, access, anchor, order, hint.get(), evidence, opened);
              }
            }
          };
    };
  }

  private RecordEntry read(
      Subject subject,
      StreamAccess access,
      LaneReading.Filled anchor,
      LaneOrder order,
      AnchorEvidence hint,
      Evidence evidence,
      OpenedManifest opened) {
    WordChecks words = new WordChecks(evidence);
    Manifest manifest = opened.manifest();
    EntryDescription entry = manifest.entry();
    EntryReference reference = opened.reference();
    boolean patients = access.writer().equals(OrganisationId.PATIENTS);
    Optional<KeyId> attestor = attestor(anchor.slot().organisation(), entry, hint, evidence);
    KeyId author = patients ? KeyId.PATIENT : attestor.orElse(KeyId.of(entry.author()));
    ContentOutcome content = opener.content(opened, this::chunk, Progress.NONE);
    Author named =
        patients ? card(subject, entry) : certificates.check(entry, anchor.word().anchoredAt());
    List<CheckResult> checks =
        List.of(
            words.anchored(anchor),
            words.bytes(anchor, reference.recordDigest(), author),
            signature(access, manifest, named.name(), reference, hint, attestor.isPresent()),
            words.licence(anchor, reference.recordDigest(), author),
            named.check(),
            content(subject, access, opened, content),
            words.notRetracted(anchor),
            order.check(anchor));
    return new RecordEntry(
        access,
        anchor,
        at,
        Optional.of(same.description(entry)),
        Optional.of(same.as(named.name())),
        Optional.of(reference),
        manifest.replaces(),
        detail == ReadingDetail.CONTENTS && content instanceof ContentOutcome.Read(Content read)
            ? Optional.of(read)
            : Optional.empty(),
        same.verdict(checks));
  }

  /**
   * The organisation's own key, if it anchored what its practitioner could no longer: with slot and
   * bytes as they were (DESIGN §3.3).
   */
  private static Optional<KeyId> attestor(
      OrganisationId organisation, EntryDescription entry, AnchorEvidence hint, Evidence evidence) {
    return hint.run()
        .map(run -> run.statement().key())
        .filter(key -> !key.equals(entry.author()))
        .map(KeyId::of)
        .filter(key ->
            evidence
                .licence(new LicenceKey(organisation, key))
                .map(licence -> licence.role() == LicenceRole.ORGANISATION)
                .orElse(false));
  }

  private CheckResult signature(
      StreamAccess access,
      Manifest manifest,
      String author,
      EntryReference reference,
      AnchorEvidence hint,
      boolean attested) {
    EntryDescription entry = manifest.entry();
    Optional<EntrySignature> signature =
        access.writer().equals(OrganisationId.PATIENTS)
            ? manifest.patientSignature()
            : hint.run().map(EntryVerifier::signature);
    if (signature.isEmpty()) {
      return CheckResult.unknown(
          Check.SIGNATURE, "No node at hand remembers the author's signature.");
    }
    SignedStatement signed = signature.get().signed();
    if (!attested && !signed.key().equals(entry.author())) {
      return CheckResult.failed(Check.SIGNATURE, "Signed with another key than the author's.");
    }
    // A statement covers a morning's entries: its signature is verified once.
    SignatureVerifier once =
        (key, payload, value) ->
            statements.computeIfAbsent(signed, s -> verifier.verify(key, payload, value));
    return switch (signature.get().check(once, deployment, access.writer(), reference)) {
      case org.chartseal.services.seal.Check.Passed passed ->
          attested
              ? CheckResult.unknown(
                  Check.SIGNATURE,
                  "Attested by the organisation: its own key signed, not the author's.")
              : CheckResult.passed(Check.SIGNATURE, "Signed by " + author + ".");
      case org.chartseal.services.seal.Check.Failed(Fault fault) ->
          CheckResult.failed(Check.SIGNATURE, fault.sentence());
    };
  }

  private static EntrySignature signature(RunEvidence run) {
    return new EntrySignature(run.statement(), run.inclusion());
  }

  private static Author card(Subject subject, EntryDescription entry) {
    return subject instanceof Subject.Patient patient && entry.author().equals(patient.signingKey())
        ? Author.of(patient.name(), entry.authorName(), "The key is that of the patient's card.")
        : new Author(
            entry.authorName(),
            CheckResult.failed(Check.CERTIFICATE, "The key is not that of the patient's card."));
  }

  private static boolean isAbout(Subject subject, EntryDescription entry) {
    return switch (subject) {
      case Subject.Patient patient -> entry.subject().equals(patient.party());
      case Subject.Anybody anybody -> true;
    };
  }

  private CheckResult content(
      Subject subject, StreamAccess access, OpenedManifest opened, ContentOutcome outcome) {
    EntryDescription entry = opened.manifest().entry();
    if (!isAbout(subject, entry) || !entry.organisation().equals(access.writer())) {
      return CheckResult.failed(
          Check.CONTENT, "The entry is about somebody else, or from another writer.");
    }
    if (!access.isControl() && !entry.isDatedIn(access.stream().year())) {
      return CheckResult.failed(
          Check.CONTENT, "The entry's date lies in another year than the one it was filed in.");
    }
    return switch (outcome) {
      case ContentOutcome.Stopped stopped ->
          CheckResult.unknown(Check.CONTENT, "Its content was not read.");
      case ContentOutcome.Refused(var fault) ->
          fault.equals(CHUNK_UNAVAILABLE)
              ? CheckResult.unknown(Check.CONTENT, fault.sentence())
              : CheckResult.failed(Check.CONTENT, fault.sentence());
      case ContentOutcome.Read(Content content) -> {
        try {
          yield switch (opened.checkLeaves(ContentLeaves.of(content, entry.subject(), extractor))) {
            case org.chartseal.services.seal.Check.Passed passed ->
                CheckResult.passed(Check.CONTENT, "Every element is the one that was signed.");
            case org.chartseal.services.seal.Check.Failed(Fault fault) ->
                CheckResult.failed(Check.CONTENT, fault.sentence());
          };
        } catch (RefusedException e) {
          yield CheckResult.failed(Check.CONTENT, e.fault().sentence());
        }
      }
    };
  }

  private ChunkSource.Chunk chunk(Hash32 digest) {
    return switch (blocks.get(new Cid(digest))) {
      case BlockStore.GetOutcome.Found(byte[] block) -> new ChunkSource.Chunk.Found(block);
      case BlockStore.GetOutcome.Corrupt corrupt ->
          new ChunkSource.Chunk.Unavailable(CHUNK_CHANGED);
      case BlockStore.GetOutcome.Missing missing ->
          new ChunkSource.Chunk.Unavailable(CHUNK_UNAVAILABLE);
      case BlockStore.GetOutcome.Failed failed ->
          new ChunkSource.Chunk.Unavailable(CHUNK_UNAVAILABLE);
    };
  }

  private RecordEntry unread(
      StreamAccess access,
      LaneReading.Filled anchor,
      LaneOrder order,
      WordChecks words,
      CheckResult bytes) {
    String why = "Its bytes could not be read.";
    return new RecordEntry(
        access,
        anchor,
        at,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        same.verdict(
            List.of(
                words.anchored(anchor),
                bytes,
                CheckResult.unknown(Check.SIGNATURE, why),
                CheckResult.unknown(Check.LICENCE, why),
                CheckResult.unknown(Check.CERTIFICATE, why),
                CheckResult.unknown(Check.CONTENT, why),
                words.notRetracted(anchor),
                order.check(anchor))));
  }

  private static CheckResult unknown(String reason) {
    return CheckResult.unknown(Check.BYTES, reason);
  }
}

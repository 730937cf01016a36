package org.chartseal.services.outbox;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartseal.services.ledger.PatientDigests;
import org.chartseal.services.ledger.TestKey;
import org.chartseal.services.outbox.Position.Predecessor;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.ContentLeaves;
import org.chartseal.services.seal.CryptoEngine;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.EntryDescription;
import org.chartseal.services.seal.EntryDigests;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.EntrySealer;
import org.chartseal.services.seal.EntrySignature;
import org.chartseal.services.seal.MerkleTree;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.PartyId;
import org.chartseal.services.seal.Place;
import org.chartseal.services.seal.PreparedEntry;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SealRequest;
import org.chartseal.services.seal.SealedEntry;
import org.chartseal.services.seal.Slot;
import org.chartseal.services.seal.SlotScalar;
import org.chartseal.services.seal.SlotSigner;
import org.chartseal.services.seal.Statement;
import org.chartseal.services.seal.StatementType;
import org.chartseal.services.seal.StreamKeys;
import org.chartseal.services.seal.YearKey;
import org.chartseal.signing.SharedSecret;

/**
 * Writes small entries into one stream with real keys: an organisation's, or a patient's with
 * one-time slot keys.
 */
final class TestWriter {

  private static final EntrySealer SEALER =
      new EntrySealer(CryptoEngine.best(), new SecureRandom());

  final OrganisationId writer;
  final TestKey signer = new TestKey();
  private final Deployment deployment;
  private final StreamKeys keys;
  private final Optional<SlotScalar> scalar;
  private final PartyId subject;
  Instant notAfter = Instant.parse("2100-01-01T00:00:00Z");

  private TestWriter(
      Deployment deployment, OrganisationId writer, int stream, Optional<SlotScalar> scalar) {
    this.deployment = deployment;
    this.writer = writer;
    this.keys = YearKey.of(Digests.sha256(new byte[] {(byte) stream}).bytes()).streamKeys();
    this.scalar = scalar;
    this.subject = new PartyId(Digests.sha256(new byte[] {7, (byte) stream}));
  }

  static TestWriter organisation(Deployment deployment, long number, int stream) {
    return new TestWriter(deployment, new OrganisationId(number), stream, Optional.empty());
  }

  static TestWriter patient(Deployment deployment, int stream) {
    SharedSecret self = SharedSecret.copyOf(Digests.sha256(new byte[] {9, (byte) stream}).bytes());
    return new TestWriter(
        deployment,
        OrganisationId.PATIENTS,
        stream,
        Optional.of(SlotScalar.derive(self, deployment)));
  }

  LaneKey lane(int lane) {
    return new LaneKey(keys.fingerprint(), writer, lane);
  }

  Slot slot(Place place) {
    return scalar.isPresent()
        ? scalar.get().point().slot(keys, place)
        : keys.organisationSlot(place);
  }

  /** Seals one entry of this stream for each position. */
  Sealing.Outcome seal(List<Position> positions) {
    List<SealedDraft> drafts = new ArrayList<>();
    for (Position position : positions) {
      drafts.add(seal(position, drafts));
    }
    return Sealing.Outcome.Sealed.of(drafts);
  }

  SealedDraft seal(Position position, List<SealedDraft> before) {
    Place place = position.place();
    try (PreparedEntry prepared = SEALER.prepare(request(position, previous(position, before)))) {
      return scalar.isPresent()
          ? patients(prepared, place)
          : new SealedDraft.OfOrganisation(prepared.seal(), signer.id());
    }
  }

  private static Optional<EntryDigests> previous(Position position, List<SealedDraft> before) {
    return switch (position.predecessor()) {
      case Predecessor.None() -> Optional.empty();
      case Predecessor.Known(EntryDigests digests) -> Optional.of(digests);
      case Predecessor.InThisCall(int index) ->
          Optional.of(before.get(index).entry().reference().digests());
    };
  }

  private SealRequest request(Position position, Optional<EntryDigests> previous) {
    Content content = new Content(List.of());
    try {
      return new SealRequest(
          keys,
          position.place(),
          slot(position.place()),
          new EntryDescription(
              EntryKind.NOTE,
              subject,
              writer,
              signer.publicKey(),
              "",
              "2026",
              Instant.EPOCH,
              "",
              Map.of(),
              Optional.empty()),
          content,
          ContentLeaves.of(content, subject, resource -> List.of()),
          previous,
          Optional.empty());
    } catch (RefusedException e) {
      throw new IllegalStateException(e);
    }
  }

  private SealedDraft patients(PreparedEntry prepared, Place place) {
    MerkleTree tree = MerkleTree.of(List.of(prepared.patientLeaf()));
    Statement statement =
        new Statement(StatementType.ANCHOR, deployment, writer, tree.root(), 1, 1_800_000_000L);
    SealedEntry entry =
        prepared.seal(new EntrySignature(signer.sign(statement), tree.inclusion(0)));
    return new SealedDraft.OfPatient(entry, authority(place, entry.reference().digests(), false));
  }

  /** The slot key's signature to anchor, or to retract. */
  PatientAuthority authority(Place place, EntryDigests digests, boolean retract) {
    try (SlotSigner slotSigner = scalar.orElseThrow().signer(keys, place)) {
      var digest =
          retract
              ? PatientDigests.retract(
                  deployment, digests.manifestDigest(), digests.contentRoot(), notAfter)
              : PatientDigests.anchor(
                  deployment, digests.manifestDigest(), digests.contentRoot(), notAfter);
      return new PatientAuthority(notAfter, slotSigner.sign(digest));
    }
  }
}

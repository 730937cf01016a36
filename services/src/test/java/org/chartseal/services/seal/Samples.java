package org.chartseal.services.seal;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartseal.signing.SharedSecret;

/** A hospital, a patient and an entry between them, the same in every test. */
final class Samples {

  static final Deployment DEPLOYMENT =
      new Deployment(
          BigInteger.valueOf(31337), Address.ofHex("0x00112233445566778899aabbccddeeff00112233"));
  static final OrganisationId HOSPITAL = new OrganisationId(7);
  static final TestKey HOSPITAL_AGREE = TestKey.named("hospital, agreement");
  static final TestKey DOCTOR = TestKey.named("doctor, signing");
  static final TestKey PATIENT_AGREE = TestKey.named("patient, agreement");
  static final TestKey PATIENT_SIGN = TestKey.named("patient, signing");
  static final PartyId PATIENT = PartyId.ofPatient(PATIENT_SIGN.publicKey());
  static final PartyId HOSPITAL_PARTY = PartyId.of(HOSPITAL);
  static final Instant RECORDED = Instant.parse("2026-03-04T05:06:07Z");
  static final CryptoEngine ENGINE = CryptoEngine.best();
  static final SignatureVerifier VERIFIER = ENGINE.signatureVerifier();

  private static final String JSON = "application/fhir+json";

  private Samples() {}

  static PairSecret pair() {
    try (SharedSecret agreed = HOSPITAL_AGREE.agree(PATIENT_AGREE.publicKey())) {
      return PairSecret.derive(
          agreed,
          DEPLOYMENT,
          HOSPITAL_PARTY,
          HOSPITAL_AGREE.publicKey(),
          PATIENT,
          PATIENT_AGREE.publicKey());
    }
  }

  static StreamKeys stream(PartyId writer, int year) {
    try (PairSecret pair = pair();
        ClassKey classKey = pair.classKey(writer, SensitivityClass.GENERAL, 0);
        YearKey yearKey = classKey.year(year)) {
      return yearKey.streamKeys();
    }
  }

  static StreamKeys hospitalStream() {
    return stream(HOSPITAL_PARTY, 2026);
  }

  static StreamKeys patientStream() {
    return stream(PATIENT, 2026);
  }

  static SlotScalar slotScalar() {
    try (SharedSecret self = PATIENT_AGREE.agree(PATIENT_AGREE.publicKey())) {
      return SlotScalar.derive(self, DEPLOYMENT);
    }
  }

  /**
   * Two procedures, of which one was not done, with their file; {@code extra} bytes are added to
   * it.
   */
  static Content content(int extra) {
    byte[] original = new byte[100 + extra];
    for (int i = 0; i < original.length; i++) {
      original[i] = (byte) (i * 31 + (i >> 8));
    }
    return new Content(
        List.of(
            new Part(PartRole.ORIGINAL, "text/xml", original),
            new Part(PartRole.RESOURCE, JSON, ascii("Procedure/one completed")),
            new Part(PartRole.RESOURCE, JSON, ascii("Procedure/two not-done")),
            NamedService.part(
                List.of(new NamedService("Procedure/one", "/code/coding/0/code", Hash32.ZERO))),
            new Part(PartRole.ATTACHMENT, "application/cbor", ascii("a rule's result"))));
  }

  /** Stands for the clinical extractor: a resource here is {@code Type/id status}. */
  static List<Leaf> extract(byte[] resource) throws RefusedException {
    String[] words = new String(resource, StandardCharsets.US_ASCII).split(" ");
    if (words.length != 2) {
      throw new RefusedException(Faults.MALFORMED_CONTENT);
    }
    String[] name = words[0].split("/");
    Leaf status = new Leaf(words[0], "/status", "code", words[1]);
    List<Leaf> leaves = new ArrayList<>();
    leaves.add(Leaf.head(name[0], name[1], List.of(status)));
    leaves.add(status);
    leaves.add(new Leaf(words[0], "/code/coding/0/code", "code", "80146002"));
    leaves.add(new Leaf(words[0], "/code/text", "string", "Appendectomy \"ü\" 盲腸\n"));
    return leaves;
  }

  static List<Leaf> leaves(Content content) {
    try {
      return ContentLeaves.of(content, PATIENT, Samples::extract);
    } catch (RefusedException e) {
      throw new AssertionError(e);
    }
  }

  static EntryDescription description() {
    return new EntryDescription(
        EntryKind.DOCUMENT,
        PATIENT,
        HOSPITAL,
        DOCTOR.publicKey(),
        "Dr Ada Example",
        "2026-03-01",
        RECORDED,
        "Operation note",
        Map.of("type", "Operation note", "place", "Theatre 2"),
        Optional.of(Digests.sha256(ascii("certificates"))));
  }

  static EntryDescription patientDescription() {
    return new EntryDescription(
        EntryKind.GRANT,
        PATIENT,
        OrganisationId.PATIENTS,
        PATIENT_SIGN.publicKey(),
        "Pat Example",
        "2026-03-01",
        RECORDED,
        "Consent",
        Map.of());
  }

  static SealRequest request(StreamKeys keys, Place place, Content content) {
    return new SealRequest(
        keys,
        place,
        keys.organisationSlot(place),
        description(),
        content,
        leaves(content),
        place.n() == 0
            ? Optional.empty()
            : Optional.of(new EntryDigests(Hash32.ZERO, Digests.sha256())),
        Optional.empty());
  }

  static SealRequest patientRequest(StreamKeys keys, Place place, Slot slot) {
    Content content =
        new Content(List.of(new Part(PartRole.CAPABILITIES, "application/cbor", ascii("keys"))));
    return new SealRequest(
        keys,
        place,
        slot,
        patientDescription(),
        content,
        leaves(content),
        Optional.empty(),
        Optional.empty());
  }

  static SealedEntry seal(StreamKeys keys, Place place, Content content) {
    return new EntrySealer(ENGINE, new java.security.SecureRandom())
        .seal(request(keys, place, content));
  }

  static OpenedManifest open(StreamKeys keys, Place place, SealedEntry sealed) {
    return switch (new EntryOpener(ENGINE)
        .openManifest(keys, place, sealed.slot(), sealed.manifestBlock())) {
      case OpenOutcome.Opened opened -> opened.manifest();
      case OpenOutcome.Refused refused -> throw new AssertionError(refused.fault().code());
    };
  }

  static ChunkSource chunksOf(SealedEntry sealed) {
    return digest ->
        sealed.chunkBlocks().stream()
            .filter(block -> Digests.sha256(block).equals(digest))
            .<ChunkSource.Chunk>map(ChunkSource.Chunk.Found::new)
            .findFirst()
            .orElse(new ChunkSource.Chunk.Unavailable(new Fault("CS-TEST-01", "not there")));
  }

  /** The doctor's statement over these entries of the hospital. */
  static SignedStatement anchor(List<EntryReference> entries) {
    Hash32 root = MerkleTree.ofEntries(HOSPITAL, entries).root();
    return DOCTOR.sign(statement(StatementType.ANCHOR, HOSPITAL, root, entries.size()));
  }

  static EntrySignature signature(EntryReference entry) {
    return new EntrySignature(anchor(List.of(entry)), new InclusionProof(0, 1, List.of()));
  }

  static Statement statement(
      StatementType type, OrganisationId organisation, Hash32 root, int count) {
    return new Statement(type, DEPLOYMENT, organisation, root, count, RECORDED.getEpochSecond());
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

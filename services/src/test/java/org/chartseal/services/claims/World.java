package org.chartseal.services.claims;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.Licence;
import org.chartseal.services.ledger.LicenceKey;
import org.chartseal.services.ledger.LicenceRole;
import org.chartseal.services.ledger.LicenceStatus;
import org.chartseal.services.ledger.SlotState;
import org.chartseal.services.ledger.Word;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.ContentLeaves;
import org.chartseal.services.seal.ContentTree;
import org.chartseal.services.seal.CryptoEngine;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.EntryDescription;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.EntryOpener;
import org.chartseal.services.seal.EntryReference;
import org.chartseal.services.seal.EntrySealer;
import org.chartseal.services.seal.EntrySignature;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.Leaf;
import org.chartseal.services.seal.MerkleTree;
import org.chartseal.services.seal.NamedService;
import org.chartseal.services.seal.NullifierKey;
import org.chartseal.services.seal.OpenOutcome;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.PairSecret;
import org.chartseal.services.seal.Part;
import org.chartseal.services.seal.PartRole;
import org.chartseal.services.seal.PartyId;
import org.chartseal.services.seal.Place;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SealRequest;
import org.chartseal.services.seal.SealedEntry;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.seal.SignatureVerifier;
import org.chartseal.services.seal.Statement;
import org.chartseal.services.seal.StatementType;
import org.chartseal.services.seal.StreamKeys;
import org.chartseal.signing.SharedSecret;

/**
 * A hospital, an insurer and a patient with really sealed and signed entries, and a ledger that is
 * a map.
 */
final class World {

  static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  static final Instant ANCHORED = Instant.parse("2026-03-02T18:00:00Z");
  static final Instant NOW = Instant.parse("2026-03-20T12:00:00Z");
  static final OrganisationId HOSPITAL = new OrganisationId(2);
  static final OrganisationId INSURER = new OrganisationId(5);
  static final String MEMBER = "M-1001";

  private static final CryptoEngine ENGINE = CryptoEngine.best();

  final Deployment ledger = new Deployment(BigInteger.valueOf(31337), address(0x11));
  final Deployment settlement = new Deployment(BigInteger.valueOf(31337), address(0x22));
  final SignatureVerifier verifier = ENGINE.signatureVerifier();
  final TestKey clinician = new TestKey();
  final TestKey hospital = new TestKey();
  final TestKey insurer = new TestKey();
  final PartyId patient = PartyId.ofPatient(new TestKey().key());
  final Map<LedgerSlot, SlotState> slots = new HashMap<>();
  final Map<LicenceKey, Licence> licences = new HashMap<>();
  final byte[] packArchive = new RulePacks().sampleArchive();
  final RulePack pack = open(packArchive);

  private final SecureRandom random = new SecureRandom();
  private final TestKey agree = new TestKey();
  private int next;

  World() {
    license(clinician, Optional.empty());
    license(hospital, Optional.empty());
  }

  static RulePack open(byte[] archive) {
    try {
      return new RulePacks().open(archive);
    } catch (RefusedException e) {
      throw new IllegalStateException(e);
    }
  }

  void license(TestKey key, Optional<Instant> compromisedSince) {
    licences.put(
        new LicenceKey(HOSPITAL, KeyId.of(key.key())),
        new Licence(
            LicenceStatus.LICENSED,
            LicenceRole.PRACTITIONER,
            Instant.parse("2020-01-01T00:00:00Z"),
            Instant.parse("2030-01-01T00:00:00Z"),
            compromisedSince));
  }

  /** An entry with these resources about this patient, sealed, signed and anchored. */
  EncounterEvidence entry(PartyId subject, String... resources) {
    byte[] shared = Digests.sha256(subject.value().bytes()).bytes();
    try (SharedSecret z = SharedSecret.copyOf(shared);
        PairSecret pair =
            PairSecret.derive(z, ledger, PartyId.of(HOSPITAL), agree.key(), subject, agree.key());
        NullifierKey names = pair.nullifierKey();
        StreamKeys keys =
            pair.classKey(PartyId.of(HOSPITAL), SensitivityClass.GENERAL, 0)
                .year(2026)
                .streamKeys()) {
      return entry(subject, content(names, resources), keys);
    } catch (RefusedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The observation of the ledger as it is. */
  LedgerObservation observation() {
    BlockRef block = new BlockRef(1000, Hash32.ZERO, NOW, Hash32.ZERO);
    return new LedgerObservation(block, true, slots, licences);
  }

  SubmittedClaim submit(ClaimFile file) {
    Statement statement = Bill.statement(file, settlement, NOW);
    return new SubmittedClaim(file, new Bill(hospital.sign(statement), Bill.leaves(file)));
  }

  ClaimFile claim(EncounterEvidence encounter) {
    return switch (make(encounter, Set.of())) {
      case ClaimOutcome.Made made -> made.claim();
      case ClaimOutcome.Refused refused ->
          throw new IllegalStateException(refused.fault().sentence());
    };
  }

  ClaimOutcome make(EncounterEvidence encounter, Set<Hash32> billed) {
    ClaimMaker maker = new ClaimMaker(ChargeList.sample(), random);
    return maker.make(
        new ClaimRequest(
            maker.newClaimId(),
            INSURER,
            patient,
            MEMBER,
            LocalDate.of(2026, 3, 20),
            encounter,
            billed));
  }

  Coverage coverage() {
    return new Coverage(
        "silver", MEMBER, patient, LocalDate.of(2026, 1, 1), Optional.empty(), false);
  }

  DecisionInputs inputs(SubmittedClaim claim) {
    return new DecisionInputs(
        ledger,
        settlement,
        claim,
        observation(),
        Optional.of(coverage()),
        Accumulators.none(pack.currency()),
        Map.of(),
        LocalDate.of(2026, 3, 20));
  }

  Decision decide(SubmittedClaim claim) {
    return new Decider(verifier).decide(inputs(claim), pack);
  }

  DecisionFile file(Decision decision) {
    byte[] body = DecisionFile.body(decision);
    return DecisionFile.of(body, insurer.sign(DecisionFile.statement(body, NOW)));
  }

  void retract(EncounterEvidence entry) {
    LedgerSlot slot = new LedgerSlot(HOSPITAL, entry.entry().slot());
    Hash32 digest =
        Digests.keccak256(
            "chartseal/retracted/1".getBytes(StandardCharsets.US_ASCII),
            entry.entry().recordDigest().bytes(),
            KeyId.of(clinician.key()).value().bytes(),
            KeyId.of(hospital.key()).value().bytes());
    slots.put(slot, new SlotState.Filled(word(digest, Optional.of(ANCHORED.plusSeconds(3600)))));
  }

  private Content content(NullifierKey names, String... resources) throws RefusedException {
    List<Part> parts = new ArrayList<>();
    for (String resource : resources) {
      parts.add(
          new Part(PartRole.RESOURCE, ClaimCodec.FHIR, resource.getBytes(StandardCharsets.UTF_8)));
    }
    List<NamedService> named =
        BillableServices.named(new Content(parts), HOSPITAL, names, EarlierServices.NONE);
    parts.add(NamedService.part(named));
    return new Content(parts);
  }

  private EncounterEvidence entry(PartyId subject, Content content, StreamKeys keys)
      throws RefusedException {
    Place place = new Place(next++, 0);
    List<Leaf> leaves = ContentLeaves.of(content, subject, new TestLeaves());
    EntryDescription description =
        new EntryDescription(
            EntryKind.ENCOUNTER,
            subject,
            HOSPITAL,
            clinician.key(),
            "Dr. Kim",
            "2026-03-02",
            ANCHORED,
            "Visit",
            Map.of());
    SealedEntry sealed =
        new EntrySealer(ENGINE, random)
            .seal(
                new SealRequest(
                    keys,
                    place,
                    keys.organisationSlot(place),
                    description,
                    content,
                    leaves,
                    Optional.empty(),
                    Optional.empty()));
    OpenOutcome opened =
        new EntryOpener(ENGINE).openManifest(keys, place, sealed.slot(), sealed.manifestBlock());
    OpenOutcome.Opened open = (OpenOutcome.Opened) opened;
    // The tree keeps the salts open as long as the test runs.
    ContentTree tree = ContentTree.of(leaves, open.manifest().salts());
    anchor(sealed.reference());
    return new EncounterEvidence(
        HOSPITAL, sealed.reference(), sign(sealed.reference()), content, tree);
  }

  private EntrySignature sign(EntryReference entry) {
    MerkleTree tree = MerkleTree.ofEntries(HOSPITAL, List.of(entry));
    Statement statement =
        new Statement(
            StatementType.ANCHOR, ledger, HOSPITAL, tree.root(), 1, ANCHORED.getEpochSecond());
    return new EntrySignature(clinician.sign(statement), tree.inclusion(0));
  }

  private void anchor(EntryReference entry) {
    Hash32 digest =
        Digests.keccak256(
            "chartseal/word/1".getBytes(StandardCharsets.US_ASCII),
            entry.recordDigest().bytes(),
            KeyId.of(clinician.key()).value().bytes());
    slots.put(
        new LedgerSlot(HOSPITAL, entry.slot()),
        new SlotState.Filled(word(digest, Optional.empty())));
  }

  private static Word word(Hash32 digest, Optional<Instant> retracted) {
    return new Word(
        Hash32.of(
            ByteBuffer.allocate(32)
                .put(digest.bytes(), 0, 24)
                .putInt((int) ANCHORED.getEpochSecond())
                .putInt((int) (long) retracted.map(Instant::getEpochSecond).orElse(0L))
                .array()));
  }

  private static Address address(int fill) {
    byte[] bytes = new byte[20];
    Arrays.fill(bytes, (byte) fill);
    return Address.of(bytes);
  }
}

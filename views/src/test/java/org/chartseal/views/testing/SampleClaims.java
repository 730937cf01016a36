package org.chartseal.views.testing;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartseal.services.claims.Accumulators;
import org.chartseal.services.claims.AdjudicationInput;
import org.chartseal.services.claims.Adjudicator;
import org.chartseal.services.claims.Bill;
import org.chartseal.services.claims.ClaimFile;
import org.chartseal.services.claims.Coverage;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.DecisionInputs;
import org.chartseal.services.claims.EvidenceKind;
import org.chartseal.services.claims.Finding;
import org.chartseal.services.claims.LedgerObservation;
import org.chartseal.services.claims.LineEvidence;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.RulePack;
import org.chartseal.services.claims.RulePacks;
import org.chartseal.services.claims.ServiceCategory;
import org.chartseal.services.claims.ServiceCode;
import org.chartseal.services.claims.ServiceLine;
import org.chartseal.services.claims.SubmittedClaim;
import org.chartseal.services.claims.desk.ReceivedClaim;
import org.chartseal.services.claims.desk.ReceivedClaim.Standing;
import org.chartseal.services.identity.Organisation;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.Word;
import org.chartseal.services.record.Check;
import org.chartseal.services.record.CheckResult;
import org.chartseal.services.record.LaneReading;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.record.Verdict;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Disclosure;
import org.chartseal.services.seal.EntryReference;
import org.chartseal.services.seal.EntrySignature;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.InclusionProof;
import org.chartseal.services.seal.Leaf;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.PairSecret;
import org.chartseal.services.seal.PartyId;
import org.chartseal.services.seal.Place;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.seal.ShownLeaf;
import org.chartseal.services.seal.SignedStatement;
import org.chartseal.services.seal.Slot;
import org.chartseal.services.seal.Statement;
import org.chartseal.services.seal.StatementType;
import org.chartseal.services.seal.StreamId;
import org.chartseal.services.seal.StreamKeys;
import org.chartseal.signing.P256PublicKey;
import org.chartseal.signing.SharedSecret;
import org.chartseal.signing.Signature;

/**
 * Claims as a screen meets them, decided by the sample rule pack. Their evidence is made up: what
 * it proves is no matter of screens.
 */
public final class SampleClaims {

  private static final Currency USD = Currency.getInstance("USD");
  private static final Money DEDUCTIBLE = new Money(200_000, USD);

  /** A member whose deductible is paid: the insurer has something to pay. */
  private static final Accumulators MET =
      Accumulators.none(USD).with(2026, new Accumulators.Totals(DEDUCTIBLE, DEDUCTIBLE));

  private static final Instant NOW = Instant.parse("2026-03-20T12:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final OrganisationId INSURER = new OrganisationId(3);
  private static final List<String> NAMES =
      List.of("St Mary Hospital", "Hana Clinic", "Riverside Medical Center");
  private static final List<ServiceCode> CODES =
      List.of(
          new ServiceCode("http://snomed.info/sct", "185345009"),
          new ServiceCode("http://snomed.info/sct", "390906007"),
          new ServiceCode("http://snomed.info/sct", "999999999"));
  private static final List<String> TITLES =
      List.of("Encounter for symptom", "Follow-up encounter", "Removal of a thing without a rule");

  private final RulePack pack;
  private final P256PublicKey key;
  private final Signature signature = Signature.of(filled(64, 1));
  private final Deployment ledger = new Deployment(BigInteger.valueOf(31337), address(0x11));
  private final Deployment settlement = new Deployment(BigInteger.valueOf(31337), address(0x22));
  private final PartyId patient;
  private final StreamKeys keys;

  public SampleClaims() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      key = P256PublicKey.of((ECPublicKey) generator.generateKeyPair().getPublic());
      pack = new RulePacks().open(new RulePacks().sampleArchive());
      patient = PartyId.ofPatient(key);
      try (SharedSecret z = SharedSecret.copyOf(filled(32, 7));
          PairSecret pair =
              PairSecret.derive(z, ledger, PartyId.of(new OrganisationId(1)), key, patient, key)) {
        keys =
            pair.classKey(PartyId.of(new OrganisationId(1)), SensitivityClass.CLAIMS, 0)
                .year(2026)
                .streamKeys();
      }
    } catch (GeneralSecurityException | RefusedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The rule pack that decides. */
  public RulePack pack() {
    return pack;
  }

  /** So many claims that wait, of three hospitals, each with one to three lines. */
  public List<ReceivedClaim> open(int count) {
    List<ReceivedClaim> claims = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      claims.add(received(i, new Standing.Open()));
    }
    return claims;
  }

  /** The same claim with another standing. */
  public ReceivedClaim with(ReceivedClaim claim, Standing standing) {
    return new ReceivedClaim(
        claim.hospital(), claim.entry(), claim.receivedAt(), claim.claim(), standing);
  }

  /** What the rules say when all evidence holds, or when one kind fails. */
  public Decision decide(ReceivedClaim claim, Optional<EvidenceKind> failing) {
    SubmittedClaim submitted = claim.claim().orElseThrow();
    DecisionInputs inputs =
        new DecisionInputs(
            ledger,
            settlement,
            submitted,
            new LedgerObservation(
                new BlockRef(1000, Hash32.ZERO, NOW, Hash32.ZERO), true, Map.of(), Map.of()),
            Optional.of(
                new Coverage(
                    "silver",
                    submitted.file().member(),
                    patient,
                    LocalDate.of(2026, 1, 1),
                    Optional.empty(),
                    false)),
            MET,
            Map.of(),
            LocalDate.of(2026, 3, 20));
    List<LineEvidence> evidence =
        submitted.file().lines().stream().map(line -> evidence(line.sequence(), failing)).toList();
    return Decision.byRules(
        inputs, new Adjudicator(pack).adjudicate(AdjudicationInput.of(inputs, evidence)));
  }

  /** Findings about a line. */
  public LineEvidence evidence(int sequence, Optional<EvidenceKind> failing) {
    Map<EvidenceKind, Finding> findings = new EnumMap<>(EvidenceKind.class);
    for (EvidenceKind kind : EvidenceKind.values()) {
      findings.put(
          kind,
          failing.equals(Optional.of(kind))
              ? Finding.fails("The elements shown lead to another record.")
              : Finding.holds("It holds."));
    }
    return new LineEvidence(sequence, "finished", findings);
  }

  private ReceivedClaim received(int number, Standing standing) {
    OrganisationId hospital = new OrganisationId(number % NAMES.size() + 10);
    ClaimFile file =
        new ClaimFile(
            hash(number + 1),
            hospital,
            INSURER,
            patient,
            "M-%05d".formatted(number),
            DAY,
            lines(number));
    Statement statement =
        new Statement(
            StatementType.BILL,
            settlement,
            hospital,
            Hash32.ZERO,
            file.lines().size(),
            NOW.getEpochSecond());
    SubmittedClaim submitted =
        new SubmittedClaim(
            file, new Bill(new SignedStatement(statement, key, signature), Bill.leaves(file)));
    Instant received = NOW.minusSeconds(60L * number);
    return new ReceivedClaim(
        new Organisation(hospital, NAMES.get(number % NAMES.size()), key),
        entry(number, hospital, received),
        received,
        Optional.of(submitted),
        standing);
  }

  private List<ServiceLine> lines(int number) {
    List<ServiceLine> lines = new ArrayList<>();
    for (int i = 0; i <= number % 3; i++) {
      int kind = (number + i) % CODES.size();
      lines.add(
          new ServiceLine(
              i + 1,
              kind == 2 ? ServiceCategory.PROCEDURE : ServiceCategory.VISIT,
              CODES.get(kind),
              TITLES.get(kind),
              DAY,
              new Money(8_555 + number, USD),
              hash(1_000_000 + number * 10 + i),
              disclosure(CODES.get(kind))));
    }
    return lines;
  }

  private Disclosure disclosure(ServiceCode code) {
    List<Leaf> leaves =
        List.of(
            new Leaf("", "/subject", "party", patient.value().hex()),
            Leaf.head("Encounter", "e1", List.of()),
            new Leaf("Encounter/e1", "/type/0/coding/0/code", "code", code.code()),
            new Leaf("Encounter/e1", "/period/start", "dateTime", "2026-03-02T09:30:00-05:00"));
    List<ShownLeaf> shown = new ArrayList<>();
    for (int i = 0; i < leaves.size(); i++) {
      shown.add(
          new ShownLeaf(
              leaves.get(i), Hash32.ZERO, new InclusionProof(i, 64, List.of(filledHashes(6)))));
    }
    Statement statement =
        new Statement(
            StatementType.ANCHOR,
            ledger,
            new OrganisationId(1),
            Hash32.ZERO,
            1,
            NOW.getEpochSecond());
    return new Disclosure(
        new OrganisationId(1),
        new EntryReference(new Slot(Hash32.ZERO), Hash32.ZERO, Hash32.ZERO),
        new EntrySignature(
            new SignedStatement(statement, key, signature), new InclusionProof(0, 1, List.of())),
        shown);
  }

  private RecordEntry entry(int number, OrganisationId hospital, Instant at) {
    List<CheckResult> checks = new ArrayList<>();
    for (Check check : Check.values()) {
      checks.add(CheckResult.passed(check, "It is there."));
    }
    byte[] word =
        ByteBuffer.allocate(32).putLong(1).position(24).putInt((int) at.getEpochSecond()).array();
    return new RecordEntry(
        new StreamAccess(
            hospital,
            new StreamId(PartyId.of(hospital), SensitivityClass.CLAIMS, 0, 2026),
            keys,
            Optional.empty()),
        new LaneReading.Filled(
            new Place(0, 0),
            new LedgerSlot(hospital, new Slot(hash(number))),
            new Word(Hash32.of(word))),
        new BlockRef(1000, Hash32.ZERO, NOW, Hash32.ZERO),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new Verdict(checks));
  }

  private static Hash32[] filledHashes(int count) {
    Hash32[] hashes = new Hash32[count];
    Arrays.fill(hashes, Hash32.ZERO);
    return hashes;
  }

  private static Hash32 hash(int number) {
    return Hash32.of(
        ByteBuffer.allocate(32).putInt(number * 0x9E3779B1).putInt(28, number).array());
  }

  private static Address address(int fill) {
    return Address.of(filled(20, fill));
  }

  private static byte[] filled(int length, int fill) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) fill);
    return bytes;
  }
}

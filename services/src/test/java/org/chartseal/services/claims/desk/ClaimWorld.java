package org.chartseal.services.claims.desk;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.chartseal.services.claims.Bill;
import org.chartseal.services.claims.ChargeList;
import org.chartseal.services.claims.ClaimCodec;
import org.chartseal.services.claims.ClaimFile;
import org.chartseal.services.claims.ClaimMaker;
import org.chartseal.services.claims.Coverage;
import org.chartseal.services.claims.EarlierServices;
import org.chartseal.services.claims.RulePack;
import org.chartseal.services.claims.RulePacks;
import org.chartseal.services.claims.SubmittedClaim;
import org.chartseal.services.claims.desk.internal.ClaimEntries;
import org.chartseal.services.clinical.DocumentSource;
import org.chartseal.services.clinical.ParsedEntry;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.clinical.ReadResult;
import org.chartseal.services.identity.OrganisationParty;
import org.chartseal.services.identity.Pairs;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.identity.PatientParty;
import org.chartseal.services.identity.SignedCard;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.ledger.ActionStatement;
import org.chartseal.services.ledger.ContractCall;
import org.chartseal.services.ledger.HeadOutcome;
import org.chartseal.services.ledger.NonceOutcome;
import org.chartseal.services.ledger.OrganisationRole;
import org.chartseal.services.ledger.RegistryCalls;
import org.chartseal.services.ledger.SettlementCalls;
import org.chartseal.services.ledger.SettlementOutcome;
import org.chartseal.services.ledger.SettlementQuery;
import org.chartseal.services.ledger.Submission;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.outbox.OpenOutcome;
import org.chartseal.services.outbox.Outbox;
import org.chartseal.services.outbox.OutboxFile;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.outbox.Queued;
import org.chartseal.services.outbox.RetractionDraft;
import org.chartseal.services.record.DisplacedEntries;
import org.chartseal.services.record.DocumentFiling;
import org.chartseal.services.record.EntryAuthor;
import org.chartseal.services.record.EntryEvidenceReader;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.record.QueuedContents;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.RecordWriter;
import org.chartseal.services.record.SigningDesk;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.record.WriteOutcome;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.EntrySealer;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.seal.SignedStatement;
import org.chartseal.services.seal.Statement;
import org.chartseal.services.testing.Care;
import org.chartseal.services.testing.People;
import org.chartseal.services.testing.TestNetwork;
import org.chartseal.signing.SignOutcome;

/** A hospital with a signed record of one life, an insurer with a pool, on a real network. */
final class ClaimWorld implements AutoCloseable {

  static final Currency USD = Currency.getInstance("USD");
  static final String MEMBER = "M-1001";
  static final String ENDED = "M-1002";
  static final String OTHER = "M-2001";

  final TestNetwork network;
  final People people;
  final Care care;
  final OrganisationParty hospital;
  final OrganisationParty insurer;
  final PatientParty patient;
  final PatientCard stranger;
  final SettleHandler settling;
  private final UnlockedIdentity clinician;
  private final List<ParsedEntry> documents;

  private ClaimWorld(Path folder, Path bundles) throws IOException {
    network = TestNetwork.start(folder);
    people = new People(network);
    care = new Care(network, people);
    hospital = network.organisation(1, "hana", OrganisationRole.PROVIDER);
    insurer = network.organisation(5, "plain", OrganisationRole.INSURER);
    people.know(hospital);
    people.know(insurer);
    clinician = network.practitioner(hospital, "kim");
    documents = documents(bundles);
    SignedCard card = people.card(hospital, documents.getFirst().patient(), "patient");
    patient = people.patient(card, "patient");
    stranger =
        people
            .card(
                hospital,
                new PatientDetails("Somebody Else", "1970-01-01", "female", List.of()),
                "stranger")
            .card();
    settling = new SettleHandler(network.connection().settlement());
    act(hospital, SettlementCalls.setPayoutAccount(network.relay().account()));
  }

  static ClaimWorld start(Path folder, Path bundles) throws IOException {
    return new ClaimWorld(folder, bundles);
  }

  /** The hospital signs every encounter of the patient's life; all are final when this returns. */
  void fileRecord() {
    try (PairStreams pair = people.pair(hospital, patient.card())) {
      care.filing()
          .file(
              new EntryAuthor(
                  hospital.id(),
                  clinician.signing().publicKey(),
                  "Dr Kim",
                  Optional.of(network.publish(clinician))),
              patient.card(),
              pair,
              sensitivity -> 0,
              EarlierServices.NONE,
              documents,
              DocumentFiling.Match.REQUIRED);
    }
    sign(clinician, network.outbox().unsigned(hospital.id()));
    network.drain();
  }

  /** The hospital's encounters as it reads them itself, newest first. */
  List<RecordEntry> encounters() {
    List<RecordEntry> entries = new ArrayList<>();
    try (PairStreams pair = people.pair(hospital, patient.card())) {
      List<StreamAccess> streams = new ArrayList<>();
      TreeSet<Integer> years = new TreeSet<>();
      documents.forEach(entry -> years.add(Integer.valueOf(entry.date().substring(0, 4))));
      for (int year : years) {
        streams.add(pair.stream(hospital.id(), SensitivityClass.GENERAL, 0, year));
      }
      care.reader().read(pair.patient(), streams, Progress.NONE, entries::add);
    }
    entries.removeIf(
        entry -> entry.description().filter(d -> d.kind() == EntryKind.ENCOUNTER).isEmpty());
    return entries;
  }

  OrganisationSession session(OrganisationParty party) {
    return new OrganisationSession(party, new Pairs(network.deployment()));
  }

  ClaimDesk claims(Outbox outbox) {
    return new ClaimDesk(
        sources(outbox),
        queue(outbox),
        claimNetwork(),
        new EntryEvidenceReader(
            network.deployment(),
            network.ledger(),
            network.blocks(),
            care.opener(),
            care.extractor(),
            care.engine().signatureVerifier()),
        new ClaimMaker(ChargeList.sample(), new SecureRandom()));
  }

  ClaimNews news(Outbox outbox) {
    return new ClaimNews(sources(outbox), queue(outbox), claimNetwork());
  }

  PayerDesk payer(Outbox outbox) {
    return new PayerDesk(sources(outbox), queue(outbox), claimNetwork());
  }

  RulingDesk rulings(Outbox outbox) {
    return new RulingDesk(sources(outbox), queue(outbox), claimNetwork());
  }

  SettleDesk settle(Outbox outbox) {
    return new SettleDesk(sources(outbox), queue(outbox), claimNetwork(), USD);
  }

  /** Another process on the same home. */
  Outbox secondOutbox() {
    Path file = network.folder().resolve("outbox.sqlite");
    return switch (new OutboxFile(file, network.deployment()).open()) {
      case OpenOutcome.Opened(Outbox opened) -> opened;
      case OpenOutcome.Refused(var fault) -> throw new IllegalStateException(fault.sentence());
    };
  }

  ClaimOrder order(RecordEntry encounter) {
    return new ClaimOrder(
        patient.card(), encounter, people.find(insurer.id()).orElseThrow(), MEMBER);
  }

  /** The sample rules, with no limit for filing: the sample lives grow older every day. */
  PayerRules rules() {
    return rules(">1500000");
  }

  /** The same, and every line that would be approved goes to a person. */
  PayerRules rulesThatAsk() {
    return rules(">0");
  }

  private PayerRules rules(String highAmount) {
    RulePacks packs = new RulePacks();
    Map<String, byte[]> files = new HashMap<>();
    for (String name :
        List.of(
            "manifest.json",
            "services.csv",
            "plans.csv",
            "lines.csv",
            "sharing.csv",
            "reasons.csv",
            "texts.csv")) {
      try (var in = RulePacks.class.getResourceAsStream("/rulepacks/sample/" + name)) {
        files.put(name, in.readAllBytes());
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
    files.computeIfPresent(
        "lines.csv",
        (name, bytes) ->
            new String(bytes, StandardCharsets.UTF_8)
                .replace(">365", ">36500")
                .replace(">1500000", highAmount)
                .getBytes(StandardCharsets.UTF_8));
    byte[] archive = packs.archive(files);
    try {
      RulePack pack = packs.open(archive);
      return new PayerRules(this::member, pack, Optional.of(archive));
    } catch (RefusedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends a claim that the hospital's desk would not make. */
  SubmittedClaim sendCrafted(ClaimFile file, UnaryOperator<ClaimFile> sent, PatientCard about) {
    Statement statement = Bill.statement(file, settlementDeployment(), Instant.now());
    SubmittedClaim claim =
        new SubmittedClaim(
            sent.apply(file), new Bill(signed(hospital, statement), Bill.leaves(file)));
    try (OrganisationSession session = session(hospital)) {
      StreamAccess stream =
          session.with(people.find(insurer.id()).orElseThrow()).stream(
              hospital.id(), SensitivityClass.CLAIMS, 0, LocalDate.now(ZoneOffset.UTC).getYear());
      WriteOutcome queued =
          queue(network.outbox())
              .writer()
              .queue(
                  List.of(
                      ClaimEntries.draft(
                          hospital,
                          stream,
                          EntryKind.CLAIM,
                          about.party(),
                          "Claim",
                          Map.of(),
                          ClaimCodec.content(claim),
                          Instant.now())),
                  ClaimLabels.claim(file.claim()));
      if (!(queued instanceof WriteOutcome.Queued)) {
        throw new IllegalStateException(queued.toString());
      }
      return claim;
    } catch (RefusedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The hospital takes an entry back; it is final when this returns. */
  void retract(RecordEntry entry) {
    network
        .outbox()
        .retract(
            List.of(
                new RetractionDraft.OfOrganisation(
                    entry.anchor().slot(),
                    entry.reference().orElseThrow().recordDigest(),
                    KeyId.of(entry.description().orElseThrow().author()),
                    Owner.NONE,
                    Set.of())));
    sign(hospital.keys(), network.outbox().unsigned(hospital.id()));
    network.drain(settling);
  }

  /** The hospital revokes its clinician's key, as stolen an hour ago. */
  void compromise() {
    network.act(
        hospital.keys(),
        hospital.id(),
        RegistryCalls.revoke(
            hospital.id(),
            KeyId.of(clinician.signing().publicKey()),
            Optional.of(Instant.now().minus(Duration.ofHours(1)))));
  }

  /** Puts money into the insurer's pool. */
  void deposit(long cents) {
    BigInteger amount = BigInteger.valueOf(cents);
    network.submit(new Submission.Mint(network.relay().account(), amount));
    network.submit(new Submission.ApproveSettlement(amount));
    network.submit(new Submission.Deposit(insurer.id(), amount));
  }

  /** What is in the insurer's pool. */
  long pool() {
    if (!(network.ledger().head() instanceof HeadOutcome.Agreed agreed)
        || !(network
                .connection()
                .settlement()
                .read(
                    agreed.block(),
                    new SettlementQuery(Set.of(insurer.id()), Set.of(), Set.of(), Set.of()))
            instanceof SettlementOutcome.Proven proven)) {
      throw new IllegalStateException("the pool cannot be read");
    }
    return proven.pools().get(insurer.id()).longValueExact();
  }

  /** Takes everything out of the insurer's pool. */
  void emptyPool() {
    act(insurer, SettlementCalls.withdraw(BigInteger.valueOf(pool()), network.relay().account()));
  }

  private Optional<Member> member(String id) {
    LocalDate from = LocalDate.of(1990, 1, 1);
    return switch (id) {
      case MEMBER ->
          Optional.of(
              new Member(
                  new Coverage(
                      "gold", MEMBER, patient.card().party(), from, Optional.empty(), false),
                  patient.card()));
      case ENDED ->
          Optional.of(
              new Member(
                  new Coverage(
                      "gold",
                      ENDED,
                      patient.card().party(),
                      from,
                      Optional.of(LocalDate.of(1991, 1, 1)),
                      false),
                  patient.card()));
      case OTHER ->
          Optional.of(
              new Member(
                  new Coverage("gold", OTHER, stranger.party(), from, Optional.empty(), false),
                  stranger));
      default -> Optional.empty();
    };
  }

  private void sign(UnlockedIdentity keys, List<Queued> waiting) {
    List<JobId> jobs = waiting.stream().map(queued -> queued.job().id()).toList();
    SigningDesk.Outcome outcome = care.signing().sign(keys, hospital.id(), jobs);
    if (!(outcome instanceof SigningDesk.Outcome.Signed)) {
      throw new IllegalStateException(outcome.toString());
    }
  }

  private void act(OrganisationParty party, ContractCall call) {
    KeyId key = KeyId.of(party.keys().signing().publicKey());
    Deployment contract = settlementDeployment();
    if (!(network.relay().nextNonce(contract, key) instanceof NonceOutcome.Next(long nonce))) {
      throw new IllegalStateException("no nonce");
    }
    ActionStatement statement =
        new ActionStatement(
            contract, party.id(), call, nonce, Instant.now().plus(Duration.ofHours(1)));
    if (!(party.keys().sign(statement.bytes()) instanceof SignOutcome.Signed(var signature))) {
      throw new IllegalStateException("not signed");
    }
    network.submit(new Submission.Act(statement, party.keys().signing().publicKey(), signature));
  }

  private static SignedStatement signed(OrganisationParty party, Statement statement) {
    return switch (party.keys().sign(statement.bytes())) {
      case SignOutcome.SignRefused refused -> throw new IllegalStateException("not signed");
      case SignOutcome.Signed(var signature) ->
          new SignedStatement(statement, party.keys().signing().publicKey(), signature);
    };
  }

  private Deployment settlementDeployment() {
    return network.connection().network().settlementDeployment();
  }

  ClaimNetwork claimNetwork() {
    return new ClaimNetwork(
        network.ledger(),
        network.connection().settlement(),
        network.connection().witness(),
        network.deployment(),
        settlementDeployment(),
        care.engine().signatureVerifier());
  }

  private ClaimSources sources(Outbox outbox) {
    return new ClaimSources(
        care.reader(),
        new QueuedContents(outbox, network.blocks(), care.opener()),
        people,
        InstantSource.system());
  }

  private ClaimQueue queue(Outbox outbox) {
    RecordWriter writer =
        new RecordWriter(
            outbox,
            network.ledger(),
            network.blocks(),
            new EntrySealer(care.engine(), new SecureRandom()),
            care.extractor(),
            InstantSource.system());
    SigningDesk signing = new SigningDesk(outbox, InstantSource.system());
    QueuedContents contents = new QueuedContents(outbox, network.blocks(), care.opener());
    return new ClaimQueue(
        writer, signing, new DisplacedEntries(outbox, contents, writer, signing), outbox);
  }

  private List<ParsedEntry> documents(Path bundles) throws IOException {
    Path file;
    try (Stream<Path> files = Files.list(bundles)) {
      file =
          files
              .filter(path -> path.toString().endsWith(".json"))
              .sorted()
              .findFirst()
              .orElseThrow();
    }
    return switch (care.documents().read(new DocumentSource.OnDisk(file), Progress.NONE)) {
      case ReadResult.Parsed parsed -> parsed.entries();
      case ReadResult.Rejected(var fault) -> throw new IllegalStateException(fault.sentence());
    };
  }

  @Override
  public void close() {
    care.close();
    network.close();
  }
}

package org.chartseal.services.claims.desk;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.chartseal.services.claims.Bill;
import org.chartseal.services.claims.ClaimCodec;
import org.chartseal.services.claims.ClaimFile;
import org.chartseal.services.claims.ClaimMaker;
import org.chartseal.services.claims.ClaimOutcome;
import org.chartseal.services.claims.ClaimPlan;
import org.chartseal.services.claims.ClaimRequest;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.Outcome;
import org.chartseal.services.claims.SubmittedClaim;
import org.chartseal.services.claims.desk.internal.ClaimBook;
import org.chartseal.services.claims.desk.internal.ClaimBooks;
import org.chartseal.services.claims.desk.internal.ClaimEntries;
import org.chartseal.services.claims.desk.internal.PaymentBook;
import org.chartseal.services.claims.desk.internal.Payments;
import org.chartseal.services.identity.Organisation;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.outbox.Queued;
import org.chartseal.services.record.Doubt;
import org.chartseal.services.record.EntryDraft;
import org.chartseal.services.record.EntryEvidenceReader;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.SigningDesk;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.record.WriteOutcome;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.EntryDescription;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.seal.SignedStatement;
import org.chartseal.services.seal.Statement;
import org.chartseal.services.seal.StreamId;
import org.chartseal.signing.SignOutcome;

/** A hospital's side of a claim: making it out of a signed entry, sending it, seeing it through. */
public final class ClaimDesk {

  private static final int ATTEMPTS = 5;
  private static final Fault BUSY =
      new Fault(
          "CS-CLAIM-08",
          "Another window is making claims to this insurer. Nothing was made; try again.");
  private static final Fault NOT_OURS =
      new Fault(
          "CS-CLAIM-09",
          "This entry is not this organisation's own about this patient, or is not proven. Choose one that is.");
  private static final Fault NO_DRAFT =
      new Fault(
          "CS-CLAIM-10", "No such claim waits to be sent. List the claims to see how far it is.");

  private final ClaimSources sources;
  private final EntryEvidenceReader evidence;
  private final ClaimMaker maker;
  private final ClaimQueue queue;
  private final Deployment settlement;
  private final ClaimBooks books;
  private final Payments payments;
  private final LostPlaces places;

  public ClaimDesk(
      ClaimSources sources,
      ClaimQueue queue,
      ClaimNetwork network,
      EntryEvidenceReader evidence,
      ClaimMaker maker) {
    this.sources = sources;
    this.queue = queue;
    this.evidence = evidence;
    this.maker = maker;
    this.settlement = network.settlementDeployment();
    this.books = new ClaimBooks(sources.records(), sources.queued(), network.verifier());
    this.payments = new Payments(network.ledger(), network.settlement());
    this.places = new LostPlaces(sources, queue, ClaimLabels.CLAIM);
  }

  /**
   * Makes a claim for the services of an entry, and has the hospital's key sign its bill. It waits
   * in the outbox as a draft. Services that were billed before, drafts included, are left out and
   * named, unless the insurer denied them.
   */
  public MakeOutcome make(OrganisationSession hospital, ClaimOrder order) {
    try {
      requireOwn(hospital, order);
      Hash32 claim = maker.newClaimId();
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        Optional<MakeOutcome> outcome = tryMake(hospital, order, claim);
        if (outcome.isPresent()) {
          return outcome.get();
        }
      }
      return new MakeOutcome.Refused(BUSY);
    } catch (RefusedException e) {
      return new MakeOutcome.Refused(e.fault());
    }
  }

  /**
   * Says what a claim for an entry would bill, and what was billed before; makes and signs nothing.
   *
   * @throws RefusedException if it cannot be known now
   */
  public ClaimPlan plan(OrganisationSession hospital, ClaimOrder order) throws RefusedException {
    requireOwn(hospital, order);
    Instant now = sources.clock().instant();
    Set<Hash32> billed = billed(hospital, book(hospital, order, now));
    return lend(hospital, order, encounter -> maker.plan(encounter, billed));
  }

  /**
   * Signs the drafts of these claims, all by one operation of the device; those among them that
   * lost their place get the next one before.
   */
  public SendOutcome send(OrganisationSession hospital, Collection<Hash32> claims) {
    Set<Owner> wanted = claims.stream().map(ClaimLabels::claim).collect(Collectors.toSet());
    return send(hospital, wanted::contains, wanted.size());
  }

  /** The same for all drafts. */
  public SendOutcome sendAll(OrganisationSession hospital) {
    return send(hospital, claim -> true, 0);
  }

  /**
   * @param least how many there have to be
   */
  private SendOutcome send(OrganisationSession hospital, Predicate<Owner> wanted, int least) {
    LostPlaces.Restored restored;
    try {
      restored = places.restore(hospital, new LostPlaces.Wish(wanted, List.of(), List.of()));
    } catch (RefusedException e) {
      return new SendOutcome.Refused(e.fault());
    }
    List<Queued.QueuedEntry> drafts =
        queue.waiting(hospital.party(), ClaimLabels.CLAIM).stream()
            .filter(entry -> wanted.test(entry.job().owner()))
            .toList();
    if (drafts.size() + restored.entries() < least) {
      return new SendOutcome.Refused(places.stuck(hospital, restored).orElse(NO_DRAFT));
    }
    return switch (queue.signAll(hospital.party(), drafts)) {
      case SigningDesk.Outcome.Refused(var fault) -> new SendOutcome.Refused(fault);
      case SigningDesk.Outcome.Signed(int entries) ->
          new SendOutcome.Sent(restored.entries() + entries, places.stuck(hospital, restored));
    };
  }

  /**
   * The hospital's claims of this year and the last, drafts included, and how far each is; after
   * them those that lost their place to another console's, which sending gives the next one.
   */
  public ClaimListOutcome list(OrganisationSession hospital, Progress progress) {
    int to = ClaimEntries.year(sources.clock().instant());
    List<ClaimStanding> claims = new ArrayList<>();
    Set<Doubt> gaps = new LinkedHashSet<>();
    try {
      for (Organisation insurer : sources.directory().all()) {
        if (insurer.id().equals(hospital.id())) {
          continue;
        }
        ClaimBook book = books.ofHospital(hospital, insurer, to - 1, to, progress);
        gaps.addAll(book.gaps());
        claims.addAll(standings(book, gaps));
      }
      Set<Hash32> shown =
          claims.stream().map(standing -> standing.claim().claim()).collect(Collectors.toSet());
      places.claims(hospital, gaps).stream()
          .filter(lost -> !shown.contains(lost.claim()))
          .map(lost -> new ClaimStanding(lost, new ClaimState.Sent(JobState.MOVED)))
          .forEach(claims::add);
      return new ClaimListOutcome.Listed(claims, List.copyOf(gaps));
    } catch (RefusedException e) {
      return new ClaimListOutcome.Failed(e.fault());
    }
  }

  private List<ClaimStanding> standings(ClaimBook book, Collection<Doubt> gaps) {
    List<Decision> decisions =
        book.decisions().values().stream().map(ClaimBook.Decided::decision).toList();
    try {
      return new PaidClaims(payments.book(decisions)).standings(book);
    } catch (RefusedException e) {
      gaps.add(new Doubt.Hindered(e.fault()));
      return new PaidClaims(PaymentBook.EMPTY).standings(book);
    }
  }

  private static void requireOwn(OrganisationSession hospital, ClaimOrder order)
      throws RefusedException {
    RecordEntry entry = order.encounter();
    boolean own =
        entry.isProven()
            && entry.where().writer().equals(hospital.id())
            && entry
                .description()
                .map(EntryDescription::subject)
                .filter(order.card().party()::equals)
                .isPresent();
    if (!own) {
      throw new RefusedException(NOT_OURS);
    }
  }

  /**
   * Empty when another process wrote to this insurer meanwhile, and what was billed has changed.
   */
  private Optional<MakeOutcome> tryMake(
      OrganisationSession hospital, ClaimOrder order, Hash32 claim) throws RefusedException {
    Instant now = sources.clock().instant();
    ClaimBook book = book(hospital, order, now);
    return switch (file(hospital, order, claim, billed(hospital, book), now)) {
      case ClaimOutcome.Refused(var fault) -> Optional.of(new MakeOutcome.Refused(fault));
      case ClaimOutcome.Made(ClaimFile file, var leftOut) ->
          switch (queue(hospital, order, submitted(hospital, file, now), book.next(), now)) {
            case WriteOutcome.Queued queued -> Optional.of(new MakeOutcome.Drafted(file, leftOut));
            case WriteOutcome.Refused(var fault) ->
                fault.equals(BUSY) ? Optional.empty() : Optional.of(new MakeOutcome.Refused(fault));
          };
    };
  }

  private ClaimBook book(OrganisationSession hospital, ClaimOrder order, Instant now)
      throws RefusedException {
    int to = ClaimEntries.year(now);
    // Nobody bills a service before its year.
    int from = Math.min(order.encounter().where().stream().year(), to);
    return books.ofHospital(hospital, order.insurer(), from, to, Progress.NONE).sure();
  }

  /**
   * What is billed in a place or waits for its next one. What a denial says may be put right and
   * billed again; it spent nothing.
   */
  private Set<Hash32> billed(OrganisationSession hospital, ClaimBook book) throws RefusedException {
    Set<Hash32> billed = new HashSet<>();
    // What one bills that cannot be opened now is not known. If it is sent again after all, the
    // insurer denies what was billed meanwhile: a service has one nullifier.
    for (ClaimFile lost : places.claims(hospital, new ArrayList<>())) {
      lost.lines().forEach(line -> billed.add(line.nullifier()));
    }
    for (ClaimBook.Own own : book.claims()) {
      ClaimFile file = own.claim().file();
      Optional<Decision> decision =
          Optional.ofNullable(book.decisions().get(file.claim()))
              .filter(decided -> decided.doubt().isEmpty())
              .map(ClaimBook.Decided::decision);
      for (int i = 0; i < file.lines().size(); i++) {
        int line = i;
        boolean denied =
            decision
                .map(decided -> decided.result().lines().get(line).outcome() == Outcome.DENIED)
                .orElse(false);
        if (!denied) {
          billed.add(file.lines().get(i).nullifier());
        }
      }
    }
    return billed;
  }

  private ClaimOutcome file(
      OrganisationSession hospital, ClaimOrder order, Hash32 claim, Set<Hash32> billed, Instant now)
      throws RefusedException {
    return lend(
        hospital,
        order,
        encounter ->
            maker.make(
                new ClaimRequest(
                    claim,
                    order.insurer().id(),
                    order.card().party(),
                    order.member(),
                    now.atZone(ZoneOffset.UTC).toLocalDate(),
                    encounter,
                    billed)));
  }

  private <T> T lend(OrganisationSession hospital, ClaimOrder order, EntryEvidenceReader.Use<T> use)
      throws RefusedException {
    StreamId id = order.encounter().where().stream();
    StreamAccess stream =
        hospital.with(order.card()).stream(
            hospital.id(), id.sensitivity(), id.generation(), id.year());
    try {
      return switch (evidence.lend(stream, order.encounter().anchor(), use)) {
        case EntryEvidenceReader.Outcome.Refused<T>(var fault) -> throw new RefusedException(fault);
        case EntryEvidenceReader.Outcome.Lent<T>(var result) -> result;
      };
    } finally {
      stream.keys().close();
    }
  }

  private SubmittedClaim submitted(OrganisationSession hospital, ClaimFile file, Instant now)
      throws RefusedException {
    Statement statement = Bill.statement(file, settlement, now);
    return switch (hospital.party().keys().sign(statement.bytes())) {
      case SignOutcome.SignRefused(var fault) ->
          throw new RefusedException(new Fault(fault.code().shortCode(), fault.sentence()));
      case SignOutcome.Signed(var signature) ->
          new SubmittedClaim(
              file,
              new Bill(
                  new SignedStatement(
                      statement, hospital.party().keys().signing().publicKey(), signature),
                  Bill.leaves(file)));
    };
  }

  private WriteOutcome queue(
      OrganisationSession hospital, ClaimOrder order, SubmittedClaim claim, int next, Instant now)
      throws RefusedException {
    PatientCard card = order.card();
    StreamAccess stream =
        hospital.with(order.insurer()).stream(
            hospital.id(), SensitivityClass.CLAIMS, 0, ClaimEntries.year(now));
    EntryDraft draft =
        ClaimEntries.draft(
            hospital.party(),
            stream,
            EntryKind.CLAIM,
            card.party(),
            "Claim",
            Map.of(
                "claim", claim.file().claim().hex(),
                "lines", Integer.toString(claim.file().lines().size()),
                "total", claim.file().total().toString()),
            ClaimCodec.content(claim),
            now);
    try {
      return queue
          .writer()
          .queueEach(
              List.of(draft),
              List.of(ClaimLabels.claim(claim.file().claim())),
              (held, places) ->
                  places.getFirst().place().n() == next ? Optional.empty() : Optional.of(BUSY));
    } finally {
      stream.keys().close();
    }
  }
}

package org.chartseal.services.consent.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.chartseal.services.clinical.AccessReceipt;
import org.chartseal.services.clinical.AuditEventResources;
import org.chartseal.services.clinical.ConsentResources;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.clinical.Reading;
import org.chartseal.services.clinical.RevocationResources;
import org.chartseal.services.clinical.StreamAct;
import org.chartseal.services.consent.Ask;
import org.chartseal.services.consent.Capability;
import org.chartseal.services.consent.Grant;
import org.chartseal.services.consent.GrantStatus;
import org.chartseal.services.consent.PairBook;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.record.Check;
import org.chartseal.services.record.CheckResult;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.record.Verdict;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Part;
import org.chartseal.services.seal.PartRole;
import org.chartseal.services.seal.SensitivityClass;
import org.chartseal.services.seal.cbor.CborException;

/** Puts the entries of a pair's own streams together as they come. Only what is proven counts. */
public final class BookCollector implements Consumer<RecordEntry> {

  private final OrganisationId organisation;
  private final ConsentResources consents;
  private final RevocationResources revocations;
  private final AuditEventResources audits;
  private final CapabilityCodec capabilities = new CapabilityCodec();
  private final Instant now;

  private final List<RecordEntry> requests = new ArrayList<>();
  private final List<RecordEntry> grants = new ArrayList<>();
  private final Set<String> answered = new HashSet<>();
  private final Set<String> takenBack = new HashSet<>();
  private final Map<SensitivityClass, SortedSet<Integer>> advances = new HashMap<>();
  private final List<AccessReceipt> receipts = new ArrayList<>();
  private Optional<String> doubt = Optional.empty();

  public BookCollector(
      OrganisationId organisation,
      ConsentResources consents,
      RevocationResources revocations,
      AuditEventResources audits,
      Instant now) {
    this.organisation = organisation;
    this.consents = consents;
    this.revocations = revocations;
    this.audits = audits;
    this.now = now;
  }

  /**
   * Why the book cannot be relied on: something in the patient's own streams could not be read or
   * verified.
   */
  public Optional<String> doubt() {
    return doubt.or(this::leap);
  }

  @Override
  public void accept(RecordEntry entry) {
    if (!entry.verdict().isGenuine()) {
      // A revocation that cannot be read must not be overlooked; what an organisation wrote can be.
      if (entry.where().writer().equals(OrganisationId.PATIENTS)) {
        doubt = Optional.of(worst(entry.verdict()).reason());
      }
      return;
    }
    EntryKind kind = entry.description().orElseThrow().kind();
    if (!belongs(kind, entry.where())) {
      return;
    }
    Content content = entry.content().orElseThrow();
    switch (kind) {
      case REQUEST -> {
        if (entry.isProven()) {
          requests.add(entry);
        } else if (entry.anchor().word().retractedAt().isPresent()) {
          statement(content)
              .map(ConsentResources.Statement::terms)
              .filter(this::isOurs)
              .ifPresent(terms -> takenBack.add(terms.id()));
        }
      }
      case GRANT -> {
        grants.add(entry);
        statement(content).ifPresent(said -> answered.add(said.terms().id()));
      }
      case REFUSAL -> statement(content).ifPresent(said -> answered.add(said.terms().id()));
      case ADVANCE -> advance(entry);
      case RECEIPT -> receipt(content);
      default -> {
        // Nothing else says anything about consent.
      }
    }
  }

  /**
   * Whether an entry of this kind counts in that stream: an asker's own grant to itself does not.
   */
  private static boolean belongs(EntryKind kind, StreamAccess where) {
    boolean patients = where.writer().equals(OrganisationId.PATIENTS);
    SensitivityClass sensitivity = where.stream().sensitivity();
    return switch (kind) {
      case REQUEST -> !patients && sensitivity.equals(SensitivityClass.CONSENT);
      case GRANT, REFUSAL -> patients && sensitivity.equals(SensitivityClass.CONSENT);
      case ADVANCE -> patients && sensitivity.equals(SensitivityClass.INDEX);
      case RECEIPT -> !patients && sensitivity.equals(SensitivityClass.ACCESS);
      default -> false;
    };
  }

  /** The book, once everything was read. */
  public PairBook book(BlockRef at) {
    List<Ask> asks = new ArrayList<>();
    requests.sort(byAnchor());
    for (RecordEntry request : requests) {
      statement(request.content().orElseThrow())
          .map(ConsentResources.Statement::terms)
          .filter(terms -> isOurs(terms))
          .ifPresent(terms ->
              asks.add(
                  new Ask(
                      organisation,
                      terms,
                      request.anchor().word().anchoredAt(),
                      answered.contains(terms.id()),
                      request.reference().orElseThrow(),
                      KeyId.of(request.description().orElseThrow().author()))));
    }
    List<Grant> given = new ArrayList<>();
    grants.sort(byAnchor());
    for (RecordEntry entry : grants) {
      grant(entry).ifPresent(given::add);
    }
    receipts.sort(Comparator.comparing(AccessReceipt::recorded));
    return new PairBook(at, organisation, asks, takenBack, given, generations(), receipts);
  }

  private Optional<Grant> grant(RecordEntry entry) {
    Content content = entry.content().orElseThrow();
    Optional<ConsentTerms> terms =
        statement(content)
            .filter(said -> said.state() == ConsentResources.State.ACTIVE)
            .map(ConsentResources.Statement::terms)
            .filter(this::isOurs);
    if (terms.isEmpty()) {
      return Optional.empty();
    }
    List<Capability> opens = new ArrayList<>();
    try {
      for (Part part : content.parts(PartRole.CAPABILITIES)) {
        opens.addAll(capabilities.read(part));
      }
    } catch (CborException e) {
      return Optional.empty();
    }
    return Optional.of(
        new Grant(organisation, terms.get(), opens, status(entry, terms.get()), entry));
  }

  private GrantStatus status(RecordEntry entry, ConsentTerms terms) {
    Optional<Instant> retracted = entry.anchor().word().retractedAt();
    if (retracted.isPresent()) {
      return new GrantStatus.Revoked(retracted.get());
    }
    if (!entry.isProven()) {
      return new GrantStatus.Unknown(entry.verdict().of(Check.NOT_RETRACTED));
    }
    if (now.isBefore(terms.from())) {
      return new GrantStatus.NotYet(terms.from());
    }
    return now.isBefore(terms.until())
        ? new GrantStatus.Valid(terms.until())
        : new GrantStatus.Expired(terms.until());
  }

  private boolean isOurs(ConsentTerms terms) {
    return terms.grantee().identifier().equals(Long.toString(organisation.number()));
  }

  private Optional<ConsentResources.Statement> statement(Content content) {
    return resource(content)
        .flatMap(json ->
            consents.read(json) instanceof Reading.Understood<ConsentResources.Statement>(var said)
                ? Optional.of(said)
                : Optional.empty());
  }

  /**
   * A generation grows by one each time; a client that leaps would have every reader derive keys
   * without end.
   */
  private void advance(RecordEntry entry) {
    for (Part part : entry.content().orElseThrow().parts(PartRole.RESOURCE)) {
      if (revocations.read(part.bytes()) instanceof Reading.Understood<StreamAct>(StreamAct act)
          && act.kind() == StreamAct.Kind.ADVANCE
          && act.sensitivity().isClinical()) {
        advances.merge(
            act.sensitivity(), new TreeSet<>(Set.of(act.generation())), BookCollector::both);
      }
    }
  }

  private static SortedSet<Integer> both(SortedSet<Integer> one, SortedSet<Integer> other) {
    one.addAll(other);
    return one;
  }

  private Optional<String> leap() {
    boolean leaps =
        advances.values().stream()
            .anyMatch(numbers -> numbers.first() != 1 || numbers.last() != numbers.size());
    return leaps
        ? Optional.of("A generation of the record was begun out of turn.")
        : Optional.empty();
  }

  private Map<SensitivityClass, Integer> generations() {
    Map<SensitivityClass, Integer> present = new HashMap<>();
    advances.forEach((sensitivity, numbers) -> present.put(sensitivity, numbers.last()));
    return present;
  }

  private void receipt(Content content) {
    resource(content)
        .ifPresent(json -> {
          if (audits.read(json)
              instanceof Reading.Understood<AccessReceipt>(AccessReceipt receipt)) {
            receipts.add(receipt);
          }
        });
  }

  private static Optional<byte[]> resource(Content content) {
    return content.parts(PartRole.RESOURCE).stream().findFirst().map(Part::bytes);
  }

  private static CheckResult worst(Verdict verdict) {
    return verdict.checks().stream()
        .filter(check -> check.status() != CheckResult.Status.PASSED)
        .findFirst()
        .orElseThrow();
  }

  private static Comparator<RecordEntry> byAnchor() {
    return Comparator.comparing(entry -> entry.anchor().word().anchoredAt());
  }
}

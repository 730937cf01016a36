package org.chartseal.services.claims;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chartseal.services.claims.ClaimOutcome.LeftOut;
import org.chartseal.services.claims.ClaimOutcome.Reason;
import org.chartseal.services.seal.Disclosure;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.Leaf;
import org.chartseal.services.seal.NamedService;
import org.chartseal.services.seal.RefusedException;

/**
 * Makes claims out of signed entries. Each line shows code, day, name and head of its resource, and
 * the subject; nothing else leaves the record.
 */
public final class ClaimMaker {

  private record Key(String resource, String pointer) {}

  private static final String NULLIFIER = "/nullifier";

  private static final Fault NOTHING =
      new Fault(
          "CS-CLAIM-03",
          "This entry holds no service that can be billed now. Choose another encounter.");

  private final PriceSource prices;
  private final SecureRandom random;

  public ClaimMaker(PriceSource prices, SecureRandom random) {
    this.prices = prices;
    this.random = random;
  }

  /** An id for a claim. It is random, so that on the chain it leads to nothing. */
  public Hash32 newClaimId() {
    byte[] id = new byte[32];
    random.nextBytes(id);
    return Hash32.of(id);
  }

  /** Makes the claim for the services of one entry. */
  public ClaimOutcome make(ClaimRequest request) {
    EncounterEvidence encounter = request.encounter();
    try {
      ClaimPlan plan = plan(encounter, request.billed());
      if (plan.lines().isEmpty()) {
        return new ClaimOutcome.Refused(NOTHING);
      }
      return new ClaimOutcome.Made(
          new ClaimFile(
              request.claim(),
              encounter.organisation(),
              request.insurer(),
              request.patient(),
              request.member(),
              request.created(),
              plan.lines()),
          plan.leftOut());
    } catch (RefusedException e) {
      return new ClaimOutcome.Refused(e.fault());
    }
  }

  /**
   * Says what of an entry would be billed.
   *
   * @param billed names of services that were billed before
   * @throws RefusedException CS-CLAIM-01 if a resource cannot be read
   */
  public ClaimPlan plan(EncounterEvidence encounter, Set<Hash32> billed) throws RefusedException {
    List<ServiceLine> lines = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    Map<Key, Hash32> names = names(encounter);
    for (RecordedService service : BillableServices.in(encounter.content(), EarlierServices.NONE)) {
      Hash32 name = names.get(new Key(service.resource(), service.codePointer()));
      if (name == null) {
        leftOut.add(new LeftOut(service, Reason.NOT_NAMED));
      } else if (billed.contains(name)) {
        leftOut.add(new LeftOut(service, Reason.BILLED_BEFORE));
      } else if (!service.isDone()) {
        leftOut.add(new LeftOut(service, Reason.NOT_DONE));
      } else if (lines.size() == ClaimFile.MAX_LINES) {
        leftOut.add(new LeftOut(service, Reason.NO_ROOM));
      } else {
        prices
            .price(service)
            .filter(price -> !price.isZero())
            .ifPresentOrElse(
                price -> lines.add(line(encounter, service, lines.size() + 1, price, name)),
                () -> leftOut.add(new LeftOut(service, Reason.NO_CHARGE)));
      }
    }
    return new ClaimPlan(lines, leftOut);
  }

  private static Map<Key, Hash32> names(EncounterEvidence encounter) throws RefusedException {
    Map<Key, Hash32> names = new HashMap<>();
    for (NamedService named : NamedService.in(encounter.content())) {
      names.put(new Key(named.resource(), named.pointer()), named.nullifier());
    }
    return names;
  }

  private static ServiceLine line(
      EncounterEvidence encounter,
      RecordedService service,
      int sequence,
      Money price,
      Hash32 nullifier) {
    Set<String> pointers =
        Set.of(
            service.codePointer(),
            service.systemPointer(),
            service.dayPointer(),
            service.codePointer() + NULLIFIER);
    List<Leaf> leaves = encounter.tree().leaves();
    Disclosure disclosure =
        Disclosure.of(
            encounter.organisation(),
            encounter.entry(),
            encounter.signature(),
            encounter.tree(),
            i ->
                leaves.get(i).resource().equals(service.resource())
                    && pointers.contains(leaves.get(i).pointer()));
    return new ServiceLine(
        sequence,
        service.category(),
        service.code(),
        service.display(),
        service.day(),
        price,
        nullifier,
        disclosure);
  }
}

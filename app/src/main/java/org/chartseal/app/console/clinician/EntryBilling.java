package org.chartseal.app.console.clinician;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chartseal.app.console.Refusals;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.Identities;
import org.chartseal.app.home.Identity;
import org.chartseal.app.home.IdentityRole;
import org.chartseal.app.session.MemberIds;
import org.chartseal.app.session.Seat;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.claims.ClaimPlan;
import org.chartseal.services.claims.desk.ClaimOrder;
import org.chartseal.services.claims.desk.MakeOutcome;
import org.chartseal.services.claims.desk.OrganisationSession;
import org.chartseal.services.claims.desk.SendOutcome;
import org.chartseal.services.identity.Organisation;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.seal.EntryDescription;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.ShownLeaf;
import org.chartseal.views.billing.BillDesk;
import org.chartseal.views.kit.patient.Visitor;

/** Bills one visit with the organisation's own key. */
public final class EntryBilling implements BillDesk {

  private static final Fault UNLISTED =
      new Fault(
          "CS-BILL-01", "The network's directory does not list this insurer now. Choose another.");

  private final Seat seat;
  private final Workspace workspace;
  private final Visitor visitor;
  private final RecordEntry entry;

  private EntryBilling(Seat seat, Visitor visitor, RecordEntry entry) {
    this.seat = seat;
    this.workspace = seat.workspace();
    this.visitor = visitor;
    this.entry = entry;
  }

  /** The desk at which an entry can be billed; none for one that cannot. */
  public static Optional<BillDesk> of(
      Seat seat, Billables billables, Visitor visitor, RecordEntry entry) {
    return entry.isProven() && billables.holds(entry)
        ? Optional.of(new EntryBilling(seat, visitor, entry))
        : Optional.empty();
  }

  @Override
  public Visit visit() {
    return new Visit(
        visitor.name(),
        entry.description().map(EntryDescription::title).orElse(""),
        entry.description().map(EntryDescription::date).orElse(""));
  }

  @Override
  public Form form() throws RefusedException {
    return Refusals.in(() -> {
      List<Payer> payers = new ArrayList<>();
      for (Identity insurer : new Identities(workspace.home()).of(IdentityRole.INSURER)) {
        Optional<Organisation> listed =
            workspace.identity().directory().find(new OrganisationId(insurer.organisation()));
        if (listed.isPresent()) {
          payers.add(new Payer(listed.get().id(), listed.get().name(), member(listed.get().id())));
        }
      }
      return new Form(
          payers,
          seat.organisation().name(),
          KeyId.of(seat.organisation().keys().signing().publicKey()));
    });
  }

  @Override
  public Plan plan(Payer payer) throws RefusedException {
    return Refusals.in(() -> {
      try (OrganisationSession session = session()) {
        ClaimPlan plan = workspace.claims().hospital().plan(session, order(payer, ""));
        return new Plan(
            plan.lines().stream()
                .map(line ->
                    new Line(
                        line.code(),
                        line.display(),
                        line.day(),
                        line.billed(),
                        line.disclosure().leaves().stream().map(ShownLeaf::leaf).toList()))
                .toList(),
            plan.leftOut());
      }
    });
  }

  @Override
  public Billed bill(Payer payer, String member) throws RefusedException {
    return Refusals.in(() -> {
      new MemberIds(workspace).require(member, payer.id(), visitor.alias(), visitor.card().card());
      try (OrganisationSession session = session()) {
        return switch (workspace.claims().hospital().make(session, order(payer, member))) {
          case MakeOutcome.Refused(var fault) -> throw new RefusedException(fault);
          case MakeOutcome.Drafted(var claim, var leftOut) ->
              new Billed(
                  claim.claim(),
                  claim.lines().size(),
                  claim.total(),
                  switch (workspace.claims().hospital().send(session, List.of(claim.claim()))) {
                    case SendOutcome.Refused(var fault) -> Optional.of(fault);
                    case SendOutcome.Sent sent -> Optional.empty();
                  });
        };
      }
    });
  }

  private OrganisationSession session() {
    return new OrganisationSession(seat.organisation(), workspace.identity().pairs());
  }

  private ClaimOrder order(Payer payer, String member) throws RefusedException {
    Organisation insurer =
        workspace
            .identity()
            .directory()
            .find(payer.id())
            .orElseThrow(() -> new RefusedException(UNLISTED));
    return new ClaimOrder(visitor.card().card(), entry, insurer, member);
  }

  /** The patient's membership, as far as this home knows it. */
  private Optional<String> member(OrganisationId insurer) throws HomeException {
    return new MemberIds(workspace)
        .of(insurer, visitor.alias(), visitor.card().card()).stream().findFirst();
  }
}

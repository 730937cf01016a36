package org.chartseal.app.session;

import java.util.Optional;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.Members;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.claims.Coverage;
import org.chartseal.services.claims.desk.Member;
import org.chartseal.services.claims.desk.MemberBook;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.RefusedException;

/**
 * The insurer's members of this home, with their cards. A member whose card cannot be believed is
 * none.
 */
public final class MemberCards implements MemberBook {

  private final Members members;
  private final Patients patients;
  private final OrganisationId insurer;

  public MemberCards(Workspace workspace, OrganisationId insurer) {
    this.members = new Members(workspace.home());
    this.patients = new Patients(workspace);
    this.insurer = insurer;
  }

  @Override
  public Optional<Member> find(String member) {
    try {
      for (Members.Insured insured : members.all()) {
        if (insured.member().equals(member) && insured.insurer() == insurer.number()) {
          PatientCard card = patients.present(insured.patient()).card();
          return Optional.of(
              new Member(
                  new Coverage(
                      insured.plan(),
                      insured.member(),
                      card.party(),
                      insured.from(),
                      insured.until(),
                      insured.secondary()),
                  card));
        }
      }
      return Optional.empty();
    } catch (HomeException | RefusedException e) {
      return Optional.empty();
    }
  }
}

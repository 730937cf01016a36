package org.chartseal.app.session;

import java.util.ArrayList;
import java.util.List;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.Members;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.RefusedException;

/**
 * Under which ids the insurers of this home know a patient. Whose an id is that this home does not
 * know, only the insurer can say.
 */
public final class MemberIds {

  private static final Fault OTHER =
      new Fault(
          "CS-BILL-02",
          "This insurer knows the patient under another member id. Take the one on the patient's insurance card.");

  private final Members members;
  private final Patients patients;

  public MemberIds(Workspace workspace) {
    this.members = new Members(workspace.home());
    this.patients = new Patients(workspace);
  }

  /**
   * The insurer's ids of a patient; none if it is not known here.
   *
   * @param patient how the patient is named here
   */
  public List<String> of(OrganisationId insurer, String patient, PatientCard card)
      throws HomeException {
    List<String> ids = new ArrayList<>();
    for (Members.Insured insured : members.all()) {
      if (insured.insurer() == insurer.number() && isOf(insured.patient(), patient, card)) {
        ids.add(insured.member());
      }
    }
    return ids;
  }

  /**
   * Takes a member id to bill to, unless the patient is known to have another.
   *
   * @throws RefusedException CS-BILL-02
   */
  public void require(String member, OrganisationId insurer, String patient, PatientCard card)
      throws HomeException, RefusedException {
    List<String> known = of(insurer, patient, card);
    if (!known.isEmpty() && !known.contains(member)) {
      throw new RefusedException(OTHER);
    }
  }

  private boolean isOf(String alias, String patient, PatientCard card) throws HomeException {
    if (alias.equals(patient)) {
      return true;
    }
    try {
      return patients.present(alias).card().party().equals(card.party());
    } catch (RefusedException e) {
      // A member whose card cannot be believed is nobody.
      return false;
    }
  }
}

package org.chartseal.services.claims;

import java.time.LocalDate;
import java.util.List;
import org.chartseal.services.claims.internal.FhirClaimResponse;
import org.chartseal.services.claims.internal.FhirExplanation;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.Part;
import org.chartseal.services.seal.PartRole;

/** The entries that an insurer writes about a decision. */
public final class DecisionDocuments {

  private DecisionDocuments() {}

  /**
   * What the hospital gets: a FHIR R4 {@code ClaimResponse} and the decision's file.
   *
   * @param decidedOn the day of the decision
   */
  public static Content forHospital(Decision decision, DecisionFile file, LocalDate decidedOn) {
    return new Content(
        List.of(
            new Part(
                PartRole.RESOURCE, ClaimCodec.FHIR, FhirClaimResponse.write(decision, decidedOn)),
            new Part(PartRole.ATTACHMENT, DecisionFile.MEDIA_TYPE, file.bytes())));
  }

  /**
   * What the patient gets: a FHIR R4 {@code ExplanationOfBenefit} and the decision's file.
   *
   * @param decidedOn the day of the decision
   */
  public static Content forPatient(Decision decision, DecisionFile file, LocalDate decidedOn) {
    return new Content(
        List.of(
            new Part(
                PartRole.RESOURCE, ClaimCodec.FHIR, FhirExplanation.write(decision, decidedOn)),
            new Part(PartRole.ATTACHMENT, DecisionFile.MEDIA_TYPE, file.bytes())));
  }
}

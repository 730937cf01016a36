package org.chartseal.services.claims;

import java.util.List;
import org.chartseal.services.claims.internal.BillCodec;
import org.chartseal.services.claims.internal.DisclosureSet;
import org.chartseal.services.claims.internal.FhirClaimReader;
import org.chartseal.services.claims.internal.FhirClaimWriter;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.Disclosure;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Part;
import org.chartseal.services.seal.PartRole;
import org.chartseal.services.seal.RefusedException;

/**
 * A claim as the content of an entry: a FHIR R4 {@code Claim}, the disclosures of its lines and the
 * hospital's bill (protocol §8).
 */
public final class ClaimCodec {

  /** Media type of the FHIR resources. */
  public static final String FHIR = "application/fhir+json";

  /** Media type of the disclosures: a CBOR array of them, one for each line, in order. */
  public static final String DISCLOSURES = "application/vnd.chartseal.disclosures+cbor";

  /** Media type of the bill. */
  public static final String BILL = "application/vnd.chartseal.bill+cbor";

  private static final Fault NO_CLAIM =
      new Fault(
          "CS-CLAIM-02",
          "The claim is not in the form that the protocol prescribes. Ask the hospital to send it again.");

  private ClaimCodec() {}

  /** The content of the claim's entry. */
  public static Content content(SubmittedClaim claim) {
    List<Disclosure> disclosures =
        claim.file().lines().stream().map(ServiceLine::disclosure).toList();
    return new Content(
        List.of(
            new Part(PartRole.RESOURCE, FHIR, FhirClaimWriter.write(claim.file())),
            new Part(PartRole.ATTACHMENT, DISCLOSURES, DisclosureSet.write(disclosures)),
            new Part(PartRole.ATTACHMENT, BILL, BillCodec.write(claim.bill()))));
  }

  /**
   * Reads a claim, of which nothing is proven yet.
   *
   * @throws RefusedException CS-CLAIM-02 if the content is no claim, or what {@link
   *     Disclosure#parse} throws
   */
  public static SubmittedClaim read(Content content) throws RefusedException {
    List<Part> parts = content.parts();
    if (parts.size() != 3
        || !is(parts.get(0), PartRole.RESOURCE, FHIR)
        || !is(parts.get(1), PartRole.ATTACHMENT, DISCLOSURES)
        || !is(parts.get(2), PartRole.ATTACHMENT, BILL)) {
      throw new RefusedException(NO_CLAIM);
    }
    try {
      List<Disclosure> disclosures = DisclosureSet.read(parts.get(1).bytes());
      ClaimFile file = FhirClaimReader.read(parts.get(0).bytes(), disclosures);
      return new SubmittedClaim(file, BillCodec.read(parts.get(2).bytes()));
    } catch (IllegalArgumentException e) {
      throw new RefusedException(NO_CLAIM);
    }
  }

  private static boolean is(Part part, PartRole role, String mediaType) {
    return part.role() == role && part.mediaType().equals(mediaType);
  }
}

package org.chartseal.services.claims.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.chartseal.services.claims.ClaimFile;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.ServiceCategory;
import org.chartseal.services.claims.ServiceCode;
import org.chartseal.services.claims.ServiceLine;
import org.chartseal.services.seal.Disclosure;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.PartyId;

/**
 * Reads back what {@link FhirClaimWriter} wrote. A claim that says more than that is refused: what
 * is not understood might change its meaning.
 */
public final class FhirClaimReader {

  private FhirClaimReader() {}

  /**
   * Reads a claim.
   *
   * @param disclosures one for each line, in order
   * @throws IllegalArgumentException if it is no such claim
   */
  public static ClaimFile read(byte[] resource, List<Disclosure> disclosures) {
    try {
      JsonNode json = Json.STRICT.readTree(resource);
      ClaimFile claim =
          new ClaimFile(
              Hash32.ofHex(text(json.path("id"))),
              organisation(json.path("provider")),
              organisation(json.path("insurer")),
              new PartyId(Hash32.ofHex(identifier(json.path("patient"), Fhir.PARTY))),
              identifier(json.path("insurance").path(0).path("coverage"), Fhir.MEMBER),
              LocalDate.parse(text(json.path("created"))),
              lines(json.path("item"), disclosures));
      // Whatever was left out or read otherwise shows in this comparison.
      if (json.equals(Json.STRICT.readTree(FhirClaimWriter.write(claim)))) {
        return claim;
      }
      throw new IllegalArgumentException("the claim says something that is not understood");
    } catch (IOException | DateTimeException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static List<ServiceLine> lines(JsonNode items, List<Disclosure> disclosures) {
    if (items.size() != disclosures.size()) {
      throw new IllegalArgumentException("each line has its disclosure");
    }
    List<ServiceLine> lines = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      lines.add(line(items.get(i), disclosures.get(i)));
    }
    return lines;
  }

  private static ServiceLine line(JsonNode item, Disclosure disclosure) {
    JsonNode coding = item.path("productOrService").path("coding").path(0);
    return new ServiceLine(
        item.path("sequence").asInt(),
        ServiceCategory.ofWord(text(item.path("category").path("coding").path(0).path("code"))),
        new ServiceCode(text(coding.path("system")), text(coding.path("code"))),
        text(coding.path("display")),
        LocalDate.parse(text(item.path("servicedDate"))),
        money(item.path("net")),
        Hash32.ofHex(text(item.path("extension").path(0).path("valueString"))),
        disclosure);
  }

  private static Money money(JsonNode money) {
    return Money.of(
        money.path("value").decimalValue(), Currency.getInstance(text(money.path("currency"))));
  }

  private static OrganisationId organisation(JsonNode reference) {
    return new OrganisationId(Long.parseLong(identifier(reference, Fhir.ORGANISATION)));
  }

  private static String identifier(JsonNode reference, String system) {
    JsonNode identifier = reference.path("identifier");
    if (!system.equals(identifier.path("system").asText())) {
      throw new IllegalArgumentException("an identifier of the system " + system + " is expected");
    }
    return text(identifier.path("value"));
  }

  private static String text(JsonNode node) {
    if (!node.isTextual()) {
      throw new IllegalArgumentException("a text is missing");
    }
    return node.asText();
  }
}

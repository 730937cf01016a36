package org.chartseal.services.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.chartseal.services.seal.Content;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.ExplanationOfBenefit;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/**
 * The financial resources that are made here are FHIR R4 and have the shape of Da Vinci PAS
 * examples.
 */
class FhirShapeTest {

  private static final FhirContext R4 = FhirContext.forR4();
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final World world = new World();
  private final SubmittedClaim claim =
      world.submit(
          world.claim(
              world.entry(
                  world.patient,
                  Resources.encounter("e1", "185345009"),
                  Resources.procedure("p1", "34043003", "completed"),
                  Resources.procedure("p2", "385763009", "completed"))));
  private final Decision decision = world.decide(claim);
  private final LocalDate day = LocalDate.of(2026, 3, 21);

  @Test
  void a_claim_is_a_strict_r4_claim_with_every_required_element() {
    Claim parsed = parse(Claim.class, json(ClaimCodec.content(claim)));
    assertThat(parsed.hasStatus() && parsed.hasType() && parsed.hasUse() && parsed.hasPatient())
        .isTrue();
    assertThat(
            parsed.hasCreated()
                && parsed.hasProvider()
                && parsed.hasPriority()
                && parsed.hasInsurance())
        .isTrue();
    assertThat(
            parsed.getInsuranceFirstRep().hasCoverage() && parsed.getInsuranceFirstRep().hasFocal())
        .isTrue();
    assertThat(parsed.getItem())
        .hasSize(3)
        .allMatch(item -> item.hasSequence() && item.hasProductOrService());
    BigDecimal sum =
        parsed.getItem().stream()
            .map(item -> item.getNet().getValue())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(parsed.getTotal().getValue()).isEqualByComparingTo(sum);
  }

  @Test
  void a_claim_response_is_a_strict_r4_claim_response_with_every_required_element() {
    Content content = DecisionDocuments.forHospital(decision, world.file(decision), day);
    ClaimResponse parsed = parse(ClaimResponse.class, json(content));
    assertThat(parsed.hasStatus() && parsed.hasType() && parsed.hasUse() && parsed.hasPatient())
        .isTrue();
    assertThat(parsed.hasCreated() && parsed.hasInsurer() && parsed.hasOutcome()).isTrue();
    assertThat(parsed.getOutcome()).isEqualTo(ClaimResponse.RemittanceOutcome.PARTIAL);
    assertThat(parsed.getItem()).allMatch(item -> item.hasItemSequence() && item.hasAdjudication());
    assertThat(parsed.getItem())
        .allMatch(item -> item.getAdjudication().stream().allMatch(a -> a.hasCategory()));
    assertThat(parsed.getPayment().getAmount().getValue())
        .isEqualByComparingTo(decision.result().totals().payer().decimal());
  }

  @Test
  void an_explanation_of_benefit_is_a_strict_r4_one_with_every_required_element() {
    Content content = DecisionDocuments.forPatient(decision, world.file(decision), day);
    ExplanationOfBenefit parsed = parse(ExplanationOfBenefit.class, json(content));
    assertThat(parsed.hasStatus() && parsed.hasType() && parsed.hasUse() && parsed.hasPatient())
        .isTrue();
    assertThat(
            parsed.hasCreated()
                && parsed.hasInsurer()
                && parsed.hasProvider()
                && parsed.hasOutcome())
        .isTrue();
    assertThat(parsed.getInsurance()).isNotEmpty();
    assertThat(parsed.getProcessNote().get(1).getText())
        .contains("does not cover")
        .contains("would change it");
  }

  @Test
  void claims_and_responses_use_elements_where_the_pas_examples_have_them() throws IOException {
    Path examples =
        Path.of(System.getProperty("chartseal.fixtures", ""), "insurance", "pas-2.0.1-examples");
    assumeTrue(Files.isDirectory(examples), "Skipped: the Da Vinci PAS examples are not there.");
    JsonNode ours = MAPPER.readTree(json(ClaimCodec.content(claim)));
    JsonNode theirs =
        MAPPER.readTree(examples.resolve("Claim-ReferralAuthorizationExample.json").toFile());
    assertThat(names(ours))
        .containsAll(common(theirs, Set.of("careTeam", "diagnosis", "extension", "meta", "text")));
    JsonNode response =
        MAPPER.readTree(json(DecisionDocuments.forHospital(decision, world.file(decision), day)));
    JsonNode theirResponse =
        MAPPER.readTree(
            examples.resolve("ClaimResponse-ReferralAuthorizationResponseExample.json").toFile());
    assertThat(names(response)).containsAll(common(theirResponse, Set.of("meta", "text")));
    assertThat(names(response.at("/item/0"))).contains("itemSequence", "adjudication");
    assertThat(response.at("/type/coding/0/system").asText())
        .isEqualTo(theirResponse.at("/type/coding/0/system").asText());
  }

  private static Set<String> common(JsonNode example, Set<String> without) {
    Set<String> names = names(example);
    names.removeAll(without);
    return names;
  }

  private static Set<String> names(JsonNode node) {
    Set<String> names = new TreeSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static <T extends Resource> T parse(Class<T> type, String json) {
    IParser parser = R4.newJsonParser();
    parser.setParserErrorHandler(new StrictErrorHandler());
    return parser.parseResource(type, json);
  }

  private static String json(Content content) {
    return new String(content.parts().getFirst().bytes(), StandardCharsets.UTF_8);
  }
}

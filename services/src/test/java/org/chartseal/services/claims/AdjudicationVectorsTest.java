package org.chartseal.services.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Synthea's claims with their plan terms and the expected split of each line. */
class AdjudicationVectorsTest {

  private static final String LIMIT = "100000.00";

  @Test
  void every_published_claim_is_shared_out_to_the_cent() throws IOException {
    Path file =
        Path.of(
            System.getProperty("chartseal.fixtures", ""),
            "synthea",
            "adjudication-vectors-dev.jsonl");
    assumeTrue(Files.exists(file), "Skipped: the adjudication vectors are not there.");
    List<JsonNode> vectors = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      vectors.add(new ObjectMapper().readTree(line));
    }
    RulePack pack =
        Packs.pack(
            Map.of(
                "services.csv",
                services(vectors),
                "plans.csv",
                plans(vectors),
                "lines.csv",
                withoutReviewOfHighAmounts()));
    Adjudicator adjudicator = new Adjudicator(pack);
    int lines = 0;
    for (int i = 0; i < vectors.size(); i++) {
      lines += check(adjudicator, vectors.get(i), i);
    }
    assertThat(vectors).hasSize(332);
    assertThat(lines).isEqualTo(977);
  }

  private static String withoutReviewOfHighAmounts() {
    String lines = new String(Packs.sampleFiles().get("lines.csv"), StandardCharsets.UTF_8);
    return lines.lines().filter(line -> !line.startsWith("B05,")).collect(Collectors.joining("\n"));
  }

  private static int check(Adjudicator adjudicator, JsonNode vector, int number) {
    List<ServiceLine> lines = new ArrayList<>();
    for (JsonNode line : vector.get("lines")) {
      lines.add(
          Claims.line(
              lines.size() + 1, code(number, lines.size()), Claims.usd(line.get("cost").asText())));
    }
    AdjudicationInput input =
        Claims.input(
            Claims.claim(lines),
            plan(vector),
            vector.get("hasSecondary").asBoolean(),
            before(vector));
    Adjudication result = adjudicator.adjudicate(input);
    for (int i = 0; i < lines.size(); i++) {
      LineDecision decided = result.lines().get(i);
      JsonNode expect = vector.get("lines").get(i).get("expect");
      String where = "claim " + number + " line " + i;
      assertThat(decided.outcome()).as(where).isEqualTo(Outcome.APPROVED);
      LineAmounts amounts = decided.amounts();
      assertThat(amounts.copay()).as(where).isEqualTo(money(expect, "copay"));
      assertThat(amounts.deductible()).as(where).isEqualTo(money(expect, "deductible"));
      assertThat(amounts.payer())
          .as(where)
          .isEqualTo(money(expect, "payerCoinsurance").plus(money(expect, "payerFull")));
      assertThat(amounts.secondary()).as(where).isEqualTo(money(expect, "secondaryPayer"));
      assertThat(amounts.coinsurance()).as(where).isEqualTo(money(expect, "patient"));
      assertThat(amounts.writeOff())
          .as(where)
          .isEqualTo(money(vector.get("lines").get(i), "contractualAdjustment"));
    }
    assertThat(result.totals().payer()).isEqualTo(money(vector, "totalPayer"));
    assertThat(result.totals().patient()).isEqualTo(money(vector, "totalPatient"));
    assertThat(result.totals().secondary()).isEqualTo(money(vector, "totalSecondary"));
    return lines.size();
  }

  private static Accumulators before(JsonNode vector) {
    Money met = money(vector.get("plan"), "deductible").minus(money(vector, "deductibleRemaining"));
    Money outOfPocket = vector.get("outOfPocketMaxMet").asBoolean() ? Claims.usd(LIMIT) : met;
    return new Accumulators(
        Claims.USD,
        new TreeMap<>(Map.of(World.DAY.getYear(), new Accumulators.Totals(met, outOfPocket))));
  }

  private static String services(List<JsonNode> vectors) {
    StringBuilder csv = new StringBuilder(Packs.SERVICES_HEADER);
    for (int i = 0; i < vectors.size(); i++) {
      JsonNode lines = vectors.get(i).get("lines");
      for (int k = 0; k < lines.size(); k++) {
        BigDecimal price =
            new BigDecimal(lines.get(k).get("cost").asText())
                .subtract(new BigDecimal(lines.get(k).get("contractualAdjustment").asText()));
        String preventive = vectors.get(i).get("preventiveNoCopay").asBoolean() ? "yes" : "no";
        csv.append(
            "urn:test,%s,procedure,,,%s,covered,%s,x\n".formatted(code(i, k), price, preventive));
      }
    }
    return csv.toString();
  }

  private static String plans(List<JsonNode> vectors) {
    Map<String, String> rows = new LinkedHashMap<>();
    for (JsonNode vector : vectors) {
      JsonNode plan = vector.get("plan");
      String rate = plan.get("payerCoinsuranceRate").asText();
      String kind = new BigDecimal(rate).signum() == 0 ? "copay" : "coinsurance";
      rows.put(
          plan(vector),
          "%s,%s,%s,%s,%s,%s,%s\n"
              .formatted(
                  plan(vector),
                  plan.get("payer").asText(),
                  kind,
                  plan.get("deductible").asText(),
                  plan.get("copay").asText(),
                  rate,
                  LIMIT));
    }
    return Packs.PLANS_HEADER + String.join("", rows.values());
  }

  private static String plan(JsonNode vector) {
    return vector.get("plan").get("id").asText();
  }

  private static String code(int vector, int line) {
    return "v" + vector + "-" + line;
  }

  private static Money money(JsonNode node, String field) {
    return Claims.usd(node.get(field).asText());
  }
}

package org.chartseal.services.clinical.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.chartseal.services.clinical.ActorReference;
import org.chartseal.services.clinical.ConsentResources;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.clinical.PurposeOfUse;
import org.chartseal.services.clinical.Reading;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SensitivityClass;

/**
 * Consents as plain JSON. Each span of years is a provision of its own inside the one that permits.
 */
public final class JsonConsentResources implements ConsentResources {

  private static final String ROLES = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
  private static final String CATEGORY = "http://loinc.org";
  private static final String CATEGORY_CODE = "59284-0";
  private static final String SCOPES = "http://terminology.hl7.org/CodeSystem/consentscope";
  private static final String POLICY = "urn:chartseal:policy:grant-1";

  private final FhirJson json = new FhirJson();
  private final OwnResources own = new OwnResources();

  @Override
  public byte[] resource(ConsentTerms terms, State state) {
    ObjectNode consent = json.resource("Consent", terms.id());
    consent.set("text", json.narrative(inWords(terms)));
    consent.put("status", state.name().toLowerCase(Locale.ROOT));
    consent.set("scope", json.concept(SCOPES, "patient-privacy", "Privacy Consent"));
    consent.set("category", json.array(json.concept(CATEGORY, CATEGORY_CODE, "Patient Consent")));
    consent.set("patient", json.reference(terms.patient()));
    consent.put("dateTime", json.time(terms.made()));
    consent.set("policy", json.array(json.object().put("uri", POLICY)));
    consent.set("provision", provision(terms));
    return json.bytes(consent);
  }

  private ObjectNode provision(ConsentTerms terms) {
    ObjectNode provision = json.object().put("type", "permit");
    provision.set(
        "period",
        json.object().put("start", json.time(terms.from())).put("end", json.time(terms.until())));
    ArrayNode actors = json.array(actor("IRCP", terms.grantee()));
    terms.writers().forEach(writer -> actors.add(actor("AUT", writer)));
    provision.set("actor", actors);
    ArrayNode labels = json.array();
    for (SensitivityClass label : terms.classes()) {
      labels.add(json.coding(SecurityLabels.system(label), label.code(), ""));
    }
    if (!labels.isEmpty()) {
      provision.set("securityLabel", labels);
    }
    provision.set(
        "purpose", json.array(json.coding(SecurityLabels.PURPOSES, terms.purpose().code(), "")));
    ArrayNode spans = json.array();
    for (int[] span : spans(terms.years())) {
      ObjectNode period = json.object();
      period.put("start", year(span[0])).put("end", year(span[1]));
      spans.add(json.object().set("dataPeriod", period));
    }
    if (!spans.isEmpty()) {
      provision.set("provision", spans);
    }
    return provision;
  }

  private ObjectNode actor(String role, ActorReference actor) {
    ObjectNode node = json.object();
    node.set("role", json.concept(ROLES, role, ""));
    node.set("reference", json.reference(actor));
    return node;
  }

  @Override
  public Reading<Statement> read(byte[] resource) {
    return own.read(
        resource, "Consent", this::statement, read -> resource(read.terms(), read.state()));
  }

  private Statement statement(JsonNode consent) throws RefusedException {
    JsonNode provision = consent.path("provision");
    List<ActorReference> writers = new ArrayList<>();
    List<ActorReference> grantees = new ArrayList<>();
    for (JsonNode actor : provision.path("actor")) {
      String role = actor.path("role").path("coding").path(0).path("code").asText("");
      (role.equals("IRCP") ? grantees : writers).add(own.actor(actor.path("reference")));
    }
    List<SensitivityClass> classes = new ArrayList<>();
    for (JsonNode label : provision.path("securityLabel")) {
      classes.add(SensitivityClass.parse(label.path("code").asText("")));
    }
    SortedSet<Integer> years = new TreeSet<>();
    for (JsonNode span : provision.path("provision")) {
      int end = year(span.path("dataPeriod").path("end"));
      for (int year = year(span.path("dataPeriod").path("start")); year <= end; year++) {
        years.add(year);
      }
    }
    ConsentTerms terms =
        new ConsentTerms(
            consent.path("id").asText(""),
            own.actor(consent.path("patient")),
            grantees.getFirst(),
            writers,
            purpose(provision.path("purpose").path(0).path("code").asText("")),
            classes,
            years,
            Instant.parse(consent.path("dateTime").asText("")),
            Instant.parse(provision.path("period").path("start").asText("")),
            Instant.parse(provision.path("period").path("end").asText("")));
    return new Statement(
        terms, State.valueOf(consent.path("status").asText("").toUpperCase(Locale.ROOT)));
  }

  @Override
  public String inWords(ConsentTerms terms) {
    String who = terms.grantee().display().isEmpty() ? "The asker" : terms.grantee().display();
    String what =
        terms.classes().isEmpty()
            ? "nothing"
            : String.join(", ", terms.classes().stream().map(SecurityLabels::words).toList());
    String years =
        terms.years().isEmpty()
            ? "of all years"
            : "of "
                + String.join(
                    ", ", spans(terms.years()).stream().map(JsonConsentResources::words).toList());
    String writers =
        terms.writers().isEmpty()
            ? "everybody"
            : String.join(
                ", ",
                terms.writers().stream()
                    .map(writer ->
                        writer.display().isEmpty() ? writer.identifier() : writer.display())
                    .toList());
    return "%s may read, for %s: %s, %s, written by %s.\nFrom %s until %s. It can be taken back at any time; what was read before stays read."
        .formatted(
            who,
            terms.purpose().words(),
            what,
            years,
            writers,
            json.time(terms.from()),
            json.time(terms.until()));
  }

  private static PurposeOfUse purpose(String code) {
    return Arrays.stream(PurposeOfUse.values())
        .filter(purpose -> purpose.code().equals(code))
        .findFirst()
        .orElseThrow(IllegalArgumentException::new);
  }

  /** First and last of each run of years. */
  private static List<int[]> spans(SortedSet<Integer> years) {
    List<int[]> spans = new ArrayList<>();
    for (int year : years) {
      if (spans.isEmpty() || spans.getLast()[1] != year - 1) {
        spans.add(new int[] {year, year});
      } else {
        spans.getLast()[1] = year;
      }
    }
    return spans;
  }

  private static String words(int[] span) {
    return span[0] == span[1] ? year(span[0]) : year(span[0]) + "–" + year(span[1]);
  }

  private static String year(int year) {
    return "%04d".formatted(year);
  }

  private static int year(JsonNode year) {
    if (!year.asText("").matches("\\d{4}")) {
      throw new IllegalArgumentException();
    }
    return Integer.parseInt(year.asText());
  }
}

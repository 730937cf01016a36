package org.chartseal.services.clinical.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chartseal.services.clinical.AccessReceipt;
import org.chartseal.services.clinical.ActorReference;
import org.chartseal.services.clinical.ActorReference.Kind;
import org.chartseal.services.clinical.ClinicalNote;
import org.chartseal.services.clinical.ConsentResources.State;
import org.chartseal.services.clinical.ConsentResources.Statement;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.clinical.DocumentView.Coded;
import org.chartseal.services.clinical.NoteContent;
import org.chartseal.services.clinical.PurposeOfUse;
import org.chartseal.services.clinical.Reading;
import org.chartseal.services.clinical.StreamAct;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SensitivityClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OwnResourcesTest {

  private static final Instant TIME = Instant.parse("2026-11-23T10:15:30Z");
  private static final ActorReference PATIENT =
      new ActorReference(Kind.PATIENT, "ab".repeat(32), "Ana <Muñoz>");
  private static final ActorReference HOSPITAL =
      new ActorReference(Kind.ORGANISATION, "2", "Lakeside & Co");
  private static final ActorReference DOCTOR =
      new ActorReference(Kind.PRACTITIONER, "cd".repeat(32), "");

  private final JsonConsentResources consents = new JsonConsentResources();
  private final JsonAuditEventResources receipts = new JsonAuditEventResources();
  private final JsonRevocationResources acts = new JsonRevocationResources();
  private final JsonNoteResources notes = new JsonNoteResources();
  private final FhirLeafExtractor extractor = new FhirLeafExtractor();

  @ParameterizedTest
  @EnumSource
  void a_consent_is_proper_fhir_and_is_read_back(State state) throws RefusedException {
    ConsentTerms terms = terms(List.of(2024, 2025, 2026, 1999));
    byte[] json = consents.resource(terms, state);
    assertProper(json);
    assertThat(consents.read(json))
        .isEqualTo(new Reading.Understood<>(new Statement(terms, state)));
  }

  @Property(tries = 200)
  void whatever_years_are_granted_are_the_years_that_are_read(
      @ForAll("years") List<Integer> years) {
    ConsentTerms terms = terms(years);
    assertThat(consents.read(consents.resource(terms, State.ACTIVE)))
        .isEqualTo(new Reading.Understood<>(new Statement(terms, State.ACTIVE)));
  }

  @Test
  void a_consent_that_says_anything_else_is_not_understood() {
    String json =
        new String(consents.resource(terms(List.of()), State.ACTIVE), StandardCharsets.UTF_8);
    List<String> altered =
        List.of(
            json.replace("\"permit\"", "\"deny\""),
            json.replace("\"IRCP\"", "\"PRCP\""),
            json.replace("{\"resourceType\"", "{\"language\":\"en\",\"resourceType\""),
            json.replace("\"status\":\"active\"", "\"status\":\"active\",\"status\":\"rejected\""),
            json.replace("\"active\"", "\"draft\""),
            json.replace("2026-11-23", "2026-99-23"),
            json + " ",
            "{}",
            "");
    assertThat(altered)
        .allSatisfy(text ->
            assertThat(consents.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Reading.NotUnderstood.class));
  }

  @Test
  void terms_in_words_say_who_what_for_which_years_and_until_when() {
    assertThat(consents.inWords(terms(List.of(2024, 2025, 2020))))
        .contains(
            "Lakeside & Co may read, for treatment: general health, mental health, of 2020,"
                + " 2024–2025",
            "written by everybody",
            "until 2026-11-24T10:15:30Z");
  }

  @Test
  void a_receipt_is_proper_fhir_and_is_read_back() throws RefusedException {
    for (String grant : List.of("", "ef".repeat(32))) {
      for (String reason : List.of("", "unconscious")) {
        AccessReceipt receipt =
            new AccessReceipt(
                "r-1",
                TIME,
                DOCTOR,
                HOSPITAL,
                PATIENT,
                PurposeOfUse.EMERGENCY,
                grant,
                classes(),
                reason);
        byte[] json = receipts.resource(receipt);
        assertProper(json);
        assertThat(receipts.read(json)).isEqualTo(new Reading.Understood<>(receipt));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_act_on_a_stream_is_proper_fhir_and_is_read_back(StreamAct.Kind kind)
      throws RefusedException {
    StreamAct act =
        new StreamAct("a-1", kind, PATIENT, HOSPITAL, SensitivityClass.GENERAL, 3, TIME);
    byte[] json = acts.resource(act);
    assertProper(json);
    assertThat(acts.read(json)).isEqualTo(new Reading.Understood<>(act));
    assertThat(consents.read(json)).isInstanceOf(Reading.NotUnderstood.class);
  }

  @Test
  void a_note_is_a_composition_with_what_it_states() throws RefusedException {
    List<byte[]> resources =
        notes.resources(
            new ClinicalNote(
                "n-1",
                TIME,
                DOCTOR,
                HOSPITAL,
                PATIENT,
                new NoteContent(
                    "Visit",
                    List.of("Cough <3 days> & fever", "두 번째"),
                    List.of(
                        new Coded("http://snomed.info/sct", "36971009", "Sinusitis"),
                        new Coded("", "", "Fatigue")),
                    List.of(
                        new NoteContent.Prescription(
                            new Coded("", "", "Ibuprofen 400 mg"), "1 < 2 a day")),
                    List.of(new Coded("http://loinc.org", "4548-4", "HbA1c")))));
    assertThat(resources).hasSize(5);
    for (byte[] resource : resources) {
      assertProper(resource);
    }
    assertThat(new String(resources.getFirst(), StandardCharsets.UTF_8))
        .contains(
            "Cough &lt;3 days&gt; &amp; fever",
            "Condition/n-1-d1",
            "Condition/n-1-d2",
            "MedicationRequest/n-1-m3",
            "Ibuprofen 400 mg: 1 &lt; 2 a day",
            "ServiceRequest/n-1-o4");
    assertThat(new String(resources.get(3), StandardCharsets.UTF_8))
        .contains("\"dosageInstruction\":[{\"text\":\"1 < 2 a day\"}]");
  }

  @Test
  void a_note_may_have_no_text_but_says_something() throws RefusedException {
    List<byte[]> resources =
        notes.resources(note(List.of(), List.of(new Coded("", "", "Chest X-ray"))));
    assertThat(resources).hasSize(2);
    for (byte[] resource : resources) {
      assertProper(resource);
    }
    assertThatThrownBy(() -> notes.resources(note(List.of(), List.of())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ClinicalNote note(List<String> text, List<Coded> orders) {
    return new ClinicalNote(
        "n-1",
        TIME,
        DOCTOR,
        HOSPITAL,
        PATIENT,
        new NoteContent("", text, List.of(), List.of(), orders));
  }

  @Provide
  Arbitrary<List<Integer>> years() {
    return Arbitraries.integers().between(1900, 2100).list().uniqueElements().ofMaxSize(30);
  }

  private void assertProper(byte[] json) throws RefusedException {
    new HapiCheck().check(json, "The resource");
    assertThat(extractor.leaves(json)).isNotEmpty();
  }

  private static List<SensitivityClass> classes() {
    return List.of(SensitivityClass.GENERAL, SensitivityClass.parse("PSY"));
  }

  private static ConsentTerms terms(List<Integer> years) {
    return new ConsentTerms(
        "c-1",
        PATIENT,
        HOSPITAL,
        List.of(),
        PurposeOfUse.TREATMENT,
        classes(),
        new TreeSet<>(years),
        TIME,
        TIME,
        Instant.parse("2026-11-24T10:15:30Z"));
  }
}

package org.chartseal.services.clinical;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.chartseal.services.clinical.DocumentView.Coded;
import org.chartseal.services.clinical.NoteContent.Prescription;
import org.junit.jupiter.api.Test;

class NoteHintsTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-11-27");
  private static final String LOINC = "http://loinc.org";
  private static final Coded HBA1C = new Coded(LOINC, "4548-4", "Hemoglobin A1c");
  private static final Coded NONE = new Coded("", "", "");

  private final NoteHints hints = new NoteHints(90);

  @Test
  void the_newest_result_of_the_same_test_is_told_with_its_age() {
    Stated old = result("Hemoglobin A1c/Hemoglobin.total in Blood", "7.1 %", "2026-10-01", HBA1C);
    Stated recent =
        result("Hemoglobin A1c/Hemoglobin.total in Blood", "5.4 %", "2026-11-18", HBA1C);
    assertThat(order(HBA1C, List.of(old, recent)))
        .containsExactly(new NoteHint.SameTest(HBA1C, recent, 9));
    Coded words = new Coded("", "", "hémoglobin  A1C");
    assertThat(order(words, List.of(old, recent)))
        .containsExactly(new NoteHint.SameTest(words, recent, 9));
  }

  @Test
  void a_result_of_another_code_too_old_to_come_or_without_a_day_is_not_the_same_test() {
    Coded glucose = new Coded(LOINC, "2339-0", "Hemoglobin A1c");
    assertThat(
            order(
                HBA1C,
                List.of(
                    result("Hemoglobin A1c", "1", "2026-11-20", glucose),
                    result("Hemoglobin A1c", "1", "2026-08-28", HBA1C),
                    result("Hemoglobin A1c", "1", "2026-11-28", HBA1C),
                    result("Hemoglobin A1c", "1", "2026-11", HBA1C))))
        .isEmpty();
  }

  @Test
  void an_exact_name_goes_before_a_newer_one_that_only_holds_its_words() {
    Coded glucose = new Coded("", "", "Glucose");
    Stated exact = result("Glucose", "90 mg/dL", "2026-11-01", NONE);
    Stated longer = result("Glucose in Urine", "0", "2026-11-26", NONE);
    assertThat(order(glucose, List.of(longer, exact)))
        .containsExactly(new NoteHint.SameTest(glucose, exact, 26));
  }

  @Test
  void an_allergy_to_what_is_prescribed_warns_unless_it_is_over() {
    Coded penicillin = new Coded("", "", "Penicillin V Potassium 250 MG Oral Tablet");
    Stated active = allergy("Allergy to penicillins", "active");
    Stated silent = allergy("Penicillin", "");
    assertThat(prescribe(penicillin, List.of(active, silent)))
        .containsExactly(
            new NoteHint.Allergy(penicillin, active), new NoteHint.Allergy(penicillin, silent));
    assertThat(
            prescribe(
                penicillin,
                List.of(
                    allergy("Penicillin", "resolved"),
                    allergy("Penicillin", "inactive"),
                    allergy("Oral tablet potassium allergy", "active"),
                    allergy("Mould", "active"))))
        .isEmpty();
  }

  @Test
  void a_korean_allergy_is_found_by_its_word() {
    Coded medicine = new Coded("", "", "페니실린 주사");
    Stated allergy = allergy("페니실린", "active");
    assertThat(prescribe(medicine, List.of(allergy)))
        .containsExactly(new NoteHint.Allergy(medicine, allergy));
  }

  @Test
  void what_is_taken_already_is_told_and_what_was_stopped_is_not() {
    Coded metformin = new Coded("", "", "Metformin");
    Stated taken = medicine("Metformin 500 MG Oral Tablet", "active");
    assertThat(prescribe(metformin, List.of(medicine("Metformin", "stopped"), taken)))
        .containsExactly(new NoteHint.TakenAlready(metformin, taken));
  }

  @Property(tries = 200)
  void a_test_is_told_of_exactly_within_the_days(
      @ForAll @IntRange(min = -400, max = 400) int ago,
      @ForAll @IntRange(min = 0, max = 365) int days) {
    Stated stated = result("Hemoglobin A1c", "5.4", TODAY.minusDays(ago).toString(), HBA1C);
    List<NoteHint> found = new NoteHints(days).on(ordering(HBA1C), List.of(stated), TODAY);
    assertThat(!found.isEmpty()).isEqualTo(ago >= 0 && ago <= days);
  }

  @Property(tries = 200)
  void whatever_stands_in_a_record_nothing_hints_at_a_note_of_words_alone(
      @ForAll("records") List<Stated> record) {
    assertThat(hints.on(NoteContent.words("Note", List.of("Penicillin")), record, TODAY)).isEmpty();
  }

  @Property(tries = 200)
  void no_allergy_is_lost_however_long_the_record_is(@ForAll("records") List<Stated> record) {
    Coded medicine = new Coded("", "", "Ibuprofen 400 mg");
    long warned =
        prescribe(medicine, record).stream().filter(NoteHint.Allergy.class::isInstance).count();
    long named =
        record.stream()
            .map(Stated::line)
            .filter(line -> line.type().equals("AllergyIntolerance") && line.mayBeCurrent())
            .map(EntryView.Line::label)
            .filter(label -> label.contains("buprofen"))
            .distinct()
            .count();
    assertThat(warned).isEqualTo(named);
  }

  @Provide
  Arbitrary<List<Stated>> records() {
    return Combinators.combine(
            Arbitraries.of("AllergyIntolerance", "Observation", "Condition", "MedicationRequest"),
            Arbitraries.of(
                "Ibuprofen", "Allergy to ibuprofen", "Penicillin", "Peanut", "", "1 2 3"),
            Arbitraries.of("active", "", "resolved", "inactive", "final"))
        .as((type, label, status) -> stated(type, label, "", status, "2026-11-20", NONE))
        .list()
        .ofMaxSize(30);
  }

  private List<NoteHint> order(Coded test, List<Stated> record) {
    return hints.on(ordering(test), record, TODAY);
  }

  private static NoteContent ordering(Coded test) {
    return new NoteContent("", List.of(), List.of(), List.of(), List.of(test));
  }

  private List<NoteHint> prescribe(Coded medicine, List<Stated> record) {
    return hints.on(
        new NoteContent(
            "", List.of(), List.of(), List.of(new Prescription(medicine, "")), List.of()),
        record,
        TODAY);
  }

  private static Stated result(String label, String value, String date, Coded code) {
    return stated("Observation", label, value, "final", date, code);
  }

  private static Stated allergy(String label, String status) {
    return stated("AllergyIntolerance", label, "", status, "2020-01-01", NONE);
  }

  private static Stated medicine(String label, String status) {
    return stated("MedicationRequest", label, "", status, "2020-01-01", NONE);
  }

  private static Stated stated(
      String type, String label, String value, String status, String date, Coded code) {
    return new Stated(
        "e", "1990-01-01", new EntryView.Line(type + "/1", label, value, "", status, date, code));
  }
}

package org.chartseal.services.clinical.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chartseal.services.clinical.MatchExplanation;
import org.chartseal.services.clinical.MatchExplanation.Comparison;
import org.chartseal.services.clinical.MatchExplanation.Field;
import org.chartseal.services.clinical.MatchExplanation.Verdict;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.clinical.PatientIdentifier;
import org.chartseal.services.clinical.PatientMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatientMatcherTest {

  private static final PatientDetails ANA = person("Ana Muñoz", "1980-02-03", "female");

  private final PatientMatcher matcher = new PatientMatcher();

  @ParameterizedTest
  @CsvSource({
    "ana munoz, AGREES",
    "MUÑOZ ANA, AGREES",
    "Mun\u0303oz-Ana, AGREES",
    "Ana Maria Muñoz, AGREES",
    "Ana Gomez, SIMILAR",
    "Bea Gomez, DIFFERS",
    "'', MISSING",
    "'?!', MISSING"
  })
  void names_are_compared_without_case_accents_and_order(String name, Comparison expected) {
    assertThat(comparison(person(name, "", ""), ANA, Field.NAME)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "홍길동, 홍길동, AGREES",
    "홍 길동, 홍길동, AGREES",
    "길동 홍, 홍길동, AGREES",
    "\u1112\u1169\u11bc\u1100\u1175\u11af\u1103\u1169\u11bc, 홍길동, AGREES",
    "김길동, 홍길동, DIFFERS"
  })
  void hangul_is_the_same_composed_and_decomposed_together_and_apart(
      String one, String other, Comparison expected) {
    assertThat(comparison(person(one, "", ""), person(other, "", ""), Field.NAME))
        .isEqualTo(expected);
  }

  @Test
  void name_and_birth_date_make_the_same_person_unless_something_differs() {
    assertThat(verdict(ANA, ANA)).isEqualTo(Verdict.SAME);
    assertThat(verdict(person("Ana Muñoz", "1980-02-03", ""), ANA)).isEqualTo(Verdict.SAME);
    assertThat(verdict(person("Ana Muñoz", "1980-02-03", "male"), ANA)).isEqualTo(Verdict.UNSURE);
    assertThat(verdict(person("Ana Muñoz", "1980-03-02", "female"), ANA)).isEqualTo(Verdict.UNSURE);
    assertThat(verdict(person("Ana Gomez", "1980-02-03", "female"), ANA)).isEqualTo(Verdict.UNSURE);
    assertThat(verdict(person("Bea Gomez", "1990-02-03", "female"), ANA)).isEqualTo(Verdict.OTHER);
  }

  @Test
  void what_is_missing_is_never_agreement() {
    assertThat(verdict(PatientDetails.NOBODY, ANA)).isEqualTo(Verdict.OTHER);
    assertThat(verdict(PatientDetails.NOBODY, PatientDetails.NOBODY)).isEqualTo(Verdict.OTHER);
    assertThat(verdict(person("Ana Muñoz", "", ""), ANA)).isEqualTo(Verdict.UNSURE);
    assertThat(verdict(person("Ana Muñoz", "1980", ""), ANA)).isEqualTo(Verdict.UNSURE);
    assertThat(verdict(person("", "1980-02-03", "female"), ANA)).isEqualTo(Verdict.UNSURE);
  }

  @Test
  void an_identifier_counts_only_within_its_system() {
    PatientDetails card = numbered("http://hl7.org/fhir/sid/us-ssn", "123-45-6789");
    assertThat(verdict(numbered("urn:oid:2.16.840.1.113883.4.1", "123456789"), card))
        .isEqualTo(Verdict.SAME);
    assertThat(comparison(numbered("urn:oid:1.2.3", "123-45-6789"), card, Field.IDENTIFIERS))
        .isEqualTo(Comparison.MISSING);
    assertThat(verdict(numbered("urn:oid:2.16.840.1.113883.4.1", "123456780"), card))
        .isEqualTo(Verdict.UNSURE);
    assertThat(comparison(numbered("", "1"), numbered("", "1"), Field.IDENTIFIERS))
        .isEqualTo(Comparison.MISSING);
  }

  @Test
  void five_patients_under_one_number_are_told_apart() {
    FileDocumentReader reader = new FileDocumentReader(new FhirLeafExtractor());
    List<PatientDetails> patients = new ArrayList<>();
    for (Path file : Fixtures.files("ccda/vendor", ".xml")) {
      if (file.getFileName().toString().matches("Patient-\\d+\\.xml")
          && reader.read(
                  new org.chartseal.services.clinical.DocumentSource.OnDisk(file),
                  org.chartseal.services.seal.Progress.NONE)
              instanceof org.chartseal.services.clinical.ReadResult.Parsed parsed) {
        patients.add(parsed.entries().getFirst().patient());
      }
    }
    assertThat(patients).hasSize(5);
    for (PatientDetails one : patients) {
      for (PatientDetails other : patients) {
        assertThat(verdict(one, other)).isEqualTo(one.equals(other) ? Verdict.SAME : Verdict.OTHER);
      }
    }
  }

  @Test
  void of_a_thousand_people_with_errors_the_same_are_the_same() throws IOException {
    Pairs pairs = new Pairs();
    List<String[]> rows = rows("linkage/fake_1000.csv");
    for (int i = 0; i < rows.size(); i++) {
      for (int j = i + 1; j < rows.size(); j++) {
        String[] one = rows.get(i);
        String[] other = rows.get(j);
        pairs.add(
            person(one[1] + " " + one[2], one[3], ""),
            person(other[1] + " " + other[2], other[3], ""),
            one[6].equals(other[6]));
      }
    }
    assertThat(pairs.precision()).as(pairs.toString()).isGreaterThan(0.99);
    assertThat(pairs.sameDespiteBirthDate).isZero();
    assertThat(pairs.found).as(pairs.toString()).isGreaterThan(150);
  }

  @Test
  void of_the_febrl_people_the_same_are_the_same() throws IOException {
    Pairs pairs = new Pairs();
    List<String[]> rows = rows("linkage/dataset1.csv");
    for (int i = 0; i < rows.size(); i++) {
      for (int j = i + 1; j < rows.size(); j++) {
        pairs.add(
            febrl(rows.get(i)),
            febrl(rows.get(j)),
            number(rows.get(i)).equals(number(rows.get(j))));
      }
    }
    assertThat(pairs.precision()).as(pairs.toString()).isGreaterThan(0.99);
    assertThat(pairs.sameDespiteBirthDate).isZero();
    assertThat(pairs.found).as(pairs.toString()).isGreaterThan(150);
  }

  /** Counts how verdicts compare with the truth. */
  private final class Pairs {

    private int truly;
    private int found;
    private int wrongly;
    private int unsure;
    private int sameDespiteBirthDate;

    void add(PatientDetails one, PatientDetails other, boolean same) {
      Verdict verdict = verdict(one, other);
      truly += same ? 1 : 0;
      if (verdict == Verdict.SAME) {
        found += same ? 1 : 0;
        wrongly += same ? 0 : 1;
        sameDespiteBirthDate += one.birthDate().equals(other.birthDate()) ? 0 : 1;
      } else if (verdict == Verdict.UNSURE && same) {
        unsure++;
      }
    }

    double precision() {
      return (double) found / (found + wrongly);
    }

    @Override
    public String toString() {
      return "of %d pairs %d found, %d unsure, %d wrongly the same"
          .formatted(truly, found, unsure, wrongly);
    }
  }

  private static PatientDetails febrl(String[] row) {
    String born = row[9].strip();
    String date =
        born.length() == 8
            ? born.substring(0, 4) + "-" + born.substring(4, 6) + "-" + born.substring(6)
            : "";
    return new PatientDetails(
        row[1].strip() + " " + row[2].strip(),
        date,
        "",
        List.of(new PatientIdentifier("urn:febrl", row[10].strip())));
  }

  private static String number(String[] row) {
    return row[0].replaceAll("rec-(\\d+)-.*", "$1");
  }

  private static List<String[]> rows(String file) throws IOException {
    return Files.readAllLines(Fixtures.at(file)).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .toList();
  }

  private MatchExplanation.Verdict verdict(PatientDetails document, PatientDetails card) {
    return matcher.compare(document, card).verdict();
  }

  private Comparison comparison(PatientDetails document, PatientDetails card, Field field) {
    return matcher.compare(document, card).fields().get(field.ordinal()).comparison();
  }

  private static PatientDetails person(String name, String birthDate, String gender) {
    return new PatientDetails(name, birthDate, gender, List.of());
  }

  private static PatientDetails numbered(String system, String value) {
    return new PatientDetails(
        "Ana Muñoz", "1980-02-03", "", List.of(new PatientIdentifier(system, value)));
  }
}

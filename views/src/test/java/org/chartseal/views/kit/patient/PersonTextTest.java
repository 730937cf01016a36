package org.chartseal.views.kit.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.clinical.PatientIdentifier;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.text.Localisation;
import org.junit.jupiter.api.Test;

class PersonTextTest {

  @Test
  void numbers_of_a_person_have_their_names_and_each_name_stands_once() {
    PersonText english = new PersonText(new Localisation(Language.ENGLISH, ZoneOffset.UTC));
    PatientDetails person =
        new PatientDetails(
            "Hong Seo-yeon",
            "1970-01-02",
            "female",
            List.of(
                new PatientIdentifier("https://stmary.example/mrn", "77"),
                new PatientIdentifier("http://hl7.org/fhir/sid/us-ssn", "999-10-1"),
                new PatientIdentifier("https://hana.example/mrn", "H-1"),
                new PatientIdentifier("urn:oid:2.16.840.1.113883.4.3.25", "S9"),
                new PatientIdentifier("https://other.example/mrn", "77")));
    Stream<String> told =
        PersonText.numbers(person).entrySet().stream()
            .map(one -> english.number(one.getKey()) + ": " + one.getValue());
    assertThat(told)
        .containsExactly(
            "Record number: 77, H-1", "Social security number: 999-10-1", "Driver's licence: S9");
  }
}

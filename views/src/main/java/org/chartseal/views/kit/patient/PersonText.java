package org.chartseal.views.kit.patient;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.clinical.PatientIdentifier;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.kit.text.Texts;

/** Who somebody is, in a line: name, age, sex. */
public final class PersonText {

  private final Localisation localisation;
  private final Texts texts;

  public PersonText(Kit kit) {
    this(kit.localisation());
  }

  public PersonText(Localisation localisation) {
    this.localisation = localisation;
    this.texts = localisation.texts(PersonText.class);
  }

  /** Name, age on that day, sex; what the card does not say is left out. */
  public String line(PatientDetails person, LocalDate today) {
    StringBuilder line = new StringBuilder(person.name());
    if (person.birthDate().length() == 10) {
      try {
        int age = Period.between(LocalDate.parse(person.birthDate()), today).getYears();
        line.append(", ").append(texts.get("age", age));
      } catch (DateTimeParseException e) {
        line.append(", ").append(person.birthDate());
      }
    }
    if (!person.gender().isEmpty()) {
      line.append(", ").append(gender(person));
    }
    return line.toString();
  }

  /** What people call a number by which somebody is known. */
  public enum NumberKind {
    SSN,
    LICENCE,
    PASSPORT,
    /** Of a hospital; there are many. */
    RECORD;

    private static NumberKind of(String system) {
      if (system.equals("http://hl7.org/fhir/sid/us-ssn")
          || system.equals("urn:oid:2.16.840.1.113883.4.1")) {
        return SSN;
      }
      if (system.startsWith("urn:oid:2.16.840.1.113883.4.3.")) {
        return LICENCE;
      }
      return system.endsWith("/passportNumber")
              || system.startsWith("http://hl7.org/fhir/sid/passport-")
          ? PASSPORT
          : RECORD;
    }
  }

  /** The numbers by which somebody is known, each once, those of a kind together. */
  public static Map<NumberKind, String> numbers(PatientDetails person) {
    Map<NumberKind, Set<String>> byKind = new LinkedHashMap<>();
    for (PatientIdentifier identifier : person.identifiers()) {
      byKind
          .computeIfAbsent(NumberKind.of(identifier.system()), kind -> new LinkedHashSet<>())
          .add(identifier.value());
    }
    Map<NumberKind, String> numbers = new LinkedHashMap<>();
    byKind.forEach((kind, values) -> numbers.put(kind, String.join(", ", values)));
    return numbers;
  }

  /** What numbers of this kind are called. */
  public String number(NumberKind kind) {
    return texts.word("identifier", kind);
  }

  /** The birth date as people write it. */
  public String born(PatientDetails person) {
    return localisation.formats().clinicalDay(person.birthDate());
  }

  /** The administrative gender in a word. */
  public String gender(PatientDetails person) {
    String key = "gender." + person.gender();
    return texts.has(key) ? texts.get(key) : person.gender();
  }
}

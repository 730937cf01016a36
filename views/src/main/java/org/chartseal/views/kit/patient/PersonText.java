package org.chartseal.views.kit.patient;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import org.chartseal.services.clinical.PatientDetails;
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

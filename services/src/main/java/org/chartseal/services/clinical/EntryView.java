package org.chartseal.services.clinical;

import java.util.List;
import java.util.Locale;
import org.chartseal.services.clinical.DocumentView.Coded;

/**
 * An entry's resources for a person to read, in plain text.
 *
 * @param sections in clinical order: the visit, problems, allergies, medicines, …
 */
public record EntryView(List<Section> sections) {

  public EntryView {
    sections = List.copyOf(sections);
  }

  /** Resources of one kind. */
  public record Section(String title, List<Line> lines) {
    public Section {
      lines = List.copyOf(lines);
    }
  }

  /**
   * One statement. What a resource does not say is empty.
   *
   * @param resource {@code Type/id} of the resource that says it, or its type alone
   * @param label what it is about: a problem, a medicine, a test
   * @param value the result with its unit, the dose, the text
   * @param range reference range, or the interpretation
   * @param status as FHIR has it
   * @param date as written in the resource
   * @param code the first code of what it is about; an empty one if it has none
   */
  public record Line(
      String resource,
      String label,
      String value,
      String range,
      String status,
      String date,
      Coded code) {

    private static final Coded NO_CODE = new Coded("", "", "");
    private static final String ACTIVE = "active";

    /** A statement about what has no code. */
    public Line(
        String resource, String label, String value, String range, String status, String date) {
      this(resource, label, value, range, status, date, NO_CODE);
    }

    /** The type of the resource. */
    public String type() {
      int slash = resource.indexOf('/');
      return slash < 0 ? resource : resource.substring(0, slash);
    }

    /** Whether it says that it holds now: FHIR's clinical and request statuses. */
    public boolean isCurrent() {
      String said = status.toLowerCase(Locale.ROOT);
      return said.contains(ACTIVE) && !said.contains("inactive");
    }

    /** Whether nothing says that it is over: an allergy of which no status is told still warns. */
    public boolean mayBeCurrent() {
      return status.isEmpty() || isCurrent();
    }
  }
}

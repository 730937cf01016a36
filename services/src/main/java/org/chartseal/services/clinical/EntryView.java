package org.chartseal.services.clinical;

import java.util.List;

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
   * @param resource {@code Type/id} of the resource that says it
   * @param label what it is about: a problem, a medicine, a test
   * @param value the result with its unit, the dose, the text
   * @param range reference range, or the interpretation
   * @param status as FHIR has it
   * @param date as written in the resource
   */
  public record Line(
      String resource, String label, String value, String range, String status, String date) {}
}

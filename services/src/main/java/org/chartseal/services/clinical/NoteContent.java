package org.chartseal.services.clinical;

import java.util.List;
import org.chartseal.services.clinical.DocumentView.Coded;

/**
 * What a note says.
 *
 * @param text paragraphs in plain text
 * @param problems as codes or, with an empty code, in words
 * @param medicines what it prescribes
 * @param orders tests and procedures that it asks for, as codes or in words
 */
public record NoteContent(
    String title,
    List<String> text,
    List<Coded> problems,
    List<Prescription> medicines,
    List<Coded> orders) {

  public NoteContent {
    text = List.copyOf(text);
    problems = List.copyOf(problems);
    medicines = List.copyOf(medicines);
    orders = List.copyOf(orders);
  }

  /** A note of words alone. */
  public static NoteContent words(String title, List<String> text) {
    return new NoteContent(title, text, List.of(), List.of(), List.of());
  }

  /** Whether it says nothing. */
  public boolean isEmpty() {
    return text.isEmpty() && problems.isEmpty() && medicines.isEmpty() && orders.isEmpty();
  }

  /**
   * A medicine that is prescribed.
   *
   * @param medicine as a code or, with an empty code, in words
   * @param dose how it is to be taken, in words; empty when nothing is said
   */
  public record Prescription(Coded medicine, String dose) {}
}

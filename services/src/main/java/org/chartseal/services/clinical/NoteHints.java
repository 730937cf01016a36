package org.chartseal.services.clinical;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.clinical.DocumentView.Coded;
import org.chartseal.services.clinical.NoteContent.Prescription;

/**
 * Compares a note with what an opened record says, by codes and by names. It knows no pharmacology:
 * that it has no hint says nothing of how medicines go together.
 */
public final class NoteHints {

  /** How long a result is usually still of use to somebody who orders the same. */
  public static final int USUAL_DAYS = 90;

  private static final Set<String> TESTS =
      Set.of("Observation", "DiagnosticReport", "ImagingStudy", "Procedure");
  private static final Set<String> MEDICINES = Set.of("MedicationRequest", "MedicationStatement");

  private final int days;

  /**
   * @param days so long ago a test may be and still be told of
   */
  public NoteHints(int days) {
    this.days = days;
  }

  /** Warnings first, in the order of the note. */
  public List<NoteHint> on(NoteContent note, Collection<Stated> record, LocalDate today) {
    List<NoteHint> hints = new ArrayList<>();
    for (Prescription one : note.medicines()) {
      allergies(one.medicine(), record).forEach(hints::add);
    }
    for (Coded order : note.orders()) {
      sameTest(order, record, today).ifPresent(hints::add);
    }
    for (Prescription one : note.medicines()) {
      taken(one.medicine(), record).ifPresent(hints::add);
    }
    return hints;
  }

  private static List<NoteHint> allergies(Coded medicine, Collection<Stated> record) {
    TermMatch match = new TermMatch(medicine);
    List<NoteHint> found = new ArrayList<>();
    List<String> told = new ArrayList<>();
    for (Stated stated : record) {
      EntryView.Line line = stated.line();
      if (line.type().equals("AllergyIntolerance")
          && line.mayBeCurrent()
          && match.sharesSubstance(line)
          && !told.contains(line.label())) {
        told.add(line.label());
        found.add(new NoteHint.Allergy(medicine, stated));
      }
    }
    return found;
  }

  private Optional<NoteHint> sameTest(Coded order, Collection<Stated> record, LocalDate today) {
    TermMatch match = new TermMatch(order);
    return record.stream()
        .filter(stated -> TESTS.contains(stated.line().type()))
        .filter(stated -> match.closeness(stated.line()) != TermMatch.Closeness.OTHER)
        .filter(stated -> isRecent(stated, today))
        .min(
            Comparator.comparing((Stated stated) -> match.closeness(stated.line()))
                .thenComparingLong(stated -> daysAgo(stated, today)))
        .map(stated -> new NoteHint.SameTest(order, stated, daysAgo(stated, today)));
  }

  private static Optional<NoteHint> taken(Coded medicine, Collection<Stated> record) {
    TermMatch match = new TermMatch(medicine);
    return record.stream()
        .filter(stated -> MEDICINES.contains(stated.line().type()))
        .filter(stated -> stated.line().isCurrent())
        .filter(stated -> match.closeness(stated.line()) != TermMatch.Closeness.OTHER)
        .findFirst()
        .map(stated -> new NoteHint.TakenAlready(medicine, stated));
  }

  private boolean isRecent(Stated stated, LocalDate today) {
    long ago = daysAgo(stated, today);
    return ago >= 0 && ago <= days;
  }

  /** Negative of what is not of a day, or of one to come. */
  private static long daysAgo(Stated stated, LocalDate today) {
    return stated.day().map(day -> ChronoUnit.DAYS.between(day, today)).orElse(-1L);
  }
}

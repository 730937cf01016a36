package org.chartseal.views.addition;

import java.nio.file.Path;
import java.util.List;
import org.chartseal.services.clinical.DocumentView.Coded;
import org.chartseal.services.clinical.MatchExplanation;
import org.chartseal.services.clinical.NoteContent;
import org.chartseal.services.clinical.NoteHint;
import org.chartseal.services.clinical.ParsedEntry;
import org.chartseal.services.clinical.RecordTerms;
import org.chartseal.services.record.Verdict;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.kit.patient.Visitor;

/** What adding to a record needs. What is added waits, sealed, for its signature. */
public interface AdditionDesk {

  /** What became of a file or of one entry in it. */
  sealed interface Added {

    /** It waits for its signature. */
    record Waiting(String kind, String title) implements Added {}

    /** It was there before; nothing was added. */
    record Known(String kind, String title) implements Added {}

    /** It is about somebody else, or may be; nothing was added. */
    record OtherPatient(ParsedEntry entry, MatchExplanation match) implements Added {}

    /**
     * It could not be read or filed.
     *
     * @param name of the file or entry, as shown
     */
    record Refused(String name, Fault fault) implements Added {}
  }

  /** Reads files and folders, and files what is about this patient; a bad one stops no other. */
  List<Added> documents(Visitor visitor, List<Path> files, Progress progress)
      throws RefusedException;

  /** Files an entry that somebody looked at and says belongs to this patient. */
  Added anyway(Visitor visitor, ParsedEntry entry) throws RefusedException;

  /** Files a note of the person who sits here. */
  Added note(Visitor visitor, NoteContent content) throws RefusedException;

  /** What the opened record already names and begins like this. */
  List<Coded> offer(RecordTerms.Field field, String typed) throws RefusedException;

  /** What the opened record says to what is being written. */
  Advice advise(NoteContent content) throws RefusedException;

  /**
   * What a record says to a note.
   *
   * @param proven entries that were compared with it
   * @param unproven entries that were not, because they are not proven
   */
  record Advice(List<Hint> hints, int proven, int unproven) {
    public Advice {
      hints = List.copyOf(hints);
    }
  }

  /**
   * A hint, and how far it is to be believed.
   *
   * @param grade of the entry from which it comes
   */
  record Hint(NoteHint hint, Verdict.Grade grade) {}
}

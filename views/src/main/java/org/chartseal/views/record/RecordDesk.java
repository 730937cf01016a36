package org.chartseal.views.record;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.clinical.ContentView;
import org.chartseal.services.clinical.PatientSummary;
import org.chartseal.services.record.RecordOutcome;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.kit.patient.Visitor;

/** What the record's screen asks for. */
public interface RecordDesk {

  /**
   * Opens the record under the patient's consent; the access receipt is queued first.
   *
   * @param sink takes each entry as soon as it is verified, newest first, from another thread
   */
  Opened open(Visitor visitor, Progress progress, Consumer<RecordItem> sink)
      throws RefusedException;

  /**
   * Why the record may not be open any more: the consent for it is proven to be over, and the desk
   * keeps nothing of it then. Asked every few seconds.
   *
   * @return the reason; empty as long as the consent holds
   * @throws RefusedException if that cannot be proven now
   */
  Optional<Fault> over(Visitor visitor) throws RefusedException;

  /**
   * How much of what was signed at this desk since the record was opened is not in it yet. Asked
   * often: it takes no more than a look at what this desk holds.
   */
  Coming coming(Visitor visitor) throws RefusedException;

  /**
   * Reads on in the open record. What is not new, and did not change, is not opened again. What
   * this gives counts as read only when it was {@link #taken}.
   *
   * @param sink takes each entry that is new, and anew each that was taken back since
   */
  Opened more(Visitor visitor, Source source, Progress progress, Consumer<RecordItem> sink)
      throws RefusedException;

  /**
   * These that {@link #more} gave are on the screen. What is not told here, because the record was
   * left meanwhile, is given again. Returns at once.
   */
  void taken(List<RecordItem> batch);

  /** All that the newest {@link #more} gave was taken. Returns at once. */
  void takenAll();

  /**
   * The content of one entry that may be relied on. What is not in memory any more is opened again,
   * and the patient sees that.
   */
  ContentView content(Visitor visitor, RecordItem item, Progress progress) throws RefusedException;

  /**
   * What is proven of the record as an International Patient Summary. The record is opened anew,
   * and the patient sees that.
   */
  PatientSummary summary(Visitor visitor, Progress progress) throws RefusedException;

  /** Whose entries are read on. */
  enum Source {
    /** What was signed at this desk: the opening goes on. */
    SIGNED_HERE,
    /** Whatever was written: the patient sees one more opening. */
    ANYONE
  }

  /**
   * Entries that were signed at this desk.
   *
   * @param underway how many are on their way to the ledger
   * @param arrived how many are final and were not read
   */
  record Coming(int underway, int arrived) {}

  /**
   * How an opening ended.
   *
   * @param terms under which it was opened
   */
  record Opened(List<ConsentTerms> terms, RecordOutcome.Opened outcome) {
    public Opened {
      terms = List.copyOf(terms);
    }

    /** This, when a part was read on: looked through at its own block, with the gaps of both. */
    Opened and(Opened part) {
      Set<Fault> gaps = new LinkedHashSet<>(outcome.gaps());
      gaps.addAll(part.outcome.gaps());
      return new Opened(
          terms,
          new RecordOutcome.Opened(
              outcome.at(), outcome.entries() + part.outcome.entries(), List.copyOf(gaps)));
    }
  }
}

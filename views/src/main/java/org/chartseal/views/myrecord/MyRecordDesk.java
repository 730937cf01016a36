package org.chartseal.views.myrecord;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.RuleSentences;
import org.chartseal.services.claims.desk.ClaimPayment;
import org.chartseal.services.clinical.ContentView;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.clinical.PatientSummary;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.RecordOutcome;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;

/** Reads the patient's own record. */
public interface MyRecordDesk {

  /**
   * Reads all of it: what was written about the patient, and what insurers told them.
   *
   * @param sink takes each entry, from the calling thread
   */
  RecordOutcome read(Progress progress, Consumer<RecordEntry> sink) throws RefusedException;

  /** Makes a content readable for a person. */
  ContentView readable(Content content);

  /** The decision that an insurer's explanation holds; empty if it is none to rely on. */
  Optional<Decision> decision(RecordEntry entry);

  /** What the rule packs at hand say of their rows. */
  RuleSentences rules();

  /** What is proven to be paid of the bill that an explanation is about, if anything is. */
  Optional<ClaimPayment> payment(RecordEntry entry) throws RefusedException;

  /** Whose record it is, as their card has it. */
  PatientDetails patient() throws RefusedException;

  /**
   * What is proven of these entries as an International Patient Summary.
   *
   * @param how they were read
   */
  PatientSummary summary(List<RecordEntry> entries, RecordOutcome.Opened how)
      throws RefusedException;

  /** How people and commands name an entry. */
  String name(RecordEntry entry);

  /** The name of an organisation; its number if the directory does not know it. */
  String organisation(OrganisationId id);
}

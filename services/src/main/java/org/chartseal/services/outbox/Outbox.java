package org.chartseal.services.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.chartseal.services.blocks.Cid;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.OrganisationId;

/**
 * Holds what was sealed until it is final. Whatever a method has returned survives a loss of power.
 *
 * <p>Safe for several threads and several processes at once. Every method may throw {@link
 * OutboxException} when the disk fails or is full; then nothing was changed.
 */
public interface Outbox extends HeldJobs, AutoCloseable {

  /**
   * Allocates the next place of each lane and stores what {@code sealing} makes for it, in one
   * transaction. Organisations' entries become {@link JobState#DRAFT}, patients' {@link
   * JobState#SIGNED}.
   */
  EnqueueOutcome enqueue(List<EntryRequest> requests, LaneHeads heads, Sealing sealing);

  /**
   * Seals an entry anew: a draft for the place that it has, one that is {@link JobState#MOVED} for
   * the next of its lane. All signatures over it are forgotten.
   *
   * @param lane its own, or another of the same writer, in which it then takes the next place: a
   *     draft only while it is the last of its lane
   */
  EnqueueOutcome reseal(JobId entry, LaneKey lane, LaneHeads heads, Sealing sealing);

  /**
   * The entries that this key signed and that have lost their place: those that are {@link
   * JobState#MOVED}, and those that were sealed anew since and are not signed again. In each lane
   * in the order of their places.
   *
   * @param author {@link KeyId#PATIENT} for patients
   */
  List<Queued.QueuedEntry> displaced(OrganisationId writer, KeyId author);

  /** Queues retractions: organisations' as drafts, patients' as signed. */
  List<Queued.QueuedRetraction> retract(List<RetractionDraft> drafts);

  /** Queues an act that is signed already. */
  Queued.QueuedAct act(ActDraft draft);

  /**
   * Queues an act that is signed already, unless one of its kind with its owner's label is held
   * that has not failed, or this speaks against it; then nothing is queued.
   *
   * @param against asked in the transaction that queues: it looks at what it is given and at
   *     nothing else of the outbox
   */
  Optional<Queued.QueuedAct> actOnce(ActDraft draft, Predicate<HeldJobs> against);

  /**
   * What waits for the PIN of someone who writes for this organisation: drafts and what failed,
   * oldest first.
   */
  List<Queued> unsigned(OrganisationId writer);

  /** The drafts among them that this key alone can sign, oldest first. */
  List<Queued> unsigned(OrganisationId writer, KeyId author);

  /** The unsigned retractions that wait for these jobs, oldest first. */
  List<Queued.QueuedRetraction> unsignedAfter(List<JobId> jobs);

  /**
   * Makes the statement over unsigned jobs of one organisation, either all entries or all
   * retractions. Before an entry nothing in its lane may be left unsigned: signatures that wait for
   * one another would never be sent.
   *
   * @param signer the key that will sign: the author's, if they are entries
   * @param signedAt truncated to seconds
   */
  BatchOutcome prepare(OrganisationId writer, KeyId signer, List<JobId> jobs, Instant signedAt);

  /**
   * Takes a signed statement and moves all its jobs to {@link JobState#SIGNED}, in one transaction.
   */
  ChangeOutcome signed(SignedBatch batch);

  /**
   * Sends what is {@link JobState#FAILED} once more as it was signed, with all that shares its
   * transaction: for when the reason has gone away.
   */
  ChangeOutcome retry(JobId job);

  /**
   * Gives a patient's entry or retraction that is {@link JobState#FAILED} a new signature of its
   * slot key.
   */
  ChangeOutcome signedAnew(JobId job, PatientAuthority authority);

  /**
   * Forgets a draft. An entry can be forgotten only while it is the last of its lane; otherwise it
   * is to be resealed as a void entry and signed.
   */
  ChangeOutcome discard(JobId job);

  /**
   * What goes on by itself, oldest first: it is signed, and neither what it waits for nor what
   * stands before it in its lane needs a person.
   */
  List<Queued> onTheirWay();

  /** One job. */
  Optional<Queued> find(JobId job);

  /** The entry in this slot. */
  Optional<Queued.QueuedEntry> find(LedgerSlot slot);

  /**
   * The sealed block, while the outbox still holds it: entries can be read before they are stored.
   */
  Optional<byte[]> block(Cid cid);

  /** The newest seal block that was made here. */
  Optional<SealTip> sealTip(OrganisationId organisation);

  /** A drainer for this outbox. */
  OutboxDrainer drainer(DrainPorts ports, DrainSettings settings);

  @Override
  void close();
}

package org.chartseal.services.outbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.ledger.AnchorEvidence;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.HeadOutcome;
import org.chartseal.services.ledger.LedgerQuery;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.NonceOutcome;
import org.chartseal.services.ledger.PatientAnchor;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.ledger.ReadOutcome;
import org.chartseal.services.ledger.ReceiptOutcome;
import org.chartseal.services.ledger.Relay;
import org.chartseal.services.ledger.RetractLeaf;
import org.chartseal.services.ledger.RetractionEvidence;
import org.chartseal.services.ledger.RunLeaf;
import org.chartseal.services.ledger.SlotState;
import org.chartseal.services.ledger.Submission;
import org.chartseal.services.ledger.SubmitOutcome;
import org.chartseal.services.ledger.Word;
import org.chartseal.services.outbox.Queued.QueuedEntry;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.EntryDigests;
import org.chartseal.services.seal.EntryReference;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.InclusionProof;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.MerkleTree;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Statement;

/**
 * A chain with the contract's rules, in memory, that can be cut short, lose transactions and be out
 * of reach. Whoever submits out of order is told off at once.
 */
final class ChainModel implements ProvenLedger, Relay {

  static final Fault DOWN = new Fault("TEST-01", "The node is down.");
  static final Fault REFUSED = new Fault("TEST-02", "The key is suspended.");

  private record Sent(Hash32 hash, Submission submission) {}

  private record Block(
      BlockRef ref, Map<LedgerSlot, Word> words, List<Hash32> transactions, Set<Hash32> reverted) {}

  /** What a test wants to hear about. */
  interface Watcher {
    /** The submission is about to be taken. */
    void submitted(Submission submission);
  }

  private final List<Block> blocks = new ArrayList<>();
  private final List<Sent> all = new ArrayList<>();
  private final List<Sent> pool = new ArrayList<>();
  private final Map<EntryDigests, LedgerSlot> patientSlots = new HashMap<>();
  private final Map<LedgerSlot, KeyId> retractors = new HashMap<>();
  final Set<Hash32> suspended = new HashSet<>();
  private int sent;
  private long seconds = 1_800_000_000L;
  private int fork;
  boolean down;
  boolean refusing;
  boolean forgetsReceipts;
  int submissions;
  Watcher watcher = submission -> {};

  ChainModel() {
    append(Map.of(), List.of(), Set.of());
  }

  private void append(
      Map<LedgerSlot, Word> words, List<Hash32> transactions, Set<Hash32> reverted) {
    byte[] seed =
        ByteBuffer.allocate(16).putInt(blocks.size()).putInt(fork).putLong(seconds).array();
    BlockRef ref =
        new BlockRef(
            blocks.size(),
            Digests.sha256(seed),
            Instant.ofEpochSecond(seconds),
            Digests.sha256(seed, seed));
    blocks.add(new Block(ref, words, transactions, reverted));
    seconds += 2;
  }

  long height() {
    return blocks.getLast().ref().number();
  }

  Map<LedgerSlot, Word> words() {
    return blocks.getLast().words();
  }

  /** What stands in a slot that is filled. */
  Word word(LedgerSlot slot) {
    return Objects.requireNonNull(words().get(slot), "nothing stands in this slot");
  }

  /** In which block a slot was filled, if it is. */
  Optional<Long> filledAt(LedgerSlot slot) {
    return blocks.stream()
        .filter(block -> block.words().containsKey(slot))
        .map(block -> block.ref().number())
        .findFirst();
  }

  /** Only the test knows which slot a patient's signature recovers to. */
  void knowPatient(LedgerSlot slot, EntryDigests digests) {
    patientSlots.put(digests, slot);
  }

  private LedgerSlot patientSlot(EntryDigests digests) {
    return Objects.requireNonNull(patientSlots.get(digests), "a patient the model was not told of");
  }

  /** Puts everything that waits into a block. */
  void mine() {
    Map<LedgerSlot, Word> words = new LinkedHashMap<>(words());
    List<Hash32> hashes = new ArrayList<>();
    Set<Hash32> reverted = new HashSet<>();
    for (Sent transaction : pool) {
      Map<LedgerSlot, Word> after = new LinkedHashMap<>(words);
      if (run(transaction.submission(), after)) {
        words = after;
      } else {
        reverted.add(transaction.hash());
      }
      hashes.add(transaction.hash());
    }
    pool.clear();
    append(words, hashes, reverted);
  }

  void mine(int count) {
    for (int i = 0; i < count; i++) {
      mine();
    }
  }

  /**
   * The newest blocks are gone with their transactions, and so is what waited: a node from an older
   * state.
   */
  void cut(int depth) {
    dropNewest(depth);
    pool.clear();
  }

  /** A reorganisation: what was in the newest blocks waits again. */
  void reorganise(int depth) {
    pool.addAll(0, dropNewest(depth));
  }

  private List<Sent> dropNewest(int depth) {
    Set<Hash32> dropped = new HashSet<>();
    int keep = Math.max(1, blocks.size() - depth);
    while (blocks.size() > keep) {
      dropped.addAll(blocks.removeLast().transactions());
    }
    fork++;
    return all.stream().filter(transaction -> dropped.contains(transaction.hash())).toList();
  }

  /** What waits is forgotten, as when a node restarts. */
  void losePool() {
    pool.clear();
  }

  /** Somebody else with the same lane fills a slot. */
  void squat(LedgerSlot slot) {
    Map<LedgerSlot, Word> words = new LinkedHashMap<>(words());
    words.putIfAbsent(slot, word("chartseal/word/1", seconds, 0, slot.key()));
    append(words, List.of(), Set.of());
  }

  private static Word word(String label, long anchored, long retracted, Hash32... parts) {
    byte[][] input = new byte[parts.length + 1][];
    input[0] = label.getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < parts.length; i++) {
      input[i + 1] = parts[i].bytes();
    }
    ByteBuffer word = ByteBuffer.allocate(32).put(Digests.keccak256(input).bytes(), 0, 24);
    return new Word(Hash32.of(word.putInt((int) anchored).putInt((int) retracted).array()));
  }

  private boolean run(Submission submission, Map<LedgerSlot, Word> words) {
    return switch (submission) {
      case Submission.AnchorRun run -> anchor(run, words);
      case Submission.RetractRun run -> retract(run, words);
      case Submission.PatientAnchors patients -> anchor(patients, words);
      case Submission.PatientRetractions patients -> retract(patients, words);
      default -> throw new IllegalArgumentException("not in this model");
    };
  }

  private boolean anchor(Submission.AnchorRun run, Map<LedgerSlot, Word> words) {
    Statement statement = run.statement().statement();
    KeyId author = KeyId.of(run.statement().key());
    OrganisationId organisation = statement.organisation();
    List<EntryReference> entries =
        run.leaves().stream()
            .map(leaf -> new EntryReference(leaf.slot(), leaf.manifestDigest(), leaf.contentRoot()))
            .toList();
    requireWhole(
        statement,
        run.run(),
        entries.size(),
        MerkleTree.ofEntries(organisation, entries).root(),
        run.path());
    if (suspended.contains(author.value())) {
      return false;
    }
    for (EntryReference entry : entries) {
      words.putIfAbsent(
          new LedgerSlot(organisation, entry.slot()),
          word("chartseal/word/1", seconds, 0, entry.recordDigest(), author.value()));
    }
    return true;
  }

  private static void requireWhole(
      Statement statement, int run, int leaves, Hash32 runRoot, List<Hash32> path) {
    int whole = Math.min(Statement.RUN, statement.count() - run * Statement.RUN);
    Hash32 root = new InclusionProof(run, statement.runs(), path).root(runRoot);
    if (leaves != whole || !root.equals(statement.root())) {
      throw new AssertionError("a run was sent that is not the statement's");
    }
  }

  private boolean retract(Submission.RetractRun run, Map<LedgerSlot, Word> words) {
    Statement statement = run.statement().statement();
    KeyId retractor = KeyId.of(run.statement().key());
    List<byte[]> data =
        run.leaves().stream()
            .map(leaf ->
                ByteBuffer.allocate(96)
                    .put(leaf.slot().value().bytes())
                    .put(leaf.recordDigest().bytes())
                    .put(leaf.author().value().bytes())
                    .array())
            .toList();
    requireWhole(statement, run.run(), data.size(), MerkleTree.of(data).root(), run.path());
    for (RetractLeaf leaf : run.leaves()) {
      LedgerSlot slot = new LedgerSlot(statement.organisation(), leaf.slot());
      Word word = words.get(slot);
      if (word == null
          || (word.retractedAt().isEmpty() && !word.matches(leaf.recordDigest(), leaf.author()))) {
        return false;
      }
      if (word.retractedAt().isEmpty()) {
        mark(words, slot, word, leaf.recordDigest(), leaf.author(), retractor);
      }
    }
    return true;
  }

  private void mark(
      Map<LedgerSlot, Word> words,
      LedgerSlot slot,
      Word word,
      Hash32 recordDigest,
      KeyId author,
      KeyId retractor) {
    long anchored = word.anchoredAt().getEpochSecond();
    words.put(
        slot,
        word(
            "chartseal/retracted/1",
            anchored,
            seconds,
            recordDigest,
            author.value(),
            retractor.value()));
    retractors.put(slot, retractor);
  }

  /** Another key of the organisation retracts an entry. */
  void retract(QueuedEntry entry, KeyId author, KeyId retractor) {
    Map<LedgerSlot, Word> words = new LinkedHashMap<>(words());
    mark(
        words, entry.slot(), word(entry.slot()), entry.digests().recordDigest(), author, retractor);
    append(words, List.of(), Set.of());
  }

  /** From now on the node names this key for the retraction, true or not. */
  void tellRetractor(LedgerSlot slot, KeyId retractor) {
    retractors.put(slot, retractor);
  }

  private boolean anchor(Submission.PatientAnchors patients, Map<LedgerSlot, Word> words) {
    for (PatientAnchor anchor : patients.anchors()) {
      EntryDigests digests = new EntryDigests(anchor.manifestDigest(), anchor.contentRoot());
      if (anchor.notAfter().getEpochSecond() >= seconds) {
        words.putIfAbsent(
            patientSlot(digests),
            word("chartseal/word/1", seconds, 0, digests.recordDigest(), KeyId.PATIENT.value()));
      }
    }
    return true;
  }

  private boolean retract(Submission.PatientRetractions patients, Map<LedgerSlot, Word> words) {
    for (PatientAnchor anchor : patients.retractions()) {
      EntryDigests digests = new EntryDigests(anchor.manifestDigest(), anchor.contentRoot());
      LedgerSlot slot = patientSlot(digests);
      Word word = words.get(slot);
      if (word != null && word.matches(digests.recordDigest(), KeyId.PATIENT)) {
        mark(words, slot, word, digests.recordDigest(), KeyId.PATIENT, KeyId.PATIENT);
      }
    }
    return true;
  }

  /** The slots that a submission would fill, in its order. */
  List<LedgerSlot> slots(Submission submission) {
    return switch (submission) {
      case Submission.AnchorRun run ->
          run.leaves().stream()
              .map(RunLeaf::slot)
              .map(slot -> new LedgerSlot(run.statement().statement().organisation(), slot))
              .toList();
      case Submission.PatientAnchors patients ->
          patients.anchors().stream()
              .map(anchor ->
                  patientSlot(new EntryDigests(anchor.manifestDigest(), anchor.contentRoot())))
              .toList();
      default -> List.of();
    };
  }

  @Override
  public HeadOutcome head() {
    return down
        ? new HeadOutcome.NoAgreement(DOWN, List.of())
        : new HeadOutcome.Agreed(blocks.getLast().ref(), List.of());
  }

  @Override
  public ReadOutcome read(BlockRef at, LedgerQuery query) {
    if (down || at.number() >= blocks.size() || !blocks.get((int) at.number()).ref().equals(at)) {
      return new ReadOutcome.Unavailable(DOWN, List.of());
    }
    Map<LedgerSlot, Word> words = blocks.get((int) at.number()).words();
    Map<LedgerSlot, SlotState> slots = new HashMap<>();
    for (LedgerSlot slot : query.slots()) {
      Word word = words.get(slot);
      slots.put(slot, word == null ? new SlotState.Empty() : new SlotState.Filled(word));
    }
    return new ReadOutcome.Proven(at, slots, Map.of(), Map.of(), List.of());
  }

  @Override
  public Map<LedgerSlot, AnchorEvidence> evidence(Map<LedgerSlot, Word> words) {
    Map<LedgerSlot, AnchorEvidence> hints = new HashMap<>();
    for (LedgerSlot slot : words.keySet()) {
      filledAt(slot)
          .ifPresent(block ->
              hints.put(
                  slot,
                  new AnchorEvidence(
                      Hash32.ZERO,
                      Hash32.ZERO,
                      Optional.empty(),
                      Optional.of(new AnchorEvidence.Transaction(Hash32.ZERO, block)))));
    }
    return hints;
  }

  private long retractedAt(LedgerSlot slot) {
    return blocks.stream()
        .filter(block -> {
          Word word = block.words().get(slot);
          return word != null && word.retractedAt().isPresent();
        })
        .mapToLong(block -> block.ref().number())
        .findFirst()
        .orElse(height());
  }

  @Override
  public Map<LedgerSlot, Set<RetractionEvidence>> retractions(Set<LedgerSlot> slots) {
    Map<LedgerSlot, Set<RetractionEvidence>> hints = new HashMap<>();
    for (LedgerSlot slot : slots) {
      KeyId retractor = retractors.get(slot);
      if (retractor != null) {
        hints.put(slot, Set.of(new RetractionEvidence(retractor, Hash32.ZERO, retractedAt(slot))));
      }
    }
    return hints;
  }

  @Override
  public SubmitOutcome submit(Submission submission) {
    if (down) {
      return new SubmitOutcome.Unavailable(DOWN);
    }
    watcher.submitted(submission);
    // The trial run is against the newest block, as the relay's is.
    if (refusing || !run(submission, new LinkedHashMap<>(words()))) {
      return new SubmitOutcome.Rejected(REFUSED);
    }
    submissions++;
    Hash32 hash = Digests.sha256(ByteBuffer.allocate(4).putInt(sent++).array());
    Sent transaction = new Sent(hash, submission);
    all.add(transaction);
    pool.add(transaction);
    return new SubmitOutcome.Submitted(hash);
  }

  @Override
  public ReceiptOutcome receipt(Hash32 transaction) {
    if (down) {
      return new ReceiptOutcome.Unavailable(DOWN);
    }
    for (Block block : forgetsReceipts ? List.<Block>of() : blocks) {
      if (block.transactions().contains(transaction)) {
        return new ReceiptOutcome.Mined(
            block.ref().number(),
            block.ref().hash(),
            !block.reverted().contains(transaction),
            Set.of(),
            Set.of(),
            Set.of(),
            Optional.empty());
      }
    }
    return pool.stream().anyMatch(waiting -> waiting.hash().equals(transaction))
        ? new ReceiptOutcome.Pending()
        : new ReceiptOutcome.Unknown();
  }

  @Override
  public NonceOutcome nextNonce(Deployment contract, KeyId key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Address account() {
    throw new UnsupportedOperationException();
  }
}

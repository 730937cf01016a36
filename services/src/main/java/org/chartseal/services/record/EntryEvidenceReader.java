package org.chartseal.services.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartseal.services.blocks.BlockStore;
import org.chartseal.services.blocks.Cid;
import org.chartseal.services.claims.EncounterEvidence;
import org.chartseal.services.ledger.AnchorEvidence;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.NewestBlock;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.ledger.RunEvidence;
import org.chartseal.services.ledger.Word;
import org.chartseal.services.record.internal.SealChains;
import org.chartseal.services.seal.Check;
import org.chartseal.services.seal.ChunkSource;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.ContentLeaves;
import org.chartseal.services.seal.ContentOutcome;
import org.chartseal.services.seal.ContentTree;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.EntryOpener;
import org.chartseal.services.seal.EntrySignature;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.Leaf;
import org.chartseal.services.seal.LeafExtractor;
import org.chartseal.services.seal.LeafSalts;
import org.chartseal.services.seal.OpenOutcome;
import org.chartseal.services.seal.OpenedManifest;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SignatureVerifier;

/**
 * Opens a final entry of an organisation so that elements of it can be disclosed: its signature,
 * its content and the tree over its leaves, with the salts open for as long as they are lent.
 */
public final class EntryEvidenceReader {

  private static final Fault NOT_AT_HAND =
      new Fault(
          "CS-DISCLOSE-01",
          "No node or store at hand has this entry with its signature. Try again when the network is well.");
  private static final Fault NOT_STANDING =
      new Fault(
          "CS-DISCLOSE-02",
          "The entry does not stand on the ledger as its author signed it, or was taken back. It proves nothing; choose another.");
  private static final Fault OTHER_CONTENT =
      new Fault(
          "CS-DISCLOSE-03",
          "The entry's content is not the one that was signed. It proves nothing; choose another.");

  private final Deployment deployment;
  private final ProvenLedger ledger;
  private final BlockStore blocks;
  private final EntryOpener opener;
  private final LeafExtractor extractor;
  private final SignatureVerifier verifier;

  public EntryEvidenceReader(
      Deployment deployment,
      ProvenLedger ledger,
      BlockStore blocks,
      EntryOpener opener,
      LeafExtractor extractor,
      SignatureVerifier verifier) {
    this.deployment = deployment;
    this.ledger = ledger;
    this.blocks = blocks;
    this.opener = opener;
    this.extractor = extractor;
    this.verifier = verifier;
  }

  /**
   * What is done with evidence while it is lent.
   *
   * @param <T> what comes of it
   */
  @FunctionalInterface
  public interface Use<T> {
    /**
     * Does it.
     *
     * @throws RefusedException if the entry does not serve
     */
    T of(EncounterEvidence evidence) throws RefusedException;
  }

  /** What came of opening an entry. */
  public sealed interface Outcome<T> {
    /** It was opened, lent and closed again. */
    record Lent<T>(T result) implements Outcome<T> {}

    /** Nothing was lent. */
    record Refused<T>(Fault fault) implements Outcome<T> {}
  }

  /**
   * Lends the evidence of an entry. What is lent may not be kept: its salts are wiped afterwards.
   *
   * @param access an organisation's stream, with keys open
   * @param anchor proven to stand there
   */
  public <T> Outcome<T> lend(StreamAccess access, LaneReading.Filled anchor, Use<T> use) {
    Map<LedgerSlot, Word> words = Map.of(anchor.slot(), anchor.word());
    SealChains seals = new SealChains(new NewestBlock(ledger)::read, blocks);
    Optional<AnchorEvidence> hint =
        Optional.ofNullable(seals.complete(words, ledger.evidence(words)).get(anchor.slot()));
    Optional<RunEvidence> run = hint.flatMap(AnchorEvidence::run);
    if (run.isEmpty()
        || !(blocks.get(new Cid(hint.get().manifestDigest()))
            instanceof BlockStore.GetOutcome.Found(byte[] block))) {
      return new Outcome.Refused<>(NOT_AT_HAND);
    }
    EntrySignature signature = new EntrySignature(run.get().statement(), run.get().inclusion());
    switch (opener.openManifest(access.keys(), anchor.place(), anchor.slot().slot(), block)) {
      case OpenOutcome.Refused(var fault) -> {
        return new Outcome.Refused<>(fault);
      }
      case OpenOutcome.Opened(OpenedManifest opened) -> {
        try (opened;
            LeafSalts salts = opened.salts()) {
          requireStanding(access, anchor, signature, opened);
          Content content = content(opened);
          List<Leaf> leaves =
              ContentLeaves.of(content, opened.manifest().entry().subject(), extractor);
          ContentTree tree = ContentTree.of(leaves, salts);
          if (!tree.root().equals(opened.manifest().contentRoot())) {
            return new Outcome.Refused<>(OTHER_CONTENT);
          }
          return new Outcome.Lent<>(
              use.of(
                  new EncounterEvidence(
                      access.writer(), opened.reference(), signature, content, tree)));
        } catch (RefusedException e) {
          return new Outcome.Refused<>(e.fault());
        }
      }
    }
  }

  private void requireStanding(
      StreamAccess access,
      LaneReading.Filled anchor,
      EntrySignature signature,
      OpenedManifest opened)
      throws RefusedException {
    KeyId author = KeyId.of(signature.signed().key());
    if (!anchor.word().matches(opened.reference().recordDigest(), author)) {
      throw new RefusedException(NOT_STANDING);
    }
    if (signature.check(verifier, deployment, access.writer(), opened.reference())
        instanceof Check.Failed(Fault fault)) {
      throw new RefusedException(fault);
    }
  }

  private Content content(OpenedManifest opened) throws RefusedException {
    return switch (opener.content(opened, this::chunk, Progress.NONE)) {
      case ContentOutcome.Read(Content content) -> content;
      case ContentOutcome.Refused(var fault) -> throw new RefusedException(fault);
      case ContentOutcome.Stopped stopped ->
          throw new IllegalStateException("nobody asked to stop");
    };
  }

  private ChunkSource.Chunk chunk(Hash32 digest) {
    return blocks.get(new Cid(digest)) instanceof BlockStore.GetOutcome.Found(byte[] block)
        ? new ChunkSource.Chunk.Found(block)
        : new ChunkSource.Chunk.Unavailable(NOT_AT_HAND);
  }
}

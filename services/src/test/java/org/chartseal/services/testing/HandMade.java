package org.chartseal.services.testing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.blocks.BlockStore;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.ledger.RetractLeaf;
import org.chartseal.services.ledger.RunLeaf;
import org.chartseal.services.ledger.Submission;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.ContentLeaves;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.EntryDescription;
import org.chartseal.services.seal.EntryDigests;
import org.chartseal.services.seal.EntryReference;
import org.chartseal.services.seal.EntrySealer;
import org.chartseal.services.seal.Leaf;
import org.chartseal.services.seal.MerkleTree;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Part;
import org.chartseal.services.seal.PartRole;
import org.chartseal.services.seal.Place;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SealRequest;
import org.chartseal.services.seal.SealedEntry;
import org.chartseal.services.seal.SignedStatement;
import org.chartseal.services.seal.Statement;
import org.chartseal.services.seal.StatementType;
import org.chartseal.signing.SignOutcome;

/**
 * Entries sealed and anchored by hand, past outbox and services: what a licensed writer can do who
 * does not keep to the rules.
 */
public final class HandMade {

  private final TestNetwork network;
  private final Care care;
  private final EntrySealer sealer;

  public HandMade(TestNetwork network, Care care) {
    this.network = network;
    this.care = care;
    this.sealer = new EntrySealer(care.engine(), new SecureRandom());
  }

  /** A content of one small resource. */
  public static Content content(String id) {
    String json =
        "{\"resourceType\":\"Observation\",\"id\":\"%s\",\"status\":\"final\",\"code\":{\"text\":\"Allergy to penicillin\"}}"
            .formatted(id);
    return new Content(List.of(resource(json)));
  }

  /** A content that does not fit into a manifest. */
  public static Content largeContent(String id) {
    byte[] file = new byte[100_000];
    Arrays.fill(file, (byte) id.hashCode());
    return new Content(
        List.of(new Part(PartRole.ORIGINAL, "text/plain", file), content(id).parts().getFirst()));
  }

  private static Part resource(String json) {
    return new Part(
        PartRole.RESOURCE, "application/fhir+json", json.getBytes(StandardCharsets.UTF_8));
  }

  /** Seals for lane 0 and stores the blocks. */
  public SealedEntry seal(StreamAccess where, int n, EntryDescription said, Content content) {
    return seal(where, n, said, content, content);
  }

  /** Seals one content under the leaves of another. */
  public SealedEntry seal(
      StreamAccess where, int n, EntryDescription said, Content content, Content signed) {
    Place place = new Place(0, n);
    SealedEntry sealed =
        sealer.seal(
            new SealRequest(
                where.keys(),
                place,
                where.slot(place).slot(),
                said,
                content,
                leaves(signed, said),
                n == 0
                    ? Optional.empty()
                    : Optional.of(new EntryDigests(Digests.sha256(), Digests.sha256())),
                Optional.empty()));
    store(sealed.manifestBlock());
    sealed.chunkBlocks().forEach(this::store);
    return sealed;
  }

  private List<Leaf> leaves(Content content, EntryDescription said) {
    try {
      return ContentLeaves.of(content, said.subject(), care.extractor());
    } catch (RefusedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void store(byte[] block) {
    if (!(network.blocks().put(block) instanceof BlockStore.PutOutcome.Stored)) {
      throw new IllegalStateException("not stored");
    }
  }

  /** One statement over these entries. */
  public Submission anchoring(
      UnlockedIdentity signer, OrganisationId organisation, List<EntryReference> entries) {
    MerkleTree tree = MerkleTree.ofEntries(organisation, entries);
    List<RunLeaf> leaves =
        entries.stream()
            .map(entry -> new RunLeaf(entry.slot(), entry.manifestDigest(), entry.contentRoot()))
            .toList();
    return new Submission.AnchorRun(
        statement(StatementType.ANCHOR, signer, organisation, tree), 0, leaves, List.of());
  }

  /** One statement that retracts what that author wrote. */
  public Submission retracting(
      UnlockedIdentity signer, OrganisationId organisation, List<RetractLeaf> leaves) {
    MerkleTree tree =
        MerkleTree.of(
            leaves.stream()
                .map(leaf ->
                    ByteBuffer.allocate(96)
                        .put(leaf.slot().value().bytes())
                        .put(leaf.recordDigest().bytes())
                        .put(leaf.author().value().bytes())
                        .array())
                .toList());
    return new Submission.RetractRun(
        statement(StatementType.RETRACT, signer, organisation, tree), 0, leaves, List.of());
  }

  private SignedStatement statement(
      StatementType type, UnlockedIdentity signer, OrganisationId organisation, MerkleTree tree) {
    Statement statement =
        new Statement(
            type,
            network.deployment(),
            organisation,
            tree.root(),
            tree.size(),
            Instant.now().getEpochSecond());
    if (!(signer.sign(statement.bytes()) instanceof SignOutcome.Signed(var signature))) {
      throw new IllegalStateException("not signed");
    }
    return new SignedStatement(statement, signer.signing().publicKey(), signature);
  }
}

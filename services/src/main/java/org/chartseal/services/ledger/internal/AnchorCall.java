package org.chartseal.services.ledger.internal;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartseal.services.ledger.RunEvidence;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.EntryReference;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.InclusionProof;
import org.chartseal.services.seal.MerkleTree;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.SignedStatement;
import org.chartseal.services.seal.Slot;
import org.chartseal.services.seal.Statement;
import org.chartseal.services.seal.StatementType;
import org.chartseal.signing.P256PublicKey;
import org.chartseal.signing.Signature;

/**
 * The calldata of an {@code anchor} call, read back: the statement that it carries and its leaves.
 * It came from an endpoint and may be anything.
 */
final class AnchorCall {

  private static final byte[] SELECTOR = Abi.selector(Abi.ANCHOR);
  private static final int WORD = 32;
  private static final int LEAF_WORDS = 3;

  private final SignedStatement statement;
  private final int run;
  private final Map<EntryReference, Integer> places = new HashMap<>();
  private final List<Hash32> path;
  private final MerkleTree tree;

  private AnchorCall(
      SignedStatement statement, int run, List<EntryReference> leaves, List<Hash32> path) {
    this.statement = statement;
    this.run = run;
    for (int i = 0; i < leaves.size(); i++) {
      places.putIfAbsent(leaves.get(i), i);
    }
    this.path = path;
    this.tree = MerkleTree.ofEntries(statement.statement().organisation(), leaves);
  }

  /** Reads calldata; empty if it is another call, or malformed. */
  static Optional<AnchorCall> read(byte[] calldata, Deployment deployment) {
    if (calldata.length < SELECTOR.length
        || !Arrays.equals(calldata, 0, SELECTOR.length, SELECTOR, 0, SELECTOR.length)) {
      return Optional.empty();
    }
    byte[] arguments = Arrays.copyOfRange(calldata, SELECTOR.length, calldata.length);
    try {
      return Optional.of(read(new Reader(arguments), deployment));
    } catch (ArithmeticException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static AnchorCall read(Reader in, Deployment deployment) {
    Statement statement =
        new Statement(
            StatementType.ANCHOR,
            deployment,
            new OrganisationId(in.number(0).longValueExact()),
            in.word(1),
            in.number(2).intValueExact(),
            in.number(3).longValueExact());
    SignedStatement signed =
        new SignedStatement(
            statement, P256PublicKey.of(in.bytes(4, 2)), Signature.of(in.bytes(6, 2)));
    int leavesAt = in.offset(9);
    int leafCount = in.number(leavesAt).intValueExact();
    if (leafCount < 1 || leafCount > Statement.RUN) {
      throw new IllegalArgumentException("a run has 1 to 256 leaves");
    }
    List<EntryReference> leaves = new ArrayList<>();
    for (int i = 0; i < leafCount; i++) {
      int at = leavesAt + 1 + LEAF_WORDS * i;
      leaves.add(new EntryReference(new Slot(in.word(at)), in.word(at + 1), in.word(at + 2)));
    }
    int pathAt = in.offset(10);
    int pathLength = in.number(pathAt).intValueExact();
    if (pathLength < 0 || pathLength > WORD) {
      throw new IllegalArgumentException("a path is short");
    }
    List<Hash32> path = new ArrayList<>();
    for (int i = 0; i < pathLength; i++) {
      path.add(in.word(pathAt + 1 + i));
    }
    return new AnchorCall(signed, in.number(8).intValueExact(), leaves, path);
  }

  /** The entry that the call anchors in a slot, if it is among the leaves. */
  Optional<Integer> indexOf(EntryReference entry) {
    return Optional.ofNullable(places.get(entry));
  }

  OrganisationId organisation() {
    return statement.statement().organisation();
  }

  /**
   * The statement with the place of one leaf in the whole of it. Runs are subtrees (protocol §5.1),
   * so the way through the run and the way of the run are one path.
   */
  Optional<RunEvidence> evidence(int indexInRun) {
    List<Hash32> whole = new ArrayList<>(tree.inclusion(indexInRun).path());
    whole.addAll(path);
    try {
      InclusionProof proof =
          new InclusionProof(
              Math.addExact(Math.multiplyExact(Statement.RUN, run), indexInRun),
              statement.statement().count(),
              whole);
      return Optional.of(new RunEvidence(statement, proof));
    } catch (ArithmeticException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** ABI words by their index in the arguments. */
  private static final class Reader {
    private final byte[] arguments;

    Reader(byte[] arguments) {
      this.arguments = arguments;
    }

    Hash32 word(int index) {
      return Hash32.of(bytes(index, 1));
    }

    BigInteger number(int index) {
      return new BigInteger(1, bytes(index, 1));
    }

    /** The word index that an offset in bytes points at. */
    int offset(int index) {
      int bytes = number(index).intValueExact();
      if (bytes % WORD != 0) {
        throw new IllegalArgumentException("an offset between words");
      }
      return bytes / WORD;
    }

    byte[] bytes(int index, int words) {
      int from = Math.multiplyExact(index, WORD);
      if (index < 0 || from > arguments.length - words * WORD) {
        throw new IndexOutOfBoundsException("beyond the arguments");
      }
      return Arrays.copyOfRange(arguments, from, from + words * WORD);
    }
  }
}

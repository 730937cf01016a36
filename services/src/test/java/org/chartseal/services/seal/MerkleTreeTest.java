package org.chartseal.services.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Against the recursive definitions of RFC 9162 §2.1, taken word by word. */
class MerkleTreeTest {

  private static List<byte[]> data(int size) {
    return IntStream.range(0, size).mapToObj(i -> new byte[] {(byte) i, (byte) (i >> 8)}).toList();
  }

  /** MTH (§2.1.1). */
  private static Hash32 hash(List<byte[]> data) {
    if (data.size() == 1) {
      return Digests.keccak256(new byte[] {0}, data.getFirst());
    }
    int k = split(data.size());
    return Digests.keccak256(
        new byte[] {1},
        hash(data.subList(0, k)).bytes(),
        hash(data.subList(k, data.size())).bytes());
  }

  /** PATH (§2.1.3.1). */
  private static List<Hash32> path(int m, List<byte[]> data) {
    if (data.size() == 1) {
      return List.of();
    }
    int k = split(data.size());
    List<byte[]> left = data.subList(0, k);
    List<byte[]> right = data.subList(k, data.size());
    List<Hash32> path = new ArrayList<>(m < k ? path(m, left) : path(m - k, right));
    path.add(m < k ? hash(right) : hash(left));
    return path;
  }

  /** The largest power of two smaller than n. */
  private static int split(int n) {
    return Integer.highestOneBit(n - 1);
  }

  @Property(tries = 200)
  void root_and_paths_are_those_of_the_standard(
      @ForAll @IntRange(min = 1, max = 600) int size, @ForAll @IntRange(max = 599) int any) {
    int index = any % size;
    List<byte[]> data = data(size);
    MerkleTree tree = MerkleTree.of(data);
    assertThat(tree.size()).isEqualTo(size);
    assertThat(tree.root()).isEqualTo(hash(data));
    InclusionProof proof = tree.inclusion(index);
    assertThat(proof.path()).isEqualTo(path(index, data));
    assertThat(proof.root(MerkleTree.leafHash(data.get(index)))).isEqualTo(tree.root());
  }

  @Property(tries = 100)
  void a_proof_proves_nothing_else(
      @ForAll @IntRange(min = 2, max = 300) int size, @ForAll @IntRange(max = 299) int any) {
    int index = any % size;
    MerkleTree tree = MerkleTree.of(data(size));
    InclusionProof proof = tree.inclusion(index);
    Hash32 leaf = MerkleTree.leafHash(data(size).get(index));
    for (int i = 0; i < proof.path().size(); i++) {
      List<Hash32> other = new ArrayList<>(proof.path());
      other.set(i, Digests.sha256(other.get(i).bytes()));
      assertThat(new InclusionProof(index, size, other).root(leaf)).isNotEqualTo(tree.root());
    }
    assertThat(proof.root(Digests.sha256(leaf.bytes()))).isNotEqualTo(tree.root());
    int elsewhere = index ^ 1;
    if (elsewhere < size && InclusionProof.length(elsewhere, size) == proof.path().size()) {
      assertThat(new InclusionProof(elsewhere, size, proof.path()).root(leaf))
          .isNotEqualTo(tree.root());
    }
  }

  @Property(tries = 40)
  void a_run_is_a_node_of_the_tree(@ForAll @IntRange(min = 1, max = 3000) int size) {
    List<byte[]> data = data(size);
    MerkleTree tree = MerkleTree.of(data);
    int runs = (size + Statement.RUN - 1) / Statement.RUN;
    for (int run = 0; run < runs; run++) {
      List<byte[]> own =
          data.subList(Statement.RUN * run, Math.min(Statement.RUN * (run + 1), size));
      InclusionProof proof = tree.run(run);
      assertThat(proof.size()).isEqualTo(runs);
      assertThat(proof.root(MerkleTree.of(own).root())).isEqualTo(tree.root());
    }
  }

  @Test
  void the_empty_tree_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> MerkleTree.of(List.of()));
  }

  @Test
  void a_proof_of_a_wrong_shape_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new InclusionProof(0, 0, List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new InclusionProof(-1, 1, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InclusionProof(2, 2, List.of(Hash32.ZERO)));
    assertThatIllegalArgumentException().isThrownBy(() -> new InclusionProof(0, 2, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InclusionProof(0, 2, List.of(Hash32.ZERO, Hash32.ZERO)));
  }

  @Test
  void a_leaf_cannot_pass_for_a_node() {
    List<byte[]> data = data(2);
    byte[] node = new byte[64];
    System.arraycopy(MerkleTree.leafHash(data.get(0)).bytes(), 0, node, 0, 32);
    System.arraycopy(MerkleTree.leafHash(data.get(1)).bytes(), 0, node, 32, 32);
    assertThat(MerkleTree.of(List.of(node)).root()).isNotEqualTo(MerkleTree.of(data).root());
  }
}

package org.chartseal.services.seal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * Some elements of one entry with what proves them, and no key (§8.1).
 *
 * @param organisation under which the entry is anchored
 * @param entry whose elements these are
 * @param signature the author's, with the entry's place in the statement
 * @param leaves those shown, in the order of the content
 */
public record Disclosure(
    OrganisationId organisation,
    EntryReference entry,
    EntrySignature signature,
    List<ShownLeaf> leaves) {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if no leaf is shown, one is shown twice, or they are not of
   *     one tree
   */
  public Disclosure {
    leaves = leaves.stream().sorted(Comparator.comparingInt(leaf -> leaf.place().index())).toList();
    if (leaves.isEmpty() || leaves.size() > ContentTree.MAX_LEAVES) {
      throw new IllegalArgumentException("a disclosure shows at least one element");
    }
    int size = leaves.getFirst().place().size();
    if (size != ContentTree.paddedSize(size) || size > ContentTree.MAX_LEAVES) {
      throw new IllegalArgumentException("no content's tree has this size");
    }
    for (int i = 0; i < leaves.size(); i++) {
      InclusionProof place = leaves.get(i).place();
      if (place.size() != size || (i > 0 && place.index() == leaves.get(i - 1).place().index())) {
        throw new IllegalArgumentException("the elements are not different ones of one tree");
      }
    }
  }

  /**
   * Discloses elements of a content; the subject and the heads of the resources that they are from
   * go with them.
   *
   * @param shown whether the leaf with this index is to be shown
   * @throws IllegalStateException if the tree's salts were closed
   */
  public static Disclosure of(
      OrganisationId organisation,
      EntryReference entry,
      EntrySignature signature,
      ContentTree tree,
      IntPredicate shown) {
    List<Leaf> leaves = tree.leaves();
    SortedSet<Integer> indexes = new TreeSet<>();
    Map<String, Integer> heads = new HashMap<>();
    for (int i = 0; i < leaves.size(); i++) {
      Leaf leaf = leaves.get(i);
      if (leaf.isHead()) {
        heads.put(leaf.resource(), i);
      }
      if (leaf.isSubject() || shown.test(i)) {
        indexes.add(i);
        indexes.add(heads.getOrDefault(leaf.resource(), i));
      }
    }
    return new Disclosure(
        organisation, entry, signature, indexes.stream().map(tree::show).toList());
  }

  /** The bytes that are sent. */
  public byte[] bytes() {
    return DisclosureCodec.encode(this);
  }

  /**
   * Reads a disclosure, of which nothing is proven yet.
   *
   * @throws RefusedException if it is none
   */
  public static Disclosure parse(byte[] bytes) throws RefusedException {
    return DisclosureCodec.decode(bytes);
  }

  /** Says nothing of the elements. */
  @Override
  public String toString() {
    return "Disclosure[" + leaves.size() + " elements]";
  }
}

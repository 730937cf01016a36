package org.chartseal.services.seal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The leaves of a whole content in the protocol's order (§4). */
public final class ContentLeaves {

  /** Index of the subject leaf. */
  static final int SUBJECT = 1;

  private ContentLeaves() {}

  /**
   * Puts them together.
   *
   * @param subject the party whom the content is about
   * @throws RefusedException if a resource cannot be read, two resources have the same {@code
   *     Type/id}, or a nullifier belongs to none of them
   */
  public static List<Leaf> of(Content content, PartyId subject, LeafExtractor extractor)
      throws RefusedException {
    List<Leaf> leaves = new ArrayList<>();
    leaves.add(Leaf.original(content.original()));
    leaves.add(Leaf.subject(subject));
    for (Part part : content.parts()) {
      if (part.role() == PartRole.CAPABILITIES || part.role() == PartRole.ATTACHMENT) {
        leaves.add(Leaf.part(part));
      }
    }
    List<NamedService> services = NamedService.in(content);
    Set<String> seen = new HashSet<>();
    int named = 0;
    for (Part part : content.parts(PartRole.RESOURCE)) {
      List<Leaf> own = extractor.leaves(part.bytes());
      String resource = resourceOf(own);
      if (!seen.add(resource)) {
        throw new RefusedException(Faults.MALFORMED_CONTENT);
      }
      leaves.addAll(own);
      while (named < services.size() && services.get(named).resource().equals(resource)) {
        NamedService service = services.get(named++);
        leaves.add(Leaf.nullifier(resource, service.pointer(), service.nullifier()));
      }
    }
    // They stand in the order of their resources, so that one that is left belongs to none, or is
    // out of order.
    if (named < services.size() || leaves.size() > ContentTree.MAX_LEAVES) {
      throw new RefusedException(Faults.MALFORMED_CONTENT);
    }
    return List.copyOf(leaves);
  }

  private static String resourceOf(List<Leaf> leaves) throws RefusedException {
    if (leaves.isEmpty() || !leaves.getFirst().isHead()) {
      throw new RefusedException(Faults.MALFORMED_CONTENT);
    }
    String resource = leaves.getFirst().resource();
    for (Leaf leaf : leaves.subList(1, leaves.size())) {
      if (!leaf.resource().equals(resource) || leaf.pointer().isEmpty()) {
        throw new RefusedException(Faults.MALFORMED_CONTENT);
      }
    }
    return resource;
  }
}

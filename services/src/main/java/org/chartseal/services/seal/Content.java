package org.chartseal.services.seal;

import java.util.List;
import java.util.Optional;

/**
 * What an entry holds (§4).
 *
 * @param parts in order; at most one original, one set of capabilities and one of nullifiers
 */
public record Content(List<Part> parts) {

  /** The longest encoded content, in bytes. */
  public static final int MAX_LENGTH = 1 << 27;

  static final int MAX_PARTS = 1 << 16;
  static final int MAX_MEDIA_TYPE = 255;

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if there are too many parts, in all or of a role
   */
  public Content {
    parts = List.copyOf(parts);
    if (parts.size() > MAX_PARTS
        || count(parts, PartRole.ORIGINAL) > 1
        || count(parts, PartRole.CAPABILITIES) > 1
        || count(parts, PartRole.NULLIFIERS) > 1) {
      throw new IllegalArgumentException("too many parts, in all or of one role");
    }
  }

  /** The parts of a role, in order. */
  public List<Part> parts(PartRole role) {
    return parts.stream().filter(part -> part.role() == role).toList();
  }

  /** The file as it was, if the entry was made from one. */
  public Optional<Part> original() {
    return parts(PartRole.ORIGINAL).stream().findFirst();
  }

  /** Says nothing of the content. */
  @Override
  public String toString() {
    return "Content[" + parts.size() + " parts]";
  }

  private static long count(List<Part> parts, PartRole role) {
    return parts.stream().filter(part -> part.role() == role).count();
  }
}

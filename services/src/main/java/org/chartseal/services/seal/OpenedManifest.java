package org.chartseal.services.seal;

import java.util.List;

/** An opened manifest, with the keys to the rest of its entry, which are wiped on close. */
public final class OpenedManifest implements AutoCloseable {

  private final Manifest manifest;
  private final EntryReference reference;
  private final SealKey sealKey;

  OpenedManifest(Manifest manifest, EntryReference reference, SealKey sealKey) {
    this.manifest = manifest;
    this.reference = reference;
    this.sealKey = sealKey;
  }

  public Manifest manifest() {
    return manifest;
  }

  /** Slot, manifest digest and content root. */
  public EntryReference reference() {
    return reference;
  }

  /**
   * The salts of its leaves, which the caller closes.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  public LeafSalts salts() {
    return sealKey.salts();
  }

  /**
   * Whether a content's leaves are those whose root the manifest names.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  public Check checkLeaves(List<Leaf> leaves) {
    if (leaves.size() != manifest.leafCount()) {
      return new Check.Failed(Faults.OTHER_CONTENT);
    }
    try (LeafSalts salts = salts()) {
      boolean same = ContentTree.of(leaves, salts).root().equals(manifest.contentRoot());
      return same ? new Check.Passed() : new Check.Failed(Faults.OTHER_CONTENT);
    }
  }

  SealKey sealKey() {
    return sealKey;
  }

  /** Wipes the keys; the manifest stays readable. May be called again. */
  @Override
  public void close() {
    sealKey.close();
  }
}

package org.chartseal.services.clinical.internal;

import java.io.IOException;
import java.util.List;
import org.chartseal.services.seal.Leaf;
import org.chartseal.services.seal.LeafExtractor;
import org.chartseal.services.seal.RefusedException;
import org.jspecify.annotations.Nullable;

/** Takes resources apart without HAPI: at every reading, thousands at a time. */
public final class FhirLeafExtractor implements LeafExtractor {

  private final JsonBytes text = new JsonBytes();
  private volatile @Nullable ElementTable table;

  @Override
  public List<Leaf> leaves(byte[] resourceJson) throws RefusedException {
    return walk(resourceJson).leaves();
  }

  WalkedResource walk(byte[] resourceJson) throws RefusedException {
    boolean surrogates = JsonBytes.check(resourceJson);
    try {
      return new ResourceWalker(table(), text, resourceJson, surrogates).walk();
    } catch (IOException e) {
      throw new RefusedException(DocumentFaults.NO_RESOURCE);
    }
  }

  /** Two threads may load it at once and find the same. */
  private ElementTable table() {
    ElementTable loaded = table;
    if (loaded == null) {
      loaded = ElementTable.load();
      table = loaded;
    }
    return loaded;
  }
}

package org.chartseal.services.claims;

import java.util.Optional;
import org.chartseal.services.seal.Hash32;

/** Where a replay finds rule packs that do not lie in the decision's file. */
@FunctionalInterface
public interface PackLibrary {

  /** There are none. */
  PackLibrary NONE = digest -> Optional.empty();

  /** The archive with this SHA-256. */
  Optional<byte[]> archive(Hash32 digest);
}

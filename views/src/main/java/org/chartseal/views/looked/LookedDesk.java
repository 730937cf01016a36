package org.chartseal.views.looked;

import java.util.List;
import org.chartseal.services.clinical.AccessReceipt;
import org.chartseal.services.seal.RefusedException;

/** Knows who looked. */
@FunctionalInterface
public interface LookedDesk {

  /** The openings that were reported, the newest first. */
  List<AccessReceipt> openings() throws RefusedException;
}
